using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>How incidents open, calm down and end.</summary>
public sealed record IncidentSettings
{
    [Description("How long all alarms must be OK before an incident counts as resolved, such as 10m.")]
    public TimeSpan QuietPeriod { get; set; } = TimeSpan.FromMinutes(10);

    [Description("An alarm that returns within this time reopens the incident instead of opening a new one, such as 1h.")]
    public TimeSpan RelapseWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// After this time of silence an alarm that may stay red for ever counts as quiet: alarms on DynamoDB metrics, alarms without data, and
    /// messages that are no alarms. Other alarms stay red until CloudWatch or a person says otherwise.
    /// </summary>
    [Description(
        "Silence after which an alarm that may stay red for ever (DynamoDB, no data, messages that are no alarms) counts as quiet. Such as 6h.")]
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromHours(6);

    [Description("So many incidents opening within stormWithin are a storm; one incident collects what follows.")]
    [Range(2, 100)]
    public int StormIncidents { get; set; } = 5;

    [Description("See stormIncidents, such as 5m.")]
    public TimeSpan StormWithin { get; set; } = TimeSpan.FromMinutes(5);

    [Description("How many incidents one person may open or report within an hour.")]
    [Range(1, 100)]
    public int OpeningsPerHour { get; set; } = 6;

    [Description("How long resolved incidents are kept, in days.")]
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 400;
}

/// <summary>A window of planned work, half-open: it holds from <see cref="From"/> until just before <see cref="To"/>.</summary>
public sealed record MaintenanceSettings
{
    [Description("What is being done.")]
    [RegularExpression("^[^\\p{C}]{1,120}$")]
    public required string Name { get; set; }

    [Description("Begin, with offset, such as 2026-05-02T22:00:00+02:00.")]
    public required DateTimeOffset From { get; set; }

    [Description("End, with offset.")]
    public required DateTimeOffset To { get; set; }

    [Description("Groups of alarms that it touches (see docs/alarms.md). Empty: all.")]
    public IReadOnlyList<string> Groups { get; set; } = [];

    [Description("Resources that it touches, by name. Empty: all.")]
    public IReadOnlyList<string> Resources { get; set; } = [];
}

/// <summary>How far exercises go.</summary>
public sealed record ExerciseSettings
{
    /// <summary>An exercise that takes longer than people's attention teaches nothing more.</summary>
    [Description("When an exercise is over at the latest, from 10m to 4h; a scenario may end earlier.")]
    public TimeSpan Limit { get; set; } = TimeSpan.FromHours(1);

    [Description("True: exercises open records in ServiceNow too, marked, of the lowest weight and in no group.")]
    public bool ServiceNow { get; set; }
}
