using System.Collections.Immutable;
using ContactCenter.Core.Configuration.Reports;

namespace ContactCenter.Core.Learning.Reports;

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
