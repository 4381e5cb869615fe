using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents.Engine.People;

namespace ContactCenter.Core.Incidents;

/// <summary>What an incident was, as a person says when it is over.</summary>
/// <param name="Kind">What.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">When.</param>
public sealed record Verdict(VerdictKind Kind, string By, DateTimeOffset At);

/// <summary>What an incident was.</summary>
[JsonConverter(typeof(NamedEnumConverter<VerdictKind>))]
public enum VerdictKind
{
    /// <summary>Something was broken.</summary>
    Real,

    /// <summary>Nothing was broken: the alarm should not have told it.</summary>
    Noise,

    /// <summary>It was meant to be so: planned work, a known peak.</summary>
    Expected,

    /// <summary>It was an exercise.</summary>
    Drill,
}

/// <summary>What somebody does in an incident, beside repairing it.</summary>
[JsonConverter(typeof(NamedEnumConverter<IncidentRole>))]
public enum IncidentRole
{
    /// <summary>Decides.</summary>
    Commander,

    /// <summary>Tells those who wait.</summary>
    Communications,

    /// <summary>Writes down what happens.</summary>
    Scribe,
}

/// <summary>Who has a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Person">Who.</param>
/// <param name="Since">Since when.</param>
public sealed record RoleHolder(IncidentRole Role, string Person, DateTimeOffset Since);

/// <summary>A step of the runbook that was done.</summary>
/// <param name="Number">From 1.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record TickedStep(int Number, string By, DateTimeOffset At);

/// <summary>The other one of two incidents that become one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="IsActive">True while it is not over.</param>
/// <param name="Subject">What it is about.</param>
public sealed record MergedIncident(string Id, Severity Severity, bool IsActive, string Subject)
{
    /// <summary>True when it is an exercise, which is no part of what is real, nor the other way round.</summary>
    public bool IsExercise { get; init; }

    /// <summary>
    /// Its alarms that are red and will tell when they are not: they count in the other one from now on. Those of an exercise end with it,
    /// because each exercise is by itself.
    /// </summary>
    public ImmutableArray<AlarmTrack> Red { get; init; } = [];

    /// <summary>What of an incident counts here.</summary>
    /// <param name="correlation">The incident, with its alarms.</param>
    internal static MergedIncident Of(Correlation correlation)
    {
        var incident = correlation.Incident!;
        return new(incident.Id, incident.Severity, incident.IsActive, incident.Subject)
        {
            IsExercise = incident.Exercise is not null,
            Red =
            [
                .. correlation.Members
                    .Where(track => incident.Exercise is null && track.IsRed && Merging.TellsItsEnd(track))
                    .Select(track => track with
                    {
                        OwnKey = track.OwnKey ?? correlation.Key,
                        Subject = track.Subject ?? incident.Subject,
                        Symptom = track.Symptom ?? incident.Symptom,
                    }),
            ],
        };
    }
}
