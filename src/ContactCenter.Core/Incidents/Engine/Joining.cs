using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// An alarm change reaches its correlation. Everything rests on the alarm's states in order of time, so order and number of arrivals do not
/// matter: a new state joins the active incident, or may open one (<see cref="Opening"/>).
/// </summary>
internal static class Joining
{
    /// <summary>Series tell of themselves in the same second as their alarm; the clock looks once a minute.</summary>
    private static readonly TimeSpan WaitForSeries = TimeSpan.FromMinutes(1);

    /// <summary>Characters of ARNs of children that are kept of a composite alarm.</summary>
    private const int MaximumChildren = 8_000;

    /// <summary>Composite alarms of a correlation whose children are kept; of more it is not known later what they look at.</summary>
    private const int MaximumComposites = 20;

    /// <summary>What an alarm change means.</summary>
    public static IncidentAction Receive(IncidentDraft draft, TriagedAlarm alarm)
    {
        if (alarm.IsProbe)
        {
            return Probes.Report(draft, alarm);
        }

        var known = draft.Tracks.FirstOrDefault(track => track.Id == alarm.Id);
        var track = known is null
            ? NewTrack(alarm)
            : known.With(alarm.Moment) ?? known.Unsuppressed(alarm.Moment, alarm.IsSuppressed);
        if (track is null)
        {
            return IncidentAction.Ignored;
        }

        track = track with
        {
            MayStayRed = alarm.MayStayRed,
            IsWhole = alarm.IsWhole,
            Period = alarm.Period > TimeSpan.FromMinutes(1) ? alarm.Period : null,
            MutedUntil = track.Latest == alarm.Moment ? HeldUntil(draft, alarm) : track.MutedUntil,
            IsSuppressed = track.Latest == alarm.Moment ? alarm.IsSuppressed && IsRed(alarm) : track.IsSuppressed,
        };
        var action = draft.IsActive ? Join(draft, alarm, track, isNew: known is null) : Opening.OpenIfRed(draft, alarm, track);
        if (alarm.ClaimedAt is { } claimed && action != IncidentAction.Ignored)
        {
            draft.Note(
                TimelineKind.Alarm,
                Sentences.NoteClaimed(
                    alarm.Name, $"{claimed.UtcDateTime:yyyy-MM-dd HH:mm:ss}", $"{alarm.Moment.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}"),
                new() { Alarm = alarm.Name });
        }

        return action;
    }

    /// <summary>Alarms that take part are known to have changed while the incident was over.</summary>
    public static IncidentAction CatchUp(IncidentDraft draft, ImmutableArray<KnownAlarm> known)
    {
        var tracks = draft.Tracks;
        foreach (var (id, latest) in known)
        {
            if (draft.IsActive
                && draft.Members.FirstOrDefault(member => member.Id == id) is { } track
                && track.With(latest) is { } newer)
            {
                draft.Replace(newer);
                draft.Note(
                    TimelineKind.Alarm,
                    Sentences.NoteIsSince(newer.Name, Word(latest.State), $"{latest.At.UtcDateTime:HH:mm:ss}"),
                    new() { Alarm = newer.Name });
            }
        }

        if (draft.Tracks == tracks)
        {
            return IncidentAction.Ignored;
        }

        Holding.Look(draft);
        return Quiet.Settle(draft) ?? IncidentAction.Merged;
    }

    /// <summary>
    /// Until when an alarm is not told: while it is muted; and one of several series for a moment, in which a series may tell of itself.
    /// </summary>
    private static DateTimeOffset? HeldUntil(IncidentDraft draft, TriagedAlarm alarm) =>
        alarm.MutedUntil ?? (alarm.IsWhole && IsRed(alarm) ? draft.Now + WaitForSeries : null);

    /// <summary>The track as a part of an incident, with the worst severity that was assessed in it.</summary>
    public static AlarmTrack TakePart(AlarmTrack track, TriagedAlarm alarm, CorrelationKey key, int number)
    {
        if (!IsRed(alarm))
        {
            return track;
        }

        var isWorse = track.Incident != number || track.Severity >= alarm.Assessment.Severity;
        var isElsewhere = alarm.Key != key;
        var isEcho = isElsewhere && key.Group != CorrelationKey.StormGroup && (alarm.IsDeployedComposite || alarm.IsWhole);
        return track with
        {
            Incident = number,
            IsEcho = isEcho,
            Children = isEcho ? default : Bounded(alarm.Children),
            OwnKey = isElsewhere && !isEcho ? alarm.Key : null,
            Subject = isElsewhere ? alarm.Subject : null,
            Symptom = isElsewhere ? alarm.Symptom : null,
            Severity = isWorse ? alarm.Assessment.Severity : track.Severity,
            IsInternal = isWorse ? IsInternalP1(alarm) : track.IsInternal,
            Dropped = track.Incident == number ? track.Dropped : 0,
        };
    }

    /// <summary>So many children that a correlation of many composite alarms stays below the limit of an item.</summary>
    private static ImmutableArray<string> Bounded(ImmutableArray<string> children)
    {
        if (children.IsEmpty)
        {
            return default;
        }

        var (length, count) = (0, 0);
        while (count < children.Length && length + children[count].Length <= MaximumChildren)
        {
            length += children[count++].Length;
        }

        return children[..count];
    }

    /// <summary>
    /// Stores the track; when there are too many, one that is over makes room. False when there is no such one: then the alarm is only
    /// counted.
    /// </summary>
    public static bool Keep(IncidentDraft draft, AlarmTrack track)
    {
        var isKnown = draft.Tracks.FindIndex(candidate => candidate.Id == track.Id) >= 0;
        if (!isKnown && draft.Tracks.Length >= Correlation.MaximumTracks)
        {
            var over = draft.Tracks.FindIndex(candidate => !candidate.IsRed);
            if (over < 0)
            {
                // what says that customers are not served is followed by name; the mildest alarm is counted in its place
                over = track.Severity == Severity.P1 ? draft.Tracks.FindIndex(static candidate => candidate.Severity > Severity.P2) : -1;
                if (over < 0)
                {
                    return false;
                }

                draft.Incident = draft.Incident is { IsActive: true } incident
                    ? incident with
                    {
                        Untracked = incident.Untracked + 1,
                        UntrackedSeverity = incident.UntrackedSeverity ?? draft.Tracks[over].Severity,
                    }
                    : draft.Incident;
            }

            draft.Tracks = draft.Tracks.RemoveAt(over);
        }

        draft.Replace(
            track.Children.IsDefaultOrEmpty || draft.Tracks.Count(static one => !one.Children.IsDefaultOrEmpty) < MaximumComposites
                ? track
                : track with { Children = default });
        return true;
    }

    /// <summary>
    /// The alarm is worse than the incident has been, so the incident is about it, and is its owner's. A storm stays a storm, and stays
    /// with who runs the center: nobody knows yet whose it is.
    /// </summary>
    public static void Lead(IncidentDraft draft, TriagedAlarm alarm)
    {
        var isStorm = Storms.IsStorm(draft);
        draft.Incident = draft.Active with
        {
            Subject = isStorm ? draft.Active.Subject : alarm.Subject,
            Symptom = isStorm ? draft.Active.Symptom : alarm.Symptom,
            Description = alarm.Description,
            Origin = alarm.Origin,
            Runbook = isStorm ? draft.Active.Runbook : alarm.Runbook,
            Owner = isStorm ? draft.Active.Owner : alarm.Owner,
        };
    }

    /// <summary>Who knows of a list is told when it has become another.</summary>
    private static void Renew(IncidentDraft draft, string list)
    {
        if (draft.Active.Description == list)
        {
            return;
        }

        draft.Incident = draft.Active with { Description = list };
        draft.Note(TimelineKind.Alarm, list);
        if (draft.Active.State != IncidentState.Mitigated)
        {
            draft.Notify(Occasion.Reminder, draft.Active.Told, Sentences.WhatWasFound);
        }
    }

    /// <summary>True unless the alarm is OK: one without data has not recovered.</summary>
    public static bool IsRed(TriagedAlarm alarm) => alarm.Moment.State != AlarmState.Ok;

    /// <summary>The state in a word, for the timeline.</summary>
    public static string Word(AlarmState state) => state switch
    {
        AlarmState.Alarm => Sentences.Red,
        AlarmState.Ok => Sentences.AllRight,
        _ => Sentences.NoData,
    };

    private static IncidentAction Join(IncidentDraft draft, TriagedAlarm alarm, AlarmTrack track, bool isNew)
    {
        var incident = draft.Active;
        if (alarm.IsSuppressed && track.Incident != incident.Number)
        {
            Keep(draft, track);
            return IncidentAction.Ignored;
        }

        var wasMember = track.Incident == incident.Number;
        var isNewP1 = IsNewP1(draft, alarm);
        var isUntracked = !Keep(draft, TakePart(track, alarm, draft.Key, incident.Number))
            || (!IsRed(alarm) && !wasMember && isNew && incident.Untracked > 0);
        if (isUntracked)
        {
            incident = Count(incident, alarm);
            draft.Incident = incident;
        }
        else if (!wasMember && !IsRed(alarm))
        {
            return IncidentAction.Ignored;
        }

        incident = draft.Active;
        var openedAt = IsRed(alarm) && alarm.Moment.At < incident.OpenedAt ? alarm.Moment.At : incident.OpenedAt;
        draft.Incident = incident with
        {
            OpenedAt = openedAt,
            Changes = draft.Members.Sum(member => member.ChangesSince(openedAt)) + incident.Untracked,
            Alarms = Math.Max(incident.Alarms, draft.Members.Count() + incident.Untracked),
        };
        var echoes = !wasMember && draft.Members.Any(member => member.Id == track.Id && member.IsEcho);
        draft.Note(
            TimelineKind.Alarm,
            echoes
                ? Sentences.NoteEchoes(alarm.Name, Word(alarm.Moment.State), $"{alarm.Moment.At.UtcDateTime:HH:mm:ss}", alarm.Description)
                : Reports.Told(alarm)
                    ?? Sentences.NoteIsSince(alarm.Name, Word(alarm.Moment.State), $"{alarm.Moment.At.UtcDateTime:HH:mm:ss}"),
            Reports.Facts(alarm));
        if (alarm.Edit == AlarmEdit.Deleted)
        {
            draft.Note(TimelineKind.Alarm, Sentences.NoteDeleted(alarm.Name), new() { Alarm = alarm.Name });
        }

        var leads = IsRed(alarm) && alarm.Assessment.Severity < incident.Severity;
        if (leads)
        {
            Lead(draft, alarm);
        }

        if (Storms.IsStorm(draft))
        {
            Storms.Describe(draft, isNewP1 ? alarm.Id : null);
        }
        else if (alarm.IsReport && IsRed(alarm))
        {
            Renew(draft, alarm.Description);
        }

        Holding.Look(draft);
        var reopened = Quiet.Settle(draft);
        var raised = draft.IsActive && Severities.Apply(draft, leads ? Storms.Reasons(draft, alarm) : incident.Reasons);
        if (isNewP1 && !raised && !Holding.Holds(alarm, draft.Policy, draft.Now))
        {
            Escalating.Start(
                draft,
                Occasion.Opened,
                draft.Active.Told,
                $"{Sentences.SubjectTakesPart(alarm.Subject, alarm.Symptom)} {Sentences.AlarmsTakePart($"{draft.Active.Alarms}")}");
        }

        Remediations.Ask(draft, alarm, track);
        return reopened ?? (raised ? IncidentAction.Raised : IncidentAction.Merged);
    }

    /// <summary>
    /// True when an alarm within a storm, or beside the composite alarm that looks at it, says of a resource of which nobody has said so
    /// yet, or not for a quiet period, that customers are not served: it is told by name.
    /// </summary>
    private static bool IsNewP1(IncidentDraft draft, TriagedAlarm alarm) =>
        alarm.Key != draft.Key
        && alarm is { Assessment.Severity: Severity.P1, IsDeployedComposite: false, IsWhole: false }
        && IsRed(alarm)
        && !draft.Active.Description.Contains(alarm.Name, StringComparison.Ordinal)
        && draft.Members.All(track => track.Severity != Severity.P1
            || (track.OwnKey ?? draft.Key) != alarm.Key
            || (!track.IsRed && alarm.Moment.At - track.Latest.At >= draft.Policy.Settings.QuietPeriod));

    private static AlarmTrack NewTrack(TriagedAlarm alarm) => new()
    {
        Id = alarm.Id,
        Name = alarm.Name,
        Moments = [alarm.Moment],
        Severity = alarm.Assessment.Severity,
        IsInternal = IsInternalP1(alarm),
    };

    /// <summary>Only of a P1 is it asked whether customers are served, so only there is it kept.</summary>
    private static bool IsInternalP1(TriagedAlarm alarm) => alarm is { IsInternal: true, Assessment.Severity: Severity.P1 };

    /// <summary>An alarm that cannot be followed is counted while it is red, and its severity still counts.</summary>
    private static Incident Count(Incident incident, TriagedAlarm alarm) => incident with
    {
        Untracked = Math.Max(0, incident.Untracked + (IsRed(alarm) ? 1 : -1)),
        UntrackedSeverity = IsRed(alarm) && !(incident.UntrackedSeverity < alarm.Assessment.Severity)
            ? alarm.Assessment.Severity
            : incident.UntrackedSeverity,
    };
}
