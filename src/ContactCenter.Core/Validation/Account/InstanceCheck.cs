using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

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

        if (Stream(configuration, reading.SegmentStreams) is { } stream)
        {
            yield return stream;
        }
    }

    /// <summary>Calls are followed by a stream, and an instance writes to one.</summary>
    private static AccountFinding? Stream(ContactCenterConfiguration configuration, IReadOnlyList<StreamAssociation>? streams)
    {
        if (!configuration.Sentiment.IsLive || streams is null)
        {
            return null;
        }

        var wanted = SegmentStream.ArnOf(configuration);
        return SegmentStream.Next(isWanted: true, wanted, streams) switch
        {
            StreamStep.Associate associate => new(
                Check,
                "segments of calls",
                "are sent to no stream: calls are not followed while they last",
                configuration.Sentiment.Live?.Stream is null
                    ? $"deploy the stack {DeploymentNames.Of(configuration).Named("contact-lens")}"
                    : $"aws connect associate-instance-storage-config --resource-type {associate.Kind}, with {wanted}"),
            StreamStep.Refuse => new(
                Check,
                "segments of calls",
                $"are sent to {streams[0].Stream ?? "something that is no stream"}, and an instance takes one stream",
                "set sentiment.live.stream to it"),
            _ => null,
        };
    }
}
