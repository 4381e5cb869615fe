using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;

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
        [("CALL_RECORDINGS", Sentences.WhatRecordings), ("CHAT_TRANSCRIPTS", Sentences.WhatTranscripts)];

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        if (configuration.Instance.FlowLogs && reading.Attributes.TryGetValue("CONTACTFLOW_LOGS", out var logs) && !logs)
        {
            yield return AccountFinding.Of(
                Check,
                Sentences.WhatFlowLogs,
                Sentences.FoundOff,
                Sentences.RightFlowLogs);
        }

        if (configuration.Sentiment.ContactLens && reading.Attributes.TryGetValue("CONTACT_LENS", out var lens) && !lens)
        {
            yield return AccountFinding.Of(
                Check,
                "Contact Lens",
                Sentences.FoundOff,
                Sentences.RightContactLens);
        }

        foreach (var (type, what) in Places)
        {
            if (reading.Storage.TryGetValue(type, out var count) && count == 0)
            {
                yield return AccountFinding.Of(
                    Check,
                    what,
                    Sentences.FoundNoPlace,
                    Sentences.RightStorage(type));
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
            StreamStep.Associate associate => AccountFinding.Of(
                Check,
                Sentences.WhatSegments,
                Sentences.FoundNoStream,
                configuration.Sentiment.Live?.Stream is null
                    ? Sentences.RightDeployStack(DeploymentNames.Of(configuration).Named("contact-lens"))
                    : Sentences.RightStream($"{associate.Kind}", wanted)),
            StreamStep.Refuse => AccountFinding.Of(
                Check,
                Sentences.WhatSegments,
                it => Sentences.FoundOtherStream(it, streams[0].Stream ?? Sentences.NoStreamAtAll),
                Sentences.RightThatStream),
            _ => null,
        };
    }
}
