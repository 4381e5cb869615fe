using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Core.Learning.Forecasts;

/// <summary>
/// What waits in a queue already, from what came into it and what has ended: the numbers tell both, and never how many wait. There are
/// never fewer than none, so what came since any time beyond what ended since then is the least that waits or is being worked on.
/// </summary>
internal static class StandingWork
{
    /// <summary>A task waits for a week at most unless its flow says otherwise; further back only errors would add up.</summary>
    private static readonly TimeSpan Looked = NumbersKeeper.Late;

    /// <summary>At least so many wait in a channel, or are being worked on.</summary>
    /// <param name="halfHours">Half hours of the queue.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="now">The time.</param>
    public static long AtLeast(IEnumerable<QueueNumbers> halfHours, ContactChannel channel, DateTimeOffset now)
    {
        var (more, fewest, next) = (0L, 0L, default(DateTimeOffset));
        foreach (var half in halfHours.Where(half => half.At >= now - Looked && half.At < now).OrderBy(static half => half.At))
        {
            // what ended in a gap nobody knows, so that it begins anew behind it
            var isKnown = half.In(channel) is { Offered: not null, Queued: not null };
            more = isKnown && half.At == next ? more : 0;
            fewest = isKnown && half.At == next ? fewest : 0;
            next = half.At + HalfHours.Length;
            if (half.In(channel) is { Offered: { } came, Queued: { } ended })
            {
                more += came - ended;
                fewest = Math.Min(fewest, more);
            }
        }

        return more - fewest;
    }
}
