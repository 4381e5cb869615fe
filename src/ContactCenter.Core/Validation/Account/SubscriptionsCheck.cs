using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// Subscriptions of people. Whoever does not confirm an e-mail is told nothing, and whoever follows the link at its end is taken out by SNS
/// without a word.
/// </summary>
internal static class SubscriptionsCheck
{
    private const string Check = "subscriptions";
    private const string Pending = "PendingConfirmation";
    private const string Deleted = "Deleted";

    /// <summary>Every topic of people with the addresses that it should have, as (protocol, address).</summary>
    public static IEnumerable<(string Topic, IReadOnlyList<(string Protocol, string Address)> Wanted)> Topics(
        ContactCenterConfiguration configuration)
    {
        var names = DeploymentNames.Of(configuration);
        yield return (names.SystemTopic, [.. SystemRecipients.Of(configuration).Select(static address => ("email", address))]);
        foreach (var (audience, endpoints) in DeploymentNames.AudiencesWithTopic(configuration))
        {
            yield return (
                names.AudienceTopic(audience),
                [.. endpoints.Select(static endpoint => (endpoint.Channel == Channel.Sms ? "sms" : "email", endpoint.To)).Distinct()]);
        }
    }

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        foreach (var (topic, wanted) in Topics(configuration))
        {
            if (!reading.Subscriptions.TryGetValue(topic, out var found))
            {
                continue;
            }

            if (found is null)
            {
                yield return AccountFinding.Of(
                    Check, Sentences.WhatTopic(topic), Sentences.FoundNotInAccount, Sentences.RightDeploy);
                continue;
            }

            foreach (var (protocol, address) in wanted)
            {
                var its = found.Where(one => one.Protocol == protocol && one.Endpoint.Equals(address, StringComparison.OrdinalIgnoreCase))
                    .Select(static one => one.Arn)
                    .ToArray();
                var what = Sentences.WhatOnTopic(address, topic);
                if (its.Contains(Pending) && its.All(static arn => arn is Pending or Deleted))
                {
                    yield return AccountFinding.Of(
                        Check,
                        what,
                        Sentences.FoundUnconfirmed,
                        Sentences.RightConfirm);
                }
                else if (its.All(static arn => arn == Deleted))
                {
                    yield return AccountFinding.Of(
                        Check,
                        what,
                        its.Length == 0 ? Sentences.FoundNoSubscription : Sentences.FoundTakenOut,
                        Sentences.RightSubscribe(protocol));
                }
            }
        }
    }
}
