using System.ComponentModel;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Forecasting.Agents;
using ContactCenter.Core.Learning.Forecasts;

namespace ContactCenter.Core.Api.Forecasts;

/// <summary>What is expected of a half hour. What is not known is absent.</summary>
public sealed record ForecastItem
{
    /// <summary>When it begins.</summary>
    [Description("When the half hour begins.")]
    public required DateTimeOffset At { get; init; }

    /// <summary>Contacts in the mean.</summary>
    [Description("Contacts that are expected, in the mean; of a half hour that is over, that were expected.")]
    public required double Expected { get; init; }

    /// <summary>In nine of ten cases not fewer.</summary>
    [Description("In nine of ten cases there are not fewer than this …")]
    public required double Low90 { get; init; }

    /// <summary>In nine of ten cases not more.</summary>
    [Description("… and not more than this.")]
    public required double High90 { get; init; }

    /// <summary>In one of two cases not fewer.</summary>
    [Description("In one of two cases there are not fewer than this …")]
    public required double Low50 { get; init; }

    /// <summary>In one of two cases not more.</summary>
    [Description("… and not more than this.")]
    public required double High50 { get; init; }

    /// <summary>What came.</summary>
    [Description("Contacts that came; absent where the half hour is not over, or nobody has read it.")]
    public long? Came { get; init; }

    /// <summary>Who is needed.</summary>
    [Description("Agents who are needed at work; absent where nobody serves the queue then, or how long a contact takes is not known.")]
    public int? Agents { get; init; }

    /// <summary>Who has to be logged in.</summary>
    [Description("Agents who have to be logged in for that, some of whom are on a break: what a plan counts.")]
    public int? Heads { get; init; }

    /// <summary>Who is planned.</summary>
    [Description("Agents that the plan of the queue has; absent where it has none for this time.")]
    public int? Scheduled { get; init; }

    /// <summary>What these reach.</summary>
    [Description("Share of contacts that is answered in time with the scheduled, in percent.")]
    public double? ServiceLevelPercent { get; init; }

    /// <summary>How likely it is too little.</summary>
    [Description("How likely it is that this is below the target, 0 to 1.")]
    public double? Risk { get; init; }

    /// <summary>The view of a half hour.</summary>
    internal static ForecastItem Of(ForecastHalfHour half) => new()
    {
        At = half.At,
        Expected = Math.Round(half.Slot.Expected, 1),
        Low90 = Math.Round(half.Slot.Low90, 1),
        High90 = Math.Round(half.Slot.High90, 1),
        Low50 = Math.Round(half.Slot.Low50, 1),
        High50 = Math.Round(half.Slot.High50, 1),
        Came = half.Came,
        Agents = half.Agents,
        Heads = half.Heads,
        Scheduled = half.Scheduled,
        ServiceLevelPercent = half.ServiceLevel is { } level ? Percentages.Rounded(level * 100, 1) : null,
        Risk = half.Risk is { } risk ? Math.Round(risk, 3) : null,
    };
}

/// <summary>What is expected of a channel of a queue.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Sentence">What counts, in a sentence.</param>
/// <param name="Items">The half hours, in order.</param>
public sealed record ForecastView(
    [property: Description("The queue.")] string Queue,
    [property: Description("The channel.")] ContactChannel Channel,
    [property: Description("What counts, in a sentence, by the clock of the queue.")] string Sentence,
    [property: Description("The half hours of days that are open, today from its first on; none while too little is known.")]
    IReadOnlyList<ForecastItem> Items)
{
    /// <summary>What it rests on.</summary>
    [Description("Open days that it has learned from.")]
    public required int BasedOnDays { get; init; }

    /// <summary>The target.</summary>
    [Description("The share that is to be answered, or finished, in time, in percent.")]
    public required double TargetPercent { get; init; }

    /// <summary>What in time means.</summary>
    [Description("What in time means, in seconds; of tasks and e-mails it counts in the hours of the queue. Absent: nothing is promised.")]
    public double? WithinSeconds { get; init; }

    /// <summary>What waits.</summary>
    [Description("Contacts that wait already, at least: tasks and e-mails, and while nobody serves callbacks that wait for the opening.")]
    public long Waiting { get; init; }

    /// <summary>Where the plan is too thin.</summary>
    [Description("Times at which the agents scheduled will hardly do, and how many more would.")]
    public IReadOnlyList<Shortage> Shortages { get; init; } = [];
}

/// <summary>Answers about forecasts.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnumConverter<ContactChannel>)])]
[JsonSerializable(typeof(ForecastView))]
internal sealed partial class ForecastJson : JsonSerializerContext;
