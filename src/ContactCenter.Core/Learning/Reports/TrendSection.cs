using System.Collections.Immutable;
using ContactCenter.Core.Monitoring.Growth;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>How a series went over the weeks until the end of the period, and which limit it comes near.</summary>
/// <param name="Name">The name of a metric, or of what was counted.</param>
/// <param name="Of">Of what; empty for what there is once.</param>
/// <param name="Label">What it is, for people, in English.</param>
/// <param name="Days">Its days, in order.</param>
public sealed record TrendSection(string Name, string Of, string Label, ImmutableArray<TrendPoint> Days)
{
    /// <summary>A report shows what goes up or down; more of it is in the console.</summary>
    private const int MaximumListed = 20;

    /// <summary>What is said of it, in English.</summary>
    public required string Sentence { get; init; }

    /// <summary>Whether it was told that it grows, when the period ended.</summary>
    public bool IsTold { get; init; }

    /// <summary>The level when the period ended, without what chance and the weekday did to it.</summary>
    public double Level { get; init; }

    /// <summary>By how much it goes up in thirty days, in percent of the level.</summary>
    public double PercentInMonth { get; init; }

    /// <summary>In nine of ten cases not less.</summary>
    public double LowPercentInMonth { get; init; }

    /// <summary>In nine of ten cases not more.</summary>
    public double HighPercentInMonth { get; init; }

    /// <summary>What it must not reach; null: there is no limit.</summary>
    public double? Limit { get; init; }

    /// <summary>In how many days the limit is reached; null where it does not go there beyond chance.</summary>
    public double? DaysUntilLimit { get; init; }

    /// <summary>Not sooner, in nine of ten cases.</summary>
    public double? SoonestDays { get; init; }

    /// <summary>Not later; null: it may be never.</summary>
    public double? LatestDays { get; init; }

    /// <summary>What goes up or down beyond chance, what was told and what reaches a limit first.</summary>
    /// <param name="days">The days until the end of the period.</param>
    public static ImmutableArray<TrendSection> For(IReadOnlyList<CenterDay> days) =>
    [
        .. SeriesTrend.Of(days).Where(static one => one.Goes).Take(MaximumListed).Select(static one => new TrendSection(
            one.Series.Name, one.Series.Of, one.Series.Label, [.. one.Days.Select(static day => new TrendPoint(day.Day, day.Value))])
        {
            Sentence = one.Sentence!,
            IsTold = one.IsTold,
            Level = one.Trend!.Level,
            PercentInMonth = one.Trend.Percent,
            LowPercentInMonth = one.Trend.PercentOf(one.Trend.LowSlope),
            HighPercentInMonth = one.Trend.PercentOf(one.Trend.HighSlope),
            Limit = one.Series.Limit,
            DaysUntilLimit = one.Reach?.Days,
            SoonestDays = one.Reach?.Soonest,
            LatestDays = one.Reach?.Latest,
        }),
    ];
}

/// <summary>A day of a series.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Value">The value.</param>
public sealed record TrendPoint(DateOnly Day, double Value);
