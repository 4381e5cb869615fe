using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Incidents.Exercises;

/// <summary>
/// Plays the exercise that is under way, a minute at a time: what is due, and its end. A step that is played twice after a crash changes
/// nothing, because an alarm is dated to when it was planned.
/// </summary>
/// <param name="store">Where exercises are.</param>
/// <param name="incidents">Where incidents are.</param>
/// <param name="desk">Decides about incidents.</param>
/// <param name="exercises">Ends exercises.</param>
/// <param name="configuration">The configuration.</param>
public sealed class ExercisePlayer(
    IExerciseStore store,
    IIncidentStore incidents,
    IncidentDesk desk,
    ExerciseDesk exercises,
    ContactCenterConfiguration configuration)
{
    /// <summary>Looks once.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it; what is left is played in a minute.</param>
    /// <returns>What was done, for the log; null when no exercise is under way.</returns>
    /// <exception cref="IncidentConflictException">Every attempt lost its race.</exception>
    public async ValueTask<PlayedMinute?> LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await store.NewestAsync(cancellationToken) is not { IsUnderWay: true } exercise)
        {
            return null;
        }

        var incident = (await incidents.FindAsync(exercise.IncidentId, cancellationToken))?.Incident;
        if (await WhyOverAsync(exercise, incident, now, cancellationToken) is { } over)
        {
            _ = await exercises.EndAsync(over.Why, over.By, now, cancellationToken);
            return new PlayedMinute(exercise.Id, 0, over.Why);
        }

        var due = exercise.Events.Skip(exercise.Played).TakeWhile(planned => exercise.StartedAt + planned.After <= now).ToArray();
        foreach (var planned in due)
        {
            if (ExercisePlan.Change(planned, exercise.StartedAt, configuration) is { } change)
            {
                _ = await desk.Pipeline.ReceiveAsync(new ExerciseAlarm(change, exercise.Id, exercise.EndsAt), now, cancellationToken);
            }
        }

        var played = exercise with { Version = exercise.Version + 1, Played = exercise.Played + due.Length };
        if (due.Length > 0
            && !await store.SaveAsync(played, cancellationToken)
            && await store.NewestAsync(cancellationToken) is { Outcome: { } meanwhile } ended
            && ended.Id == exercise.Id)
        {
            // somebody has stopped it while its first alarm was on the way
            _ = await desk.Pipeline.ActAsync(
                exercise.IncidentId, new ExerciseEnded(meanwhile.Why, meanwhile.By), now, cancellationToken);
        }

        return new PlayedMinute(exercise.Id, due.Length, null);
    }

    private async ValueTask<(ExerciseEnd Why, string By)?> WhyOverAsync(
        Exercise exercise, Incident? incident, DateTimeOffset now, CancellationToken cancellationToken) =>
        await exercises.RealIncidentAsync(now, cancellationToken) is { } real && incident is not { IsActive: false }
            ? (ExerciseEnd.RealIncident, real)
            : now >= exercise.EndsAt ? (ExerciseEnd.Limit, "")
            : incident is { IsActive: false } ? (ExerciseEnd.Resolved, "")
            : null;
}

/// <summary>What was done in a minute of an exercise.</summary>
/// <param name="Exercise">Its id.</param>
/// <param name="Played">How many events were played.</param>
/// <param name="End">Why it was ended; null: it goes on.</param>
public sealed record PlayedMinute(string Exercise, int Played, ExerciseEnd? End);
