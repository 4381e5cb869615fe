using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Exercises;

/// <summary>
/// Scores an exercise by what stands on the timeline of its incident and by whom its messages went to. Pure: the same file gives the same
/// score.
/// </summary>
internal sealed class ExerciseScorer(IncidentFile file, ScenarioExpectations expects, IncidentPolicy policy)
{
    private readonly IReadOnlyList<TimelineEvent> _timeline = file.Timeline;

    /// <summary>When people could first know of it.</summary>
    private DateTimeOffset Begin => file.Incident.OpenedAt;

    private TimelineEvent? Taken => _timeline.FirstOrDefault(static entry =>
        entry.Facts?.Act is PersonAction.Acknowledge or PersonAction.Snooze);

    /// <summary>The score.</summary>
    /// <param name="file">Everything that is known of the incident.</param>
    /// <param name="expects">What was expected.</param>
    /// <param name="policy">Promises, and names of people.</param>
    public static ExerciseScore Of(IncidentFile file, ScenarioExpectations expects, IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        var scorer = new ExerciseScorer(file, expects, policy);
        ImmutableArray<ExerciseAim> aims = [.. scorer.Aims()];
        var met = aims.Count(static aim => aim.Outcome == AimOutcome.Met);
        return new ExerciseScore(Sentences.DebriefTeam($"{met}", $"{aims.Length}"), aims, [.. scorer.People()]);
    }

    private IEnumerable<ExerciseAim> Aims()
    {
        yield return Acknowledge();
        yield return FirstStep();
        if (expects.Steps > 0)
        {
            yield return Steps();
        }

        foreach (var role in expects.Roles.Distinct())
        {
            yield return Role(role);
        }

        if (expects.HandOver)
        {
            yield return HandOver();
        }

        if (expects.Stakeholders)
        {
            yield return Stakeholders();
        }
    }

    /// <summary>The promise is that of the severity that it had when somebody took it, and counts from when it had that.</summary>
    private ExerciseAim Acknowledge()
    {
        var step = _timeline.LastOrDefault(entry =>
            entry.Facts?.Severity is not null && (Taken is null || entry.Number < Taken.Number));
        var promise = policy.Sla(step?.Facts!.Severity ?? file.Incident.Severity).Acknowledge;
        var promised = MetricText.Duration(promise);
        if (Taken is not { } taken)
        {
            return new(AimKind.Acknowledge, AimOutcome.NotMet, Sentences.ScoreNotTaken(promised));
        }

        var lasted = taken.At - (step?.At ?? Begin);
        return new(
            AimKind.Acknowledge,
            lasted <= promise ? AimOutcome.Met : AimOutcome.Partly,
            Sentences.ScoreTaken(Name(taken.Facts!.Actor!), MetricText.Duration(lasted), promised));
    }

    private ExerciseAim FirstStep()
    {
        var first = _timeline.FirstOrDefault(static entry => entry.Facts is { Actor: not null, Act: not null });
        var further = file.Effects
            .Select(static outcome => outcome.Effect)
            .OfType<NotifyEffect>()
            .Where(effect => effect.Message.Occasion is Occasion.Escalated or Occasion.Reminder && !(effect.At >= first?.At))
            .Select(static effect => effect.At)
            .Distinct()
            .Count();
        return new(
            AimKind.FirstStep,
            first is null ? AimOutcome.NotMet : further == 0 ? AimOutcome.Met : AimOutcome.Partly,
            first is not null && further == 0 ? Sentences.ScoreFirstStep : Sentences.ScoreFurtherSteps($"{further}"));
    }

    private ExerciseAim Steps()
    {
        var done = file.Incident.Steps.IsDefault ? 0 : file.Incident.Steps.Count(step => step.Number <= expects.Steps);
        return new(
            AimKind.Steps,
            done == expects.Steps ? AimOutcome.Met : done > 0 ? AimOutcome.Partly : AimOutcome.NotMet,
            Sentences.ScoreSteps($"{done}", $"{expects.Steps}"));
    }

    private ExerciseAim Role(IncidentRole role) =>
        (file.Incident.Roles.IsDefault ? [] : file.Incident.Roles).FirstOrDefault(known => known.Role == role) is { } holder
            ? new(AimKind.Role, AimOutcome.Met, Sentences.ScoreRoleTaken(Name(holder.Person), Word(role)))
            : new(AimKind.Role, AimOutcome.NotMet, Sentences.ScoreRoleFree(Word(role)));

    private ExerciseAim HandOver() =>
        _timeline.FirstOrDefault(static entry => entry.Facts is { Act: PersonAction.HandOver, Audience: not null }) is { } handed
            ? new(AimKind.HandOver, AimOutcome.Met, Sentences.ScoreHandedOver(handed.Facts!.Audience!))
            : new(AimKind.HandOver, AimOutcome.NotMet, Sentences.ScoreNotHandedOver);

    private ExerciseAim Stakeholders() =>
        _timeline.FirstOrDefault(static entry => entry.Facts is { IsForStakeholders: true }) is { } told
            ? new(AimKind.Stakeholders, AimOutcome.Met, Sentences.ScoreInformed(MetricText.Duration(told.At - Begin)))
            : new(AimKind.Stakeholders, AimOutcome.NotMet, Sentences.ScoreNotInformed);

    /// <summary>A channel of many is nobody; a role or a tick is of whoever has it, whoever said so.</summary>
    private IEnumerable<PersonDebrief> People()
    {
        var told = file.Effects
            .Where(static outcome => outcome.Failure is null)
            .Select(static outcome => outcome.Effect)
            .OfType<NotifyEffect>()
            .Where(effect => !effect.IsUpdate && policy.NameOf(effect.To) != effect.To)
            .GroupBy(effect => policy.NameOf(effect.To), StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Min(static effect => effect.At), StringComparer.Ordinal);
        var acts = _timeline.Where(static entry => entry.Facts is { Actor: not null, Act: not null })
            .ToLookup(entry => Name(entry.Facts!.Actor!), StringComparer.Ordinal);
        return told.Keys
            .Concat(acts.Select(static person => person.Key))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                var at = told.TryGetValue(name, out var first) ? first : (DateTimeOffset?)null;
                string[] sentences = [Told(at), .. Did(name, [.. acts[name]])];
                return new PersonDebrief(name, at, acts.Contains(name), string.Join(' ', sentences));
            });
    }

    private static string Told(DateTimeOffset? at) => at is { } time
        ? Sentences.DebriefTold(time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture))
        : Sentences.DebriefNotTold;

    private List<string> Did(string name, TimelineEvent[] acts)
    {
        var found = new List<string>();
        if (acts.FirstOrDefault(static entry => entry.Facts!.Act is PersonAction.Acknowledge or PersonAction.Snooze) is { } took)
        {
            found.Add(Sentences.DebriefTook(MetricText.Duration(took.At - Begin)));
        }

        if (!file.Incident.Steps.IsDefault && file.Incident.Steps.Count(step => Name(step.By) == name) is > 0 and var ticked)
        {
            found.Add(Sentences.DebriefTicked($"{ticked}"));
        }

        if (!file.Incident.Roles.IsDefault)
        {
            found.AddRange(file.Incident.Roles.Where(role => Name(role.Person) == name)
                .OrderBy(static role => role.Role)
                .Select(static role => Sentences.DebriefRole(Word(role.Role))));
        }

        if (acts.Any(static entry => entry.Facts!.IsForStakeholders))
        {
            found.Add(Sentences.DebriefInformed);
        }

        found.AddRange(acts.Where(static entry => entry.Facts is { Act: PersonAction.HandOver, Audience: not null })
            .Select(static entry => Sentences.DebriefHandedOver(entry.Facts!.Audience!)));
        if (acts.Any(static entry => entry.Facts!.Act == PersonAction.Resolve))
        {
            found.Add(Sentences.DebriefEnded);
        }

        return found.Count > 0 ? found : [acts.Length > 0 ? Sentences.DebriefOtherwise : Sentences.DebriefNothing];
    }

    private string Name(string actor) => policy.NameOf(actor);

    private static string Word(IncidentRole role) => role switch
    {
        IncidentRole.Commander => Sentences.RoleCommander,
        IncidentRole.Communications => Sentences.RoleCommunications,
        _ => Sentences.RoleScribe,
    };
}
