using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

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
            .. Find("queues", Sentences.WhatQueue, configuration.Queues.Select(static queue => (queue.Name, queue.Id)), reading.Queues),
            .. Find(
                "contactFlows",
                Sentences.WhatFlow,
                DeploymentNames.ContactFlows(configuration).Select(name => (name, ids.GetValueOrDefault(name))),
                reading.ContactFlows),
            .. Find(
                "routingProfiles",
                Sentences.WhatRoutingProfile,
                configuration.RoutingProfiles.Select(static profile => (profile.Name, profile.Id)),
                reading.RoutingProfiles),
        ];
    }

    private static IEnumerable<AccountFinding> Find(
        string check, Func<string, string> kind, IEnumerable<(string Name, string? Id)> wanted, IReadOnlyList<ConnectResource>? found)
    {
        if (found is null)
        {
            yield break;
        }

        foreach (var (name, id) in wanted)
        {
            var named = found.FirstOrDefault(resource => resource.Name == name);
            var its = id is null ? null : found.FirstOrDefault(resource => resource.Id == id);
            var what = kind(name);
            if (its is not null && its.Name != name)
            {
                yield return AccountFinding.Of(check, what, it => Sentences.FoundOtherName(it, its.Name), Sentences.RightThatName);
            }
            else if (named is null)
            {
                yield return AccountFinding.Of(
                    check,
                    what,
                    Sentences.FoundNotInInstance,
                    Suggestion.After(Sentences.RightNameOfInstance, name, found.Select(static resource => resource.Name)));
            }
            else if (id is not null && its is null)
            {
                yield return AccountFinding.Of(check, what, it => Sentences.FoundOtherId(it, id), Sentences.RightGiveId(named.Id));
            }
        }
    }
}
