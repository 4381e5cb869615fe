using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Incidents.Exercises;

/// <summary>A scenario that is played, or was.</summary>
public sealed record Exercise
{
    /// <summary>Its begin, as <c>20261130-090312</c>: there is one at a time.</summary>
    public required string Id { get; init; }

    /// <summary>Raised by one whenever it is saved; 0: never yet.</summary>
    public long Version { get; init; }

    /// <summary>What is played.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Who started it.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it is over at the latest.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>What is played when, in order.</summary>
    public required ImmutableArray<PlannedEvent> Events { get; init; }

    /// <summary>How many of them were played.</summary>
    public int Played { get; init; }

    /// <summary>The incident that it is.</summary>
    public required string IncidentId { get; init; }

    /// <summary>How it ended; null while it is under way.</summary>
    public ExerciseOutcome? Outcome { get; init; }

    /// <summary>How people did; null while it is under way.</summary>
    public ExerciseScore? Score { get; init; }

    /// <summary>True while it is not over.</summary>
    [JsonIgnore]
    public bool IsUnderWay => Outcome is null;
}

/// <summary>An alarm of this deployment that changes in an exercise.</summary>
/// <param name="After">How long after the begin.</param>
/// <param name="Alarm">Name of the alarm.</param>
/// <param name="State">The state that it takes.</param>
/// <param name="Value">The value that it tells.</param>
public sealed record PlannedEvent(TimeSpan After, string Alarm, AlarmState State, double Value);

/// <summary>How an exercise ended.</summary>
/// <param name="Why">Why.</param>
/// <param name="By">Who stopped it, or the id of the real incident; empty for any other end.</param>
/// <param name="At">When.</param>
public sealed record ExerciseOutcome(ExerciseEnd Why, string By, DateTimeOffset At);

/// <summary>Where exercises are kept: the newest, which may be under way, and those that are over.</summary>
public interface IExerciseStore
{
    /// <summary>The newest, read consistently; null when there has been none.</summary>
    ValueTask<Exercise?> NewestAsync(CancellationToken cancellationToken);

    /// <summary>Saves the newest, or one that takes its place: its version is one above that of what was read.</summary>
    /// <returns>False when somebody else was faster; then nothing is saved.</returns>
    ValueTask<bool> SaveAsync(Exercise exercise, CancellationToken cancellationToken);

    /// <summary>Keeps one that is over, under its id; once more is as once.</summary>
    ValueTask KeepAsync(Exercise exercise, CancellationToken cancellationToken);

    /// <summary>Those that are over, the newest first.</summary>
    /// <param name="before">Only those before this id; null: all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    ValueTask<IReadOnlyList<Exercise>> EndedAsync(string? before, int limit, CancellationToken cancellationToken);

    /// <summary>One that is over; null when there is none of this id.</summary>
    ValueTask<Exercise?> FindEndedAsync(string id, CancellationToken cancellationToken);
}
