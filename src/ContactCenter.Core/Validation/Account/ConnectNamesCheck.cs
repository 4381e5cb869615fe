using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Queues, contact flows and routing profiles by name and id. Names are dimensions of metrics, so a renamed queue leaves its alarms green
/// for ever.
/// </summary>
internal static class ConnectNamesCheck
{
    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        var ids = configuration.ContactFlows.ToDictionary(static flow => flow.Name, static flow => flow.Id, StringComparer.Ordinal);
        return
        [
            .. Find("queues", "queue", configuration.Queues.Select(static queue => (queue.Name, queue.Id)), reading.Queues),
            .. Find(
                "contactFlows",
                "contact flow",
                DeploymentNames.ContactFlows(configuration).Select(name => (name, ids.GetValueOrDefault(name))),
                reading.ContactFlows),
            .. Find(
                "routingProfiles",
                "routing profile",
                configuration.RoutingProfiles.Select(static profile => (profile.Name, profile.Id)),
                reading.RoutingProfiles),
        ];
    }

    private static IEnumerable<AccountFinding> Find(
        string check, string kind, IEnumerable<(string Name, string? Id)> wanted, IReadOnlyList<ConnectResource>? found)
    {
        if (found is null)
        {
            yield break;
        }

        foreach (var (name, id) in wanted)
        {
            var named = found.FirstOrDefault(resource => resource.Name == name);
            var its = id is null ? null : found.FirstOrDefault(resource => resource.Id == id);
            var what = $"{kind} \"{name}\"";
            if (its is not null && its.Name != name)
            {
                yield return new(check, what, $"is called \"{its.Name}\" in the instance", "give that name: metrics have it as dimension");
            }
            else if (named is null)
            {
                yield return new(
                    check,
                    what,
                    "is not in the instance",
                    $"give a name of the instance{Suggestion.For(name, found.Select(static resource => resource.Name))}");
            }
            else if (id is not null && its is null)
            {
                yield return new(check, what, $"has another id in the instance than {id}", $"give the id {named.Id}");
            }
        }
    }
}
