using System.Text.Json.Serialization;

namespace ContactCenter.Functions.Incidents;

/// <summary>What one look of the clock found, for whoever invokes the function by hand.</summary>
/// <param name="Passed">Whether the audit passed, and so the heartbeat was told.</param>
/// <param name="Active">Active incidents.</param>
/// <param name="Handled">Incidents that were due.</param>
/// <param name="Delivered">Effects that had been left behind.</param>
/// <param name="Repaired">Incidents whose deadline was repaired.</param>
/// <param name="Problems">What went wrong.</param>
public sealed record ClockReply(
    [property: JsonPropertyName("passed")] bool Passed,
    [property: JsonPropertyName("active")] int Active,
    [property: JsonPropertyName("handled")] int Handled,
    [property: JsonPropertyName("delivered")] int Delivered,
    [property: JsonPropertyName("repaired")] IReadOnlyList<string> Repaired,
    [property: JsonPropertyName("problems")] IReadOnlyList<string> Problems);
