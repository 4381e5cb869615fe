using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>Half hours of a queue that are the same every week, but for what a test plants.</summary>
internal static class QueueWeeks
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Weeks up to a time, each with 100 contacts in half an hour, of which 4 give up and 96 wait 10 s in the mean.</summary>
    /// <param name="weeks">How many weeks before the Monday.</param>
    /// <param name="change">What is other in a half hour.</param>
    public static IReadOnlyList<QueueNumbers> Of(int weeks, Func<DateTimeOffset, ChannelNumbers, ChannelNumbers>? change = null) =>
    [
        .. HalfHours.Between(Monday.AddDays(-7 * weeks), Monday.AddHours(8)).Select(at => new QueueNumbers(
            "Billing",
            at,
            ImmutableSortedDictionary<ContactChannel, ChannelNumbers>.Empty.Add(
                ContactChannel.Voice, change is null ? Usual(at) : change(at, Usual(at))))),
    ];

    /// <summary>Half an hour as it usually is; each week is a little other, so that there is a range.</summary>
    public static ChannelNumbers Usual(DateTimeOffset at)
    {
        var week = (int)((Monday.AddHours(12) - at).TotalDays / 7) % 3;
        return ChannelNumbers.Nothing with
        {
            Offered = 100 + week,
            Answered = 96,
            Abandoned = 4 + week,
            AnswerSeconds = 960 + (10 * week),
            AbandonSeconds = 40,
            MaximumWaitSeconds = 60,
        };
    }
}
