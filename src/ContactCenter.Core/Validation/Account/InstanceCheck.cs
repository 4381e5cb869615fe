using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation.Account;

/// <summary>
/// What must be switched on in the instance: flow logs, Contact Lens, and places to store recordings and transcripts. A new instance has
/// none, and a block that records stores nothing there, silently.
/// </summary>
internal static class InstanceCheck
{
    private const string Check = "instance";

    /// <summary>Places to store, with what is lost without one.</summary>
    private static readonly (string Type, string What)[] Places =
        [("CALL_RECORDINGS", "recordings of calls"), ("CHAT_TRANSCRIPTS", "transcripts of chats")];

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        if (configuration.Instance.FlowLogs && reading.Attributes.TryGetValue("CONTACTFLOW_LOGS", out var logs) && !logs)
        {
            yield return new(
                Check,
                "flow logging",
                "is off in the instance",
                "switch it on (Amazon Connect console, Flows, Enable flow logs), or set instance.flowLogs to false");
        }

        if (configuration.Sentiment.ContactLens && reading.Attributes.TryGetValue("CONTACT_LENS", out var lens) && !lens)
        {
            yield return new(
                Check,
                "Contact Lens",
                "is off in the instance",
                "switch it on (Amazon Connect console, Analytics tools), or set sentiment.contactLens to false");
        }

        foreach (var (type, what) in Places)
        {
            if (reading.Storage.TryGetValue(type, out var count) && count == 0)
            {
                yield return new(
                    Check,
                    what,
                    "have no place in the instance: blocks that record store nothing and do not fail",
                    $"aws connect associate-instance-storage-config --resource-type {type}, with a bucket amazon-connect-…");
            }
        }
    }
}
