using System.Text.Json.Serialization;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Incidents.Changes;

/// <summary>Somebody changed the configuration of a service that the contact center rests on.</summary>
/// <param name="Id">CloudTrail's id of the event.</param>
/// <param name="At">When.</param>
/// <param name="Location">Account and Region, as in <see cref="CorrelationKey"/>.</param>
/// <param name="Text">Who changed what, as a sentence.</param>
public sealed record ConfigurationChange(string Id, DateTimeOffset At, string Location, string Text)
{
    /// <summary>Who; null in changes that were stored before it was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Actor { get; init; }

    /// <summary>What was asked for, such as <c>UpdateFunctionCode</c>; null in changes that were stored before it was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Action { get; init; }

    /// <summary>Of which service, such as <c>AWS Lambda</c>; null in changes that were stored before it was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Service { get; init; }

    /// <summary>On what, as the request names it; null where it names nothing, or was not kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Resource { get; init; }

    /// <summary>True when it was refused, so that nothing has changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRefused { get; init; }

    /// <summary>A change is told on the timelines of incidents that began within this time after it.</summary>
    public static readonly TimeSpan Precedes = TimeSpan.FromMinutes(30);

    /// <summary>Who did what, without what it was done to: changes of one import or deployment are of one kind.</summary>
    internal string Kind => Text.IndexOf(" on ", StringComparison.Ordinal) is > 0 and var thing ? Text[..thing] : Text;

    /// <summary>True when the incident began at the same place, after the change, within <see cref="Precedes"/>.</summary>
    public bool MayExplain(Incident incident) =>
        incident.Key.Location == Location && At <= incident.OpenedAt && incident.OpenedAt - At < Precedes;
}
