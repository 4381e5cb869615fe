using System.Collections.Immutable;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents;

/// <summary>
/// Finds the incident that an alarm belongs to. Mostly that is the one of its own key, or a storm; a composite alarm belongs to the
/// incident of a child, an alarm of several series to that of a series, and what an earlier version has filed elsewhere stays there while
/// it lasts.
/// </summary>
internal sealed class IncidentPlacement(IIncidentStore store, IncidentPolicy policy)
{
    /// <summary>CloudWatch judges a composite alarm within a minute of its children.</summary>
    private static readonly TimeSpan Simultaneous = TimeSpan.FromMinutes(1);

    /// <summary>The correlation that a change of an alarm is decided in.</summary>
    public async ValueTask<Placed> OfAsync(TriagedAlarm alarm, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (own, storm) = await store.LoadAsync(alarm.Key, cancellationToken);

        // a probe must get through a storm too, and shows nothing of it; an exercise is by itself
        if (alarm.IsProbe || alarm.Exercise is not null)
        {
            return new Placed(own, own, storm, []);
        }

        var isMember = own.IsTakingPart(alarm.Id);
        var isOver = alarm.Moment.State == AlarmState.Ok;
        var composite = (!isMember || isOver) && alarm.CompositeKey is { } key && key != alarm.Key
            ? (await store.LoadAsync(key, cancellationToken)).Own
            : null;
        var chosen = isMember ? own
            : await FormerAsync(alarm, cancellationToken)
                ?? OfComposite(composite, own, alarm)
                ?? await RelativeAsync(own, storm, alarm, cancellationToken)
                ?? Storms.Choose(own, storm, alarm, policy.Settings, now, Holding.Holds(alarm, policy, now));
        return new Placed(chosen, own, storm, isOver ? Others(alarm.Id, chosen, own, storm, composite) : []);
    }

    /// <summary>
    /// Other incidents that an alarm which is over takes part in, once that is decided: of its two states, heard of in the same moment, the
    /// other may have been decided meanwhile in the incident of its composite alarm, or in a storm; and its incident may have become a part
    /// of another one in that moment.
    /// </summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="decided">Where that it is over was decided.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<IReadOnlyList<Correlation>> CrossedAsync(
        TriagedAlarm alarm, CorrelationKey decided, CancellationToken cancellationToken)
    {
        var (own, storm) = await store.LoadAsync(alarm.Key, cancellationToken);
        var composite = alarm.CompositeKey is { } key && key != alarm.Key ? (await store.LoadAsync(key, cancellationToken)).Own : null;
        var taken = own.Incident is { IsActive: false, MergedInto: not null } ? await WithAsync(alarm.Id.Arn, cancellationToken) : [];
        return [.. Others(alarm.Id, Correlation.Empty(decided), [own, storm, composite, .. taken]).Where(other => other.IsNews(alarm))];
    }

    /// <summary>
    /// What is known of an alarm under its own key, when that is newer than a state that was decided elsewhere in the same moment; else
    /// null.
    /// </summary>
    public async ValueTask<AlarmMoment?> NewerAsync(TriagedAlarm alarm, CancellationToken cancellationToken) =>
        (await store.LoadAsync(alarm.Key, cancellationToken)).Own.Tracks.FirstOrDefault(track => track.Id == alarm.Id) is { } known
            && known.Latest > alarm.Moment
                ? known.Latest
                : null;

    /// <summary>
    /// What was heard of alarms that belong elsewhere and are thought red in an incident: while it was over they were heard of where their
    /// own incidents are.
    /// </summary>
    public async ValueTask<ImmutableArray<KnownAlarm>> MissedAsync(Correlation reopened, CancellationToken cancellationToken)
    {
        var missed = ImmutableArray.CreateBuilder<KnownAlarm>();
        foreach (var track in reopened.Members.Where(track => track.IsRed && track.OwnKey is not null && track.OwnKey != reopened.Key))
        {
            var (own, _) = await store.LoadAsync(track.OwnKey!.Value, cancellationToken);
            if (own.Tracks.FirstOrDefault(known => known.Id == track.Id) is { } known && known.Latest > track.Latest)
            {
                missed.Add(new KnownAlarm(known.Id, known.Latest));
            }
        }

        return missed.ToImmutable();
    }

    /// <summary>Active incidents in which an alarm, or a series of it, takes part.</summary>
    public async ValueTask<IReadOnlyList<Correlation>> WithAsync(string alarmArn, CancellationToken cancellationToken)
    {
        var found = new List<Correlation>();
        await foreach (var correlation in store.ActiveAsync(LeftToTheClock, cancellationToken))
        {
            if (correlation.Members.Any(track => track.Id.Arn == alarmArn))
            {
                found.Add(correlation);
            }
        }

        return found;
    }

    /// <summary>
    /// Other incidents in which an alarm that is over takes part: of two deliveries that crossed, one may have found its storm, or the
    /// incident of its composite alarm, and the other not.
    /// </summary>
    private static List<Correlation> Others(AlarmId alarm, Correlation chosen, params ReadOnlySpan<Correlation?> known)
    {
        var others = new List<Correlation>();
        foreach (var other in known)
        {
            if (other is not null
                && other.Key != chosen.Key
                && other.IsTakingPart(alarm)
                && !others.Exists(found => found.Key == other.Key))
            {
                others.Add(other);
            }
        }

        return others;
    }

    private async ValueTask<Correlation?> FormerAsync(TriagedAlarm alarm, CancellationToken cancellationToken)
    {
        if (alarm.FormerKey is not { } key)
        {
            return null;
        }

        var (former, storm) = await store.LoadAsync(key, cancellationToken);
        return former.IsTakingPart(alarm.Id) ? former : storm.IsTakingPart(alarm.Id) ? storm : null;
    }

    /// <summary>
    /// A composite alarm may be heard of before a child that it names: then the child belongs to what that has opened; but not a child that
    /// is known to be over where its own incidents are: there nobody would ever hear of that.
    /// </summary>
    private static Correlation? OfComposite(Correlation? composite, Correlation own, TriagedAlarm alarm) =>
        composite is { Incident.IsActive: true }
            && (composite.IsTakingPart(alarm.Id)
                || (alarm.Moment.State == AlarmState.Alarm
                    && own.Incident is not { IsActive: true }
                    && own.IsNews(alarm)
                    && composite.Members.Any(track => LooksAt(track, alarm))))
            ? composite
            : null;

    /// <summary>
    /// Whether a composite alarm is red, and looks at an alarm that was so before: what turns red later did not make it red, and is told
    /// for itself.
    /// </summary>
    private static bool LooksAt(AlarmTrack composite, TriagedAlarm alarm) =>
        composite.IsRed
        && alarm.Moment.At <= composite.Latest.At + Simultaneous
        && (composite.Children.IsDefaultOrEmpty
            ? alarm.Composites.Contains(composite.Id.Arn)
            : composite.Children.Contains(alarm.Id.Arn));

    /// <summary>
    /// The incident of an alarm that belongs to this one: children and series where this is their composite or their whole; else a
    /// composite alarm of others that was heard of before this child of it, whose key only its own message knows.
    /// </summary>
    private async ValueTask<Correlation?> RelativeAsync(
        Correlation own, Correlation storm, TriagedAlarm alarm, CancellationToken cancellationToken)
    {
        var isOfMany = !alarm.Children.IsEmpty || !alarm.ChildrenOfCatalog.IsEmpty || alarm.IsWhole || alarm.IsDeployedComposite;
        var isRed = alarm.Moment.State == AlarmState.Alarm;
        // whoever takes part in a storm stays there, so that a storm does not look through all that is active with each of its changes
        var mayBeChild = !storm.IsTakingPart(alarm.Id) && (!isRed || (own.Incident is not { IsActive: true } && own.IsNews(alarm)));
        if ((!isOfMany && !mayBeChild) || alarm.IsSuppressed)
        {
            return null;
        }

        Correlation? best = null;
        await foreach (var correlation in store.ActiveAsync(LeftToTheClock, cancellationToken))
        {
            if (correlation.IsTakingPart(alarm.Id))
            {
                return correlation;
            }

            if (alarm.Moment.State == AlarmState.Alarm
                && correlation.Members.Any(track => isOfMany ? track.IsRed && IsRelative(track, alarm) : LooksAt(track, alarm))
                && (best is null || IsBetter(correlation.Incident!, best.Incident!)))
            {
                best = correlation;
            }
        }

        return best?.Key == own.Key ? null : best;
    }

    /// <summary>The clock reads the same every minute, and tells of what it cannot read.</summary>
    private static void LeftToTheClock(UnreadableItemException unreadable)
    {
    }

    private static bool IsRelative(AlarmTrack track, TriagedAlarm alarm) => alarm.IsWhole
        ? track.Id.Arn == alarm.Id.Arn && track.Id.Contributor is not null
        : alarm.Children.Contains(track.Id.Arn)
            || alarm.ChildrenOfCatalog.Any(begin => track.Id.Arn.StartsWith(begin, StringComparison.Ordinal)
                && (track.Id.Arn.Length == begin.Length || track.Id.Arn[begin.Length] == '/'));

    /// <summary>What is told before what is held, then the worst, then what began first.</summary>
    private static bool IsBetter(Incident candidate, Incident other) =>
        (candidate.HeldUntil is not null, candidate.Severity, candidate.OpenedAt)
            .CompareTo((other.HeldUntil is not null, other.Severity, other.OpenedAt)) < 0;
}

/// <summary>Where an alarm belongs.</summary>
/// <param name="Chosen">The correlation that its change is decided in.</param>
/// <param name="Own">That of its own key.</param>
/// <param name="Storm">That of a storm at its place.</param>
/// <param name="Others">Others in which it takes part, when it is over: they hear of it too.</param>
internal sealed record Placed(Correlation Chosen, Correlation Own, Correlation Storm, IReadOnlyList<Correlation> Others);
