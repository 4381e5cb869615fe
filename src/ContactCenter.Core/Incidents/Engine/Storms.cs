using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// Recognises an alarm storm: when incidents of many resources open within minutes they have one cause, and people need one message
/// with a count, not one for each resource. The first few incidents stay as they are; one more collects everything that follows.
/// </summary>
public static class Storms
{
    /// <summary>So many alarms of a storm are named in its text; the rest is a number.</summary>
    private const int MaximumNamed = 10;

    internal const string Subject = Sentences.StormSubject;
    internal const string Runbook = "alarm-storm";

    /// <summary>Chooses where an alarm belongs: to its own incident, or to the storm.</summary>
    /// <param name="own">What is known under the alarm's own key.</param>
    /// <param name="storm">What is known under the storm key of its location.</param>
    /// <param name="alarm">The alarm.</param>
    /// <param name="settings">What counts as a storm.</param>
    /// <param name="now">The time of the decision.</param>
    /// <param name="isHeld">True while nobody is told of the alarm: then it is no part of what people have to see at once.</param>
    public static Correlation Choose(
        Correlation own, Correlation storm, TriagedAlarm alarm, IncidentSettings settings, DateTimeOffset now, bool isHeld = false)
    {
        if (own.Incident is { IsActive: true }
            && (own.IsTakingPart(alarm.Id) || !storm.Tracks.Any(track => track.Id == alarm.Id)))
        {
            return own;
        }

        if (storm.Tracks.FirstOrDefault(track => track.Id == alarm.Id) is { } track && (IsOn(storm) || track.Latest >= alarm.Moment))
        {
            return storm;
        }

        var isRed = alarm.Moment.State != AlarmState.Ok;
        if (!isRed && storm.Incident is { IsActive: true, Untracked: > 0 } && own.Tracks.All(known => known.Id != alarm.Id))
        {
            return storm;
        }

        var isNew = own.Incident is not { Resolution: { } end } || now - end.At >= settings.RelapseWindow;
        var wouldOpen = isRed && isNew && own.IsNews(alarm);
        return wouldOpen && !isHeld && (IsOn(storm) || CountOpenings(storm, settings, now) >= settings.StormIncidents) ? storm : own;
    }

    /// <summary>The storm correlation with one more opening remembered, and those too old to matter forgotten.</summary>
    public static Correlation WithOpening(Correlation storm, IncidentSettings settings, DateTimeOffset now) => storm with
    {
        RecentOpenings =
        [
            .. storm.RecentOpenings.Where(opening => now - opening < settings.StormWithin).TakeLast(settings.StormIncidents),
            now
        ],
    };

    internal static string Symptom(int alarms) => alarms == 1 ? Sentences.StormSymptomOne : Sentences.StormSymptom($"{alarms}");

    /// <summary>
    /// Says of a storm what people must know by name: in the headline the resource whose customers are not served, the newest first; in the
    /// text the worst of its alarms.
    /// </summary>
    /// <param name="draft">The storm.</param>
    /// <param name="newest">An alarm that says so for the first time, or null.</param>
    internal static void Describe(IncidentDraft draft, AlarmId? newest)
    {
        AlarmTrack[] red =
        [
            .. draft.Members
                .Where(track => track is { IsRed: true, Subject: not null } && !IsHeld(draft, track))
                .OrderBy(static track => track.Severity)
                .ThenBy(static track => track.Latest.At),
        ];
        var alarms = draft.Active.Alarms;
        var lead = red.FirstOrDefault(track => track.Id == newest) ?? red.FirstOrDefault(track => track.Subject == draft.Active.Subject)
            ?? red.FirstOrDefault();
        var others = alarms - 1;
        draft.Incident = lead is { Severity: Severity.P1 }
            ? draft.Active with
            {
                Subject = lead.Subject!,
                Symptom = others switch
                {
                    0 => lead.Symptom!,
                    1 => Sentences.StormLeadOne(lead.Symptom!),
                    _ => Sentences.StormLead(lead.Symptom!, $"{others}"),
                },
            }
            : draft.Active with { Subject = Subject, Symptom = IsQuiet(draft) ? Past(alarms) : Symptom(alarms) };
        if (red.Length > 0)
        {
            draft.Incident = draft.Active with { Description = Worst(red, Over(draft, red)) };
        }
    }

    private static string Past(int alarms) => alarms == 1 ? Sentences.StormSymptomOverOne : Sentences.StormSymptomOver($"{alarms}");

    private static bool IsQuiet(IncidentDraft draft) => draft.Active.Untracked == 0 && !draft.Members.Any(static track => track.IsRed);

    /// <summary>Those that made the storm as bad as it is and are over, where nothing that is red is as bad.</summary>
    private static AlarmTrack[] Over(IncidentDraft draft, AlarmTrack[] red) =>
    [
        .. draft.Members
            .Where(track => track is { IsRed: false, Subject: not null }
                && track.Severity == draft.Active.Severity && track.Severity < red[0].Severity && !IsHeld(draft, track))
            .OrderBy(static track => track.Latest.At),
    ];

    private static bool IsHeld(IncidentDraft draft, AlarmTrack track) =>
        track.MutedUntil > draft.Now || draft.Policy.HeldUntil(track.OwnKey ?? draft.Key, draft.Now, track.Name) is not null;

    private static string Worst(AlarmTrack[] red, AlarmTrack[] over)
    {
        var named = over.Concat(red).DistinctBy(static track => (track.Subject, track.Symptom)).ToArray();
        var text = string.Join("; ", named.Take(MaximumNamed).Select(static track => track.IsRed
            ? Sentences.RedAlarm(track.Subject!, track.Symptom!, $"{track.Severity}")
            : Sentences.RedAlarmOver(track.Subject!, track.Symptom!, $"{track.Severity}")));
        return Sentences.StormWorst(named.Length > MaximumNamed
            ? Sentences.ListOf(text, Sentences.AndMore(Kinds.Of(named.Skip(MaximumNamed))))
            : text);
    }

    internal static string Reason(IncidentSettings settings) =>
        Sentences.StormReason($"{settings.StormIncidents}", MetricText.Duration(settings.StormWithin));

    /// <summary>Why an alarm is that bad; in a storm also why it is told there.</summary>
    internal static ImmutableArray<string> Reasons(IncidentDraft draft, TriagedAlarm alarm) =>
        IsStorm(draft) ? alarm.Assessment.Reasons.Insert(0, Reason(draft.Policy.Settings)) : alarm.Assessment.Reasons;

    private static bool IsOn(Correlation storm) => storm.Incident is { IsActive: true };

    private static int CountOpenings(Correlation storm, IncidentSettings settings, DateTimeOffset now) =>
        storm.RecentOpenings.Count(opening => now - opening < settings.StormWithin);

    /// <summary>True for the incident that collects a storm.</summary>
    internal static bool IsStorm(IncidentDraft draft) => draft.Key.Group == CorrelationKey.StormGroup;
}
