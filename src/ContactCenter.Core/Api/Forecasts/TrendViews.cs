using System.ComponentModel;
using System.Text.Json.Serialization;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Forecasts;

/// <summary>A day of a series.</summary>
/// <param name="Day">The day.</param>
/// <param name="Value">The value.</param>
public sealed record TrendDay(
    [property: Description("The day (UTC).")] DateOnly Day,
    [property: Description("The value: of a metric its sum, mean or highest of the day, of what is counted how much there was at its end.")]
    double Value);

/// <summary>How a series went. What is not known is absent.</summary>
public sealed record TrendView
{
    /// <summary>The name of a metric, or of what is counted.</summary>
    [Description("The name of a metric, or of what is counted, such as Users.")]
    public required string Name { get; init; }

    /// <summary>Of what.</summary>
    [Description("Of what: a queue, a function, a table; absent for what an instance or an account has once.")]
    public string? Of { get; init; }

    /// <summary>What it is.</summary>
    [Description("What it is, for people.")]
    public required string Label { get; init; }

    /// <summary>What is said of it.</summary>
    [Description("What is said of it; absent where it neither goes up nor down beyond chance.")]
    public string? Sentence { get; init; }

    /// <summary>Whether it was told.</summary>
    [Description("true: it was told that it grows, and is not over.")]
    public required bool IsTold { get; init; }

    /// <summary>The level.</summary>
    [Description("The level of the last day, without what chance and the weekday did to it; absent while fewer than 28 days are known.")]
    public double? Level { get; init; }

    /// <summary>Growth of a month.</summary>
    [Description("By how much it goes up in 30 days, in percent of the level.")]
    public double? PercentInMonth { get; init; }

    /// <summary>Not less.</summary>
    [Description("In nine of ten cases not less than this …")]
    public double? LowPercentInMonth { get; init; }

    /// <summary>Not more.</summary>
    [Description("… and not more than this.")]
    public double? HighPercentInMonth { get; init; }

    /// <summary>How likely it is chance.</summary>
    [Description("How likely chance alone makes as much of a trend, 0 to 1.")]
    public double? Chance { get; init; }

    /// <summary>The limit.</summary>
    [Description("What it must not reach, such as a quota; absent: there is no limit, or it is not known.")]
    public double? Limit { get; init; }

    /// <summary>Days until the limit.</summary>
    [Description("In how many days it reaches the limit as it goes; absent where it does not go there beyond chance.")]
    public double? DaysUntilLimit { get; init; }

    /// <summary>Not sooner.</summary>
    [Description("In nine of ten cases not sooner than in so many days …")]
    public double? SoonestDays { get; init; }

    /// <summary>Not later.</summary>
    [Description("… and not later than in so many; absent beside soonestDays: it may be never.")]
    public double? LatestDays { get; init; }

    /// <summary>The days.</summary>
    [Description("The days of which something is known, in order.")]
    public required IReadOnlyList<TrendDay> Days { get; init; }

    /// <summary>The view of a series, in the language of who asks.</summary>
    internal static TrendView For(SeriesTrend one, Translation words)
    {
        var (trend, reach) = (one.Trend, one.Reach);
        return new()
        {
            Name = one.Series.Name,
            Of = one.Series.Of.Length == 0 ? null : one.Series.Of,
            Label = words.Of(one.Series.Label),
            Sentence = one.Sentence is { } sentence ? words.Of(sentence) : null,
            IsTold = one.IsTold,
            Level = Rounded(trend?.Level),
            PercentInMonth = Rounded(trend?.Percent),
            LowPercentInMonth = Rounded(trend?.PercentOf(trend.LowSlope)),
            HighPercentInMonth = Rounded(trend?.PercentOf(trend.HighSlope)),
            Chance = trend is null ? null : Math.Round(trend.Chance, 6),
            Limit = one.Series.Limit,
            DaysUntilLimit = Rounded(reach?.Days),
            SoonestDays = Rounded(reach?.Soonest),
            LatestDays = Rounded(reach?.Latest),
            Days = [.. one.Days.Select(static day => new TrendDay(day.Day, day.Value))],
        };
    }

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 4) : null;
}

/// <summary>How the center went.</summary>
/// <param name="Items">The series.</param>
/// <param name="IsKept">Whether days are kept.</param>
public sealed record TrendList(
    [property: Description("The series: first what was told, then what reaches a limit, the soonest first, then what goes up most.")]
    IReadOnlyList<TrendView> Items,
    [property: Description("Whether days are kept: monitoring.growth in the file.")] bool IsKept);

/// <summary>Answers about trends.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TrendList))]
internal sealed partial class TrendJson : JsonSerializerContext;
