using System.Collections.Immutable;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>
/// Recognises an alarm that flips to and fro, with the weights of Nagios Core (base/flapping.c): 21 samples, one a minute; the i-th of
/// the 20 transitions, oldest first, weighs 0.75 + i * 0.5 / 19; flapping starts at 20 % and stops below 5 %.
/// </summary>
public static class Flapping
{
    /// <summary>Percent at which flapping starts (shipped configuration of Nagios).</summary>
    public const double StartPercent = 20;

    /// <summary>Percent below which it stops.</summary>
    public const double StopPercent = 5;

    /// <summary>So many changes in a row make a slow alarm flap: red and OK twice.</summary>
    private const int SlowChanges = 3;

    /// <summary>Changes further apart than so many periods of the alarm are incidents of their own.</summary>
    private const int SlowestPeriods = 6;

    private static readonly TimeSpan MinimumPause = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan MaximumPause = TimeSpan.FromHours(2);

    private const int Transitions = AlarmTrack.MaximumMoments - 1;

    private static readonly TimeSpan Sample = TimeSpan.FromMinutes(1);

    /// <summary>Weighted share of transitions in the 20 minutes before <paramref name="now"/>, 0 to 100.</summary>
    public static double Percent(AlarmTrack track, DateTimeOffset now) => Percent(track, track.Moments.Length, now);

    private static double Percent(AlarmTrack track, int states, DateTimeOffset now)
    {
        double weight = 0;
        for (var i = 1; i < states; i++)
        {
            // several flips within one sample are one flip at least: what happened between two checks still happened
            var age = (int)Math.Floor((now - track.Moments[i].At) / Sample);
            if (age is >= 0 and < Transitions && track.Moments[i].State != track.Moments[i - 1].State)
            {
                weight += 0.75 + ((Transitions - 1 - age) * 0.5 / (Transitions - 1));
            }
        }

        return Math.Min(100, 100 * weight / Transitions);
    }

    /// <summary>The first minute at which a flapping alarm counts as steady, if it stays as it is.</summary>
    public static DateTimeOffset SteadyAt(AlarmTrack track, DateTimeOffset now)
    {
        var at = now;
        while (Percent(track, at) >= StopPercent)
        {
            at += Sample;
        }

        return at;
    }

    /// <summary>Until when the alarms that take part count as flapping, or null.</summary>
    internal static DateTimeOffset? Until(IncidentDraft draft)
    {
        DateTimeOffset?[] fast =
            [.. draft.Members.Where(track => IsFast(track, draft.Now)).Select(track => (DateTimeOffset?)SteadyAt(track, draft.Now))];
        return fast.Concat(draft.Members.Append(Together(draft)).OfType<AlarmTrack>().Select(track => SlowUntil(track, draft.Now))).Max();
    }

    /// <summary>
    /// What several alarms of one incident say together, as one alarm: they flip to and fro where each by itself is steady in between. Null
    /// where there is only one.
    /// </summary>
    private static AlarmTrack? Together(IncidentDraft draft)
    {
        AlarmTrack[] members = [.. draft.Members.Where(static track => !track.IsEcho)];
        if (members.Length < 2)
        {
            return null;
        }

        var states = new AlarmState[members.Length];
        var moments = ImmutableArray.CreateBuilder<AlarmMoment>();
        foreach (var (at, member, state) in members
            .SelectMany(static (track, member) => track.Moments.Select(moment => (moment.At, member, moment.State)))
            .Order())
        {
            states[member] = state;
            var together = Array.TrueForAll(states, static one => one == AlarmState.Ok) ? AlarmState.Ok : AlarmState.Alarm;
            if (moments.Count == 0 || moments[^1].State != together)
            {
                moments.Add(new AlarmMoment(at, together));
            }
        }

        return members[0] with { Moments = moments.ToImmutable(), Period = members.Max(static track => track.Period) };
    }

    /// <summary>
    /// Whether an alarm flaps by samples of a minute: once begun it ends only below the lower limit. Its states alone say whether it has
    /// begun, so that the order in which they were heard does not matter.
    /// </summary>
    private static bool IsFast(AlarmTrack track, DateTimeOffset now) => Percent(track, now) switch
    {
        >= StartPercent => true,
        < StopPercent => false,
        _ => HasBegun(track),
    };

    private static bool HasBegun(AlarmTrack track)
    {
        var hasBegun = false;
        for (var states = 2; states <= track.Moments.Length; states++)
        {
            var at = track.Moments[states - 1].At;
            hasBegun = (hasBegun && Percent(track, states - 1, at) >= StopPercent) || Percent(track, states, at) >= StartPercent;
        }

        return hasBegun;
    }

    /// <summary>
    /// Until when an alarm counts as flapping that changes too slowly for samples of a minute: its last changes came one after another,
    /// each within some of its periods. It is steady after twice the longest time that it was quiet in between: how long it was red says
    /// nothing of when it will turn red again.
    /// </summary>
    internal static DateTimeOffset? SlowUntil(AlarmTrack track, DateTimeOffset now)
    {
        var widest = SlowestPeriods * (track.Period ?? Sample);
        widest = widest < MinimumPause ? MinimumPause : widest > MaximumPause ? MaximumPause : widest;
        var longest = TimeSpan.Zero;
        var changes = 0;
        for (var i = track.Moments.Length - 1; i > 0 && changes < SlowChanges; i--)
        {
            var pause = track.Moments[i].At - track.Moments[i - 1].At;
            if (pause > widest)
            {
                return null;
            }

            longest = track.Moments[i - 1].State == AlarmState.Ok && pause > longest ? pause : longest;
            changes += track.Moments[i].State != track.Moments[i - 1].State ? 1 : 0;
        }

        var steady = track.Latest.At + (2 * longest);
        return changes == SlowChanges && steady > now ? steady : null;
    }

    /// <summary>An incident whose alarms are quiet at the moment stays open while one of them flaps.</summary>
    internal static void KeepOpen(IncidentDraft draft, DateTimeOffset steady)
    {
        var incident = draft.Active;
        var wasFlapping = incident.FlappingUntil is not null;
        draft.Incident = incident with
        {
            FlappingUntil = steady,
            MitigatedAt = null,
            State = incident.State == IncidentState.Mitigated
                ? incident.Acknowledgement is null ? IncidentState.Open : IncidentState.Acknowledged
                : incident.State,
        };
        if (!wasFlapping)
        {
            draft.Note(
                TimelineKind.Flapping,
                Sentences.NoteFlapping);
        }
    }

    /// <summary>No alarm has flapped for long enough.</summary>
    internal static IncidentAction End(IncidentDraft draft)
    {
        draft.Incident = draft.Active with { FlappingUntil = null };
        return Quiet.Settle(draft) ?? IncidentAction.Noted;
    }
}
