using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Configuration;

/// <summary>One value for each severity. The schema takes a property of a type parameter for nullable unless attributes say otherwise.</summary>
/// <typeparam name="T">What there is one of.</typeparam>
public sealed record BySeverity<T>
    where T : new()
{
    /// <summary>For <see cref="Severity.P1"/>.</summary>
    [JsonPropertyName("P1")]
    [NotNull]
    [DisallowNull]
    [Description("Critical: customers cannot get through or be served.")]
    public T P1 { get; set; } = new();

    /// <summary>For <see cref="Severity.P2"/>.</summary>
    [JsonPropertyName("P2")]
    [NotNull]
    [DisallowNull]
    [Description("High: the customer's experience is degraded significantly.")]
    public T P2 { get; set; } = new();

    /// <summary>For <see cref="Severity.P3"/>.</summary>
    [JsonPropertyName("P3")]
    [NotNull]
    [DisallowNull]
    [Description("Medium: needs investigation, no immediate effect.")]
    public T P3 { get; set; } = new();

    /// <summary>For <see cref="Severity.P4"/>.</summary>
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
