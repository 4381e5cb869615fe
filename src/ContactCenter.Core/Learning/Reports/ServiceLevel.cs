using System.Collections.Immutable;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>
/// Which contacts count as served in time; the same day gives up to five points more or less, so it is said beside the number.
/// </summary>
public enum ServiceLevelFormula
{
    /// <summary>Who left the queue within the target, of who was in it: as Amazon Connect computes it.</summary>
    AmazonConnect,

    /// <summary>Answered or given up within the target, of all answered and given up.</summary>
    AbandonedMet,

    /// <summary>Answered within the target, of all answered.</summary>
    AbandonedIgnored,

    /// <summary>Answered within the target, of all answered and given up.</summary>
    AbandonedMissed,

    /// <summary>Answered within the target, of all but those given up within it.</summary>
    EarlyAbandonedRemoved,
}

/// <summary>A share as what it is made of; shares of several are never averaged, but summed above and below.</summary>
/// <param name="Met">The numerator.</param>
/// <param name="Of">The denominator.</param>
public readonly record struct Share(long Met, long Of)
{
    /// <summary>From 0 to 1; null: of nothing.</summary>
    public double? Value => Of == 0 ? null : (double)Met / Of;
}

/// <summary>Service levels by every formula.</summary>
public static class ServiceLevels
{
    /// <summary>All formulas.</summary>
    public static ImmutableArray<ServiceLevelFormula> All { get; } = [.. Enum.GetValues<ServiceLevelFormula>()];

    /// <summary>What a formula makes of counts.</summary>
    public static Share By(this QueueTotals totals, ServiceLevelFormula formula)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return formula switch
        {
            ServiceLevelFormula.AmazonConnect => new(totals.LeftWithin, totals.Queued),
            ServiceLevelFormula.AbandonedMet =>
                new(totals.AnsweredWithin + totals.AbandonedWithin, totals.Answered + totals.Abandoned),
            ServiceLevelFormula.AbandonedIgnored => new(totals.AnsweredWithin, totals.Answered),
            ServiceLevelFormula.AbandonedMissed => new(totals.AnsweredWithin, totals.Answered + totals.Abandoned),
            _ => new(totals.AnsweredWithin, totals.Answered + totals.Abandoned - totals.AbandonedWithin),
        };
    }
}
