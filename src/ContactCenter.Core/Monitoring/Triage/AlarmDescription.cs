using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>
/// What an alarm's description tells when it is JSON: <c>{"alarm":"queue-wait-time","severity":"P2","group":"queue","runbook":"…"}</c>.
/// Alarms deployed by this system explain themselves this way; alarms of others may.
/// </summary>
/// <param name="Alarm">Id in the catalog, or null.</param>
/// <param name="Severity">Severity, or null.</param>
/// <param name="Group">Correlation group, or null.</param>
/// <param name="Runbook">Runbook, or null.</param>
/// <param name="Owner">Owner, or null.</param>
internal sealed record AlarmDescription(string? Alarm, Severity? Severity, string? Group, string? Runbook, string? Owner)
{
    public static AlarmDescription Empty { get; } = new(null, null, null, null, null);

    /// <summary>What a composite alarm of this system tells, however much of its description arrives.</summary>
    public static AlarmDescription Of(CompositeDefinition composite) =>
        new(composite.Id, composite.Severity, composite.Group, composite.Runbook, composite.Owner);

    public static AlarmDescription Read(string? description)
    {
        if (description is null || !description.AsSpan().TrimStart().StartsWith('{'))
        {
            return Empty;
        }

        try
        {
            using var document = JsonDocument.Parse(description);
            var root = document.RootElement;
            return new AlarmDescription(
                Word(root, "alarm"), ReadSeverity(root.Text("severity")), Word(root, "group"), Word(root, "runbook"), Word(root, "owner"));
        }
        catch (JsonException)
        {
            return Empty;
        }
    }

    private static string? Word(JsonElement root, string name) =>
        root.Text(name) is { Length: > 0 and <= 64 } word ? BoundedText.Of(word, 64) : null;

    private static Severity? ReadSeverity(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "P1" or "CRITICAL" => Common.Severity.P1,
        "P2" or "HIGH" => Common.Severity.P2,
        "P3" or "MEDIUM" => Common.Severity.P3,
        "P4" or "LOW" => Common.Severity.P4,
        _ => null,
    };
}
