using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Configuration;

/// <summary>Who is told when, for one severity.</summary>
public sealed record EscalationSettings
{
    [Description("Steps, in order of their delay.")]
    public IReadOnlyList<EscalationStepSettings> Steps { get; set; } = [];

    [Description("After the last step, begin again after this time, such as 30m. Absent: do not.")]
    public TimeSpan? RepeatEvery { get; set; }

    [Description("How often to begin again.")]
    [Range(0, 100)]
    public int RepeatTimes { get; set; }

    [Description("Steps while it is not over, whoever has acknowledged it: delay since it opened or was raised, and audience.")]
    public IReadOnlyList<EscalationStepSettings> Unresolved { get; set; } = [];

    [Description("After this time an acknowledgement without a resolution counts no longer, such as 1h.")]
    public TimeSpan AcknowledgementExpires { get; set; } = TimeSpan.FromHours(1);

    [Description("Other steps for incidents of one owner: operations, engineering or workforce (docs/alarms.md names it for each alarm).")]
    public IReadOnlyDictionary<string, OwnerEscalationSettings> Owners { get; set; } = new Dictionary<string, OwnerEscalationSettings>();
}

/// <summary>Who is told when of incidents of one owner; rounds and acknowledgements are those of the severity.</summary>
public sealed record OwnerEscalationSettings
{
    [Description("Steps, in order of their delay. Absent: those of the severity.")]
    public IReadOnlyList<EscalationStepSettings>? Steps { get; set; }

    [Description("Steps while it is not over, whoever has acknowledged it. Absent: those of the severity.")]
    public IReadOnlyList<EscalationStepSettings>? Unresolved { get; set; }
}

/// <summary>One step: after a time without an acknowledgement an audience is told.</summary>
public sealed record EscalationStepSettings
{
    [Description("Time since the incident opened, such as 0m or 15m.")]
    public required TimeSpan After { get; set; }

    [Description("Name of the audience.")]
    public required string Audience { get; set; }
}

/// <summary>Promised times for one severity, counted from the opening of the incident.</summary>
public sealed record SlaSettings
{
    [Description("Time until somebody acknowledges, such as 5m.")]
    public TimeSpan Acknowledge { get; set; } = TimeSpan.FromHours(4);

    [Description("Time until it is over, such as 1h.")]
    public TimeSpan Resolve { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Customary promises: 5 and 15 minutes to acknowledge what is critical and high, hours for the rest.</summary>
    public static BySeverity<SlaSettings> Defaults() => new()
    {
        P1 = new() { Acknowledge = TimeSpan.FromMinutes(5), Resolve = TimeSpan.FromHours(1) },
        P2 = new() { Acknowledge = TimeSpan.FromMinutes(15), Resolve = TimeSpan.FromHours(4) },
        P3 = new() { Acknowledge = TimeSpan.FromHours(4), Resolve = TimeSpan.FromDays(1) },
        P4 = new() { Acknowledge = TimeSpan.FromDays(1), Resolve = TimeSpan.FromDays(7) },
    };
}

/// <summary>
/// One value for each severity. The schema takes a property of a type parameter for nullable unless attributes say otherwise.
/// </summary>
/// <typeparam name="T">What there is one of.</typeparam>
public sealed record BySeverity<T>
    where T : new()
{
    [JsonPropertyName("P1")]
    [NotNull]
    [DisallowNull]
    [Description("Critical: customers cannot get through or be served.")]
    public T P1 { get; set; } = new();

    [JsonPropertyName("P2")]
    [NotNull]
    [DisallowNull]
    [Description("High: the customer's experience is degraded significantly.")]
    public T P2 { get; set; } = new();

    [JsonPropertyName("P3")]
    [NotNull]
    [DisallowNull]
    [Description("Medium: needs investigation, no immediate effect.")]
    public T P3 { get; set; } = new();

    [JsonPropertyName("P4")]
    [NotNull]
    [DisallowNull]
    [Description("Low: a trend, or a limit that comes closer.")]
    public T P4 { get; set; } = new();

    /// <summary>The value for a severity.</summary>
    [JsonIgnore]
    public T this[Severity severity] => severity switch
    {
        Severity.P1 => P1,
        Severity.P2 => P2,
        Severity.P3 => P3,
        _ => P4,
    };
}
