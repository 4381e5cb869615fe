using System.Text.Json.Serialization;

namespace ContactCenter.Cli.Forecast;

/// <summary>A value with what was expected, as a line of JSON.</summary>
/// <param name="At">When it was.</param>
/// <param name="Value">The value; null where nobody measured.</param>
/// <param name="Score">0: as usual, 1: never; from 0.5 on it is announced.</param>
/// <param name="Announced">True where somebody would be told.</param>
/// <param name="Low">Usually not less; null while nothing is known.</param>
/// <param name="High">Usually not more.</param>
/// <param name="Kind">What stood out: shape, extreme or level.</param>
/// <param name="Sentence">What is said of it.</param>
internal sealed record DetectedLine(
    DateTimeOffset At, double? Value, double Score, bool Announced, double? Low, double? High, string? Kind, string? Sentence);

/// <summary>What is expected of a half hour, as a line of JSON.</summary>
internal sealed record ForecastLine(
    DateTime At, double Expected, double Low90, double High90, double Low50, double High50, int BasedOnDays);

/// <summary>The agents that a half hour needs, as a line of JSON.</summary>
/// <param name="At">When it begins, by the clock of the file.</param>
/// <param name="Contacts">Contacts in the mean.</param>
/// <param name="Agents">Agents at work, over all that may come.</param>
/// <param name="OnMean">Agents that the mean alone would ask for.</param>
/// <param name="Heads">People to schedule.</param>
/// <param name="ServiceLevel">Share that is answered in time with these agents; null where work can wait.</param>
/// <param name="Scheduled">Agents that are scheduled; null where nothing is said of them.</param>
/// <param name="Risk">How likely it is that the goal is missed with those.</param>
internal sealed record StaffLine(
    DateTime At, double Contacts, int Agents, int OnMean, int Heads, double? ServiceLevel, int? Scheduled, double? Risk)
{
    /// <summary>Where work can wait: items that wait at the end, with the scheduled where there are any.</summary>
    public double? Waiting { get; init; }

    /// <summary>Those of them that should have been finished by then.</summary>
    public double? Late { get; init; }

    /// <summary>Where the same agents answer several queues: what each of them needs.</summary>
    public IReadOnlyList<SkillLine>? Skills { get; init; }
}

/// <summary>What a queue needs of agents who answer several.</summary>
/// <param name="Skill">The queue.</param>
/// <param name="Least">So many are busy with it.</param>
/// <param name="Alone">So many reach its goal by themselves.</param>
internal sealed record SkillLine(string Skill, int Least, int Alone);

/// <summary>A shift that covers what is needed, as a line of JSON.</summary>
/// <param name="Begin">When it begins, by the clock of the file.</param>
/// <param name="End">When it is over.</param>
/// <param name="People">How many people work it.</param>
internal sealed record ShiftLine(DateTime Begin, DateTime End, int People);

/// <summary>Whether a series grows, and when it reaches a limit, as a line of JSON.</summary>
/// <param name="Days">Days of which something is known.</param>
/// <param name="Level">The level of the last day.</param>
/// <param name="Slope">By how much a day is more than the day before.</param>
/// <param name="LowSlope">Not less, in nine of ten cases together with <paramref name="HighSlope"/>.</param>
/// <param name="HighSlope">Not more.</param>
/// <param name="Chance">How likely chance alone makes as much of a trend.</param>
/// <param name="Grows">Whether that is told as a trend.</param>
/// <param name="DaysUntil">Days until the limit; null: it is not reached.</param>
/// <param name="Soonest">Not sooner.</param>
/// <param name="Latest">Not later; null: it may be never.</param>
internal sealed record GrowthLine(
    int Days, double Level, double Slope, double LowSlope, double HighSlope, double Chance, bool Grows, double? DaysUntil, double? Soonest,
    double? Latest);

/// <summary>What <c>detect</c>, <c>forecast</c>, <c>staff</c> and <c>growth</c> print.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DetectedLine))]
[JsonSerializable(typeof(ForecastLine))]
[JsonSerializable(typeof(StaffLine))]
[JsonSerializable(typeof(ShiftLine))]
[JsonSerializable(typeof(GrowthLine))]
internal sealed partial class ForecastJson : JsonSerializerContext;
