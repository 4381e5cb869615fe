using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Incidents.Exercises;

/// <summary>Starts, ends and scores exercises. What is played meanwhile is the clock's to play (<see cref="ExercisePlayer"/>).</summary>
/// <param name="store">Where exercises are.</param>
/// <param name="incidents">Where incidents are.</param>
/// <param name="files">Everything that is known of an incident.</param>
/// <param name="desk">Decides about incidents.</param>
/// <param name="configuration">The configuration.</param>
public sealed class ExerciseDesk(
    IExerciseStore store, IIncidentStore incidents, IIncidentFiles files, IncidentDesk desk, ContactCenterConfiguration configuration)
{
    /// <summary>So many exercises that are over are looked through for the record: years of one a week.</summary>
    private const int MaximumRecord = 200;

    /// <summary>The newest; null when there has been none.</summary>
    public ValueTask<Exercise?> NewestAsync(CancellationToken cancellationToken) => store.NewestAsync(cancellationToken);

    /// <summary>How long an exercise of a scenario takes at most.</summary>
    public TimeSpan LimitOf(Scenario scenario) => ExercisePlan.Limit(scenario, configuration.Exercises);

    /// <summary>Why a scenario cannot be played with the configuration; empty: it can.</summary>
    public ImmutableArray<string> ProblemsOf(Scenario scenario)
    {
        var problems = new List<string>();
        _ = ExercisePlan.Bind(scenario, configuration, problems);
        return [.. problems];
    }

    /// <summary>Says what an exercise would do, and why it could not be started now.</summary>
    /// <param name="scenario">What is played.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="atNight">True when people may be woken.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<ExerciseProposal> ProposeAsync(
        Scenario scenario, string by, bool atNight, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var problems = new List<string>();
        var events = ExercisePlan.Bind(scenario, configuration, problems);
        if (problems.Count > 0)
        {
            return new ExerciseProposal(null, [], ExerciseRefusal.Invalid, [.. problems]);
        }

        var begin = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var id = begin.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var exercise = new Exercise
        {
            Id = id,
            Scenario = scenario,
            StartedBy = by,
            StartedAt = begin,
            EndsAt = begin + ExercisePlan.Limit(scenario, configuration.Exercises),
            Events = events,
            IncidentId = $"{KeyOf(id).Code}-1",
        };
        var messages = ExercisePreview.Of(exercise, desk.Triage, await desk.PolicyNowAsync(), configuration);
        var newest = await store.NewestAsync(cancellationToken);
        var (refusal, why) = newest is { IsUnderWay: true }
            ? (ExerciseRefusal.UnderWay, newest.Id)
            : await RealIncidentAsync(now, cancellationToken) is { } real ? (ExerciseRefusal.RealIncident, real)
            : messages.IsEmpty ? (ExerciseRefusal.NobodyTold, "")
            : !atNight && messages.FirstOrDefault(static message => message.IsNight) is { } night
                ? (ExerciseRefusal.Night, $"{night.Audience}, {night.At.UtcDateTime:HH:mm} UTC")
            : (ExerciseRefusal.None, "");
        return new ExerciseProposal(
            exercise with { Version = (newest?.Version ?? 0) + 1 }, messages, refusal, why.Length > 0 ? [why] : []);
    }

    /// <summary>Starts an exercise: from the next minute on the clock plays it.</summary>
    /// <param name="proposal">What was proposed, and not refused.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False when somebody else has started or ended one meanwhile.</returns>
    public ValueTask<bool> StartAsync(ExerciseProposal proposal, CancellationToken cancellationToken) =>
        proposal is { Refusal: ExerciseRefusal.None, Exercise: { } exercise }
            ? store.SaveAsync(exercise, cancellationToken)
            : throw new ArgumentException("what was refused is not started", nameof(proposal));

    /// <summary>Ends the exercise that is under way; null when there is none, or it has ended meanwhile.</summary>
    /// <param name="why">Why.</param>
    /// <param name="by">Who, or the id of the real incident.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<Exercise?> EndAsync(ExerciseEnd why, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await store.NewestAsync(cancellationToken) is not { IsUnderWay: true } exercise)
        {
            return null;
        }

        _ = await desk.Pipeline.ActAsync(exercise.IncidentId, new ExerciseEnded(why, by), now, cancellationToken);
        var ended = exercise with
        {
            Version = exercise.Version + 1,
            Outcome = new ExerciseOutcome(why, by, now),
            Score = await ScoreAsync(exercise, cancellationToken),
        };

        // kept first: who dies in between ends it once more, under the same id
        await store.KeepAsync(ended, cancellationToken);
        return await store.SaveAsync(ended, cancellationToken) ? ended : null;
    }

    /// <summary>One exercise, with its score so far while it is under way; null when it is not known.</summary>
    public async ValueTask<Exercise?> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.NewestAsync(cancellationToken) is { IsUnderWay: true } newest && newest.Id == id
            ? newest with { Score = await ScoreAsync(newest, cancellationToken) }
            : await store.FindEndedAsync(id, cancellationToken);

    /// <summary>Exercises that are over, the newest first.</summary>
    public ValueTask<IReadOnlyList<Exercise>> EndedAsync(string? before, int limit, CancellationToken cancellationToken) =>
        store.EndedAsync(before, limit, cancellationToken);

    /// <summary>Who has practised what and when, and who should next.</summary>
    public async ValueTask<TrainingRecord> RecordAsync(CancellationToken cancellationToken) => TrainingRecord.Of(
        await store.EndedAsync(before: null, MaximumRecord, cancellationToken),
        configuration.OnCall.Values.SelectMany(static schedule => schedule.Participants).Select(static person => person.Name),
        PackagedScenarios.All.Select(static scenario => scenario.Kind));

    /// <summary>Id of a real incident that people must act on now; null when there is none.</summary>
    internal async ValueTask<string?> RealIncidentAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await foreach (var correlation in incidents.ActiveAsync(static _ => { }, cancellationToken))
        {
            if (ExerciseRules.Ends(correlation.Incident!, now))
            {
                return correlation.Incident!.Id;
            }
        }

        return null;
    }

    /// <summary>Where the incident of an exercise is: no alarm has such a key.</summary>
    private CorrelationKey KeyOf(string id) => new(
        CorrelationKey.ExerciseGroup, id, $"{configuration.Instance.AccountId}/{configuration.Instance.Region}");

    private async ValueTask<ExerciseScore?> ScoreAsync(Exercise exercise, CancellationToken cancellationToken) =>
        await files.OpenAsync(exercise.IncidentId, cancellationToken) is { } file
            ? ExerciseScorer.Of(file, exercise.Scenario.Expects, await desk.PolicyNowAsync())
            : null;
}

/// <summary>What an exercise would do.</summary>
/// <param name="Exercise">The exercise; null when its scenario cannot be played.</param>
/// <param name="Messages">Whom it would tell when, if nobody acted.</param>
/// <param name="Refusal">Why it cannot be started now.</param>
/// <param name="Why">The problems of the scenario, or what stands against it.</param>
public sealed record ExerciseProposal(
    Exercise? Exercise, ImmutableArray<PreviewedMessage> Messages, ExerciseRefusal Refusal, ImmutableArray<string> Why);

/// <summary>Why an exercise cannot be started.</summary>
[JsonConverter(typeof(NamedEnumConverter<ExerciseRefusal>))]
public enum ExerciseRefusal
{
    /// <summary>It can.</summary>
    None,

    /// <summary>Its scenario cannot be played.</summary>
    Invalid,

    /// <summary>Another one is under way.</summary>
    UnderWay,

    /// <summary>A real incident is open that people must act on.</summary>
    RealIncident,

    /// <summary>Nobody would be told.</summary>
    NobodyTold,

    /// <summary>Somebody would be woken.</summary>
    Night,
}
