using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Contacts.Numbers;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>Counts and sums of seconds of a channel of a queue in a period; of several queues they are sums too.</summary>
public sealed record QueueTotals
{
    /// <summary>Contacts that came.</summary>
    public long Offered { get; init; }

    /// <summary>Contacts that were in the queue.</summary>
    public long Queued { get; init; }

    /// <summary>Those that left it within the target.</summary>
    public long LeftWithin { get; init; }

    /// <summary>Contacts that were answered.</summary>
    public long Answered { get; init; }

    /// <summary>Those within the target.</summary>
    public long AnsweredWithin { get; init; }

    /// <summary>Contacts that were given up.</summary>
    public long Abandoned { get; init; }

    /// <summary>Those within the target.</summary>
    public long AbandonedWithin { get; init; }

    /// <summary>Seconds that the answered waited.</summary>
    public long AnswerSeconds { get; init; }

    /// <summary>Seconds that those waited who gave up.</summary>
    public long AbandonSeconds { get; init; }

    /// <summary>The longest wait, in seconds.</summary>
    public long LongestWait { get; init; }

    /// <summary>Contacts that agents finished.</summary>
    public long Handled { get; init; }

    /// <summary>Seconds that they had them.</summary>
    public long HandleSeconds { get; init; }

    /// <summary>Contacts that were transferred.</summary>
    public long Transferred { get; init; }

    /// <summary>Times that an agent was offered a contact and did not take it.</summary>
    public long Missed { get; init; }

    /// <summary>Half hours in which a number could not be computed; it counts as nothing in its sum.</summary>
    public int Unknown { get; init; }

    /// <summary>Share of those that gave up.</summary>
    public Share AbandonedShare => new(Abandoned, Answered + Abandoned);

    /// <summary>Mean wait of the answered in seconds; null: nobody was answered.</summary>
    public double? MeanWait => Answered == 0 ? null : (double)AnswerSeconds / Answered;

    /// <summary>Mean patience of those that gave up, in seconds; null: nobody did.</summary>
    public double? MeanPatience => Abandoned == 0 ? null : (double)AbandonSeconds / Abandoned;

    /// <summary>Mean time that an agent had one, in seconds; null: none was finished.</summary>
    public double? MeanHandling => Handled == 0 ? null : (double)HandleSeconds / Handled;

    /// <summary>A half hour.</summary>
    public static QueueTotals Of(ChannelNumbers numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return new QueueTotals
        {
            Offered = numbers.Offered ?? 0,
            Queued = numbers.Queued ?? 0,
            LeftWithin = numbers.LeftWithin ?? 0,
            Answered = numbers.Answered ?? 0,
            AnsweredWithin = numbers.AnsweredWithin ?? 0,
            Abandoned = numbers.Abandoned ?? 0,
            AbandonedWithin = numbers.AbandonedWithin ?? 0,
            AnswerSeconds = numbers.AnswerSeconds ?? 0,
            AbandonSeconds = numbers.AbandonSeconds ?? 0,
            LongestWait = numbers.MaximumWaitSeconds ?? 0,
            Handled = numbers.Handled ?? 0,
            HandleSeconds = numbers.HandleSeconds ?? 0,
            Transferred = numbers.TransferredOut ?? 0,
            Missed = numbers.Missed ?? 0,
            Unknown = IsKnown(numbers) ? 0 : 1,
        };
    }

    /// <summary>Both together.</summary>
    public static QueueTotals operator +(QueueTotals left, QueueTotals right) => new()
    {
        Offered = left.Offered + right.Offered,
        Queued = left.Queued + right.Queued,
        LeftWithin = left.LeftWithin + right.LeftWithin,
        Answered = left.Answered + right.Answered,
        AnsweredWithin = left.AnsweredWithin + right.AnsweredWithin,
        Abandoned = left.Abandoned + right.Abandoned,
        AbandonedWithin = left.AbandonedWithin + right.AbandonedWithin,
        AnswerSeconds = left.AnswerSeconds + right.AnswerSeconds,
        AbandonSeconds = left.AbandonSeconds + right.AbandonSeconds,
        LongestWait = Math.Max(left.LongestWait, right.LongestWait),
        Handled = left.Handled + right.Handled,
        HandleSeconds = left.HandleSeconds + right.HandleSeconds,
        Transferred = left.Transferred + right.Transferred,
        Missed = left.Missed + right.Missed,
        Unknown = left.Unknown + right.Unknown,
    };

    /// <summary>Both together.</summary>
    public static QueueTotals Add(QueueTotals left, QueueTotals right) => left + right;

    private static bool IsKnown(ChannelNumbers numbers) => numbers is
    {
        Offered: not null, Queued: not null, LeftWithin: not null, Answered: not null, AnsweredWithin: not null, Abandoned: not null,
        AbandonedWithin: not null, AnswerSeconds: not null, AbandonSeconds: not null, Handled: not null, HandleSeconds: not null,
        TransferredOut: not null, Missed: not null,
    };
}

/// <summary>A channel of a queue in a period.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Totals">What happened in it.</param>
/// <param name="Before">What happened in the period before.</param>
/// <param name="Target">The promised share, from 0 to 1.</param>
public sealed record QueueSection(string Queue, ContactChannel Channel, QueueTotals Totals, QueueTotals Before, double Target)
{
    /// <summary>
    /// How fast the allowed misses are used up: 1 is as fast as allowed, above it the target is missed; null: nobody was there, or
    /// none is allowed.
    /// </summary>
    public double? Burn(ServiceLevelFormula formula) =>
        Totals.By(formula).Value is { } level && Target < 1 ? (1 - level) / (1 - Target) : null;
}

/// <summary>A day of a queue or of all.</summary>
/// <param name="Day">The day, by the clock of the center.</param>
/// <param name="Totals">What happened.</param>
public sealed record DayTotals(DateOnly Day, QueueTotals Totals);

/// <summary>Half hours of a queue of which nothing is known.</summary>
/// <param name="Of">The queue, or the routing profile.</param>
/// <param name="Missing">How many are missing.</param>
/// <param name="All">Of how many.</param>
public sealed record DataGap(string Of, int Missing, int All);

/// <summary>Agents of a routing profile in a period.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="ContactSeconds">Seconds with contacts.</param>
/// <param name="StaffedSeconds">Seconds with contacts or ready for one.</param>
/// <param name="OnlineSeconds">Seconds that they were not offline.</param>
public sealed record ProfileSection(string Profile, long ContactSeconds, long StaffedSeconds, long OnlineSeconds)
{
    /// <summary>Contacts that they finished, of those half hours of which it was kept.</summary>
    public long Handled { get; init; }

    /// <summary>Seconds that they had those.</summary>
    public long HandleSeconds { get; init; }

    /// <summary>Seconds of that on hold.</summary>
    public long HoldSeconds { get; init; }

    /// <summary>Contacts that they transferred.</summary>
    public long Transferred { get; init; }

    /// <summary>Half hours of which nothing of their contacts was kept.</summary>
    public int Unknown { get; init; }

    /// <summary>Share of the time that they had contacts.</summary>
    public Share Occupancy => new(ContactSeconds, StaffedSeconds);

    /// <summary>Transfers by contacts that were finished.</summary>
    public Share TransferredShare => new(Transferred, Handled);

    /// <summary>Mean time that they had a contact, in seconds; null: none was finished.</summary>
    public double? MeanHandling => Handled == 0 ? null : (double)HandleSeconds / Handled;

    /// <summary>Adds up half hours of a profile.</summary>
    internal static ProfileSection Of(string profile, IReadOnlyCollection<ProfileNumbers> half) => new(
        profile,
        half.Sum(static one => one.StaffedSeconds is null ? 0 : one.ContactSeconds!.Value),
        half.Sum(static one => one.StaffedSeconds ?? 0),
        half.Sum(static one => one.OnlineSeconds ?? 0))
    {
        Handled = half.Sum(static one => one.Handled ?? 0),
        HandleSeconds = half.Sum(static one => one.Handled is null ? 0 : one.HandleSeconds ?? 0),
        HoldSeconds = half.Sum(static one => one.Handled is null ? 0 : one.HoldSeconds ?? 0),
        Transferred = half.Sum(static one => one.Handled is null ? 0 : one.TransferredOut ?? 0),
        Unknown = half.Count(static one => one.Handled is null),
    };
}
