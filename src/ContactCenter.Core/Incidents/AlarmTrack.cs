using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Incidents;

/// <summary>What is known of one alarm under a correlation key: its last states in order of time, whatever order they arrived in.</summary>
public sealed record AlarmTrack
{
    /// <summary>Nagios judges flapping by 21 states; more are not needed (Nagios Core, base/flapping.c).</summary>
    public const int MaximumMoments = 21;

    /// <summary>The alarm.</summary>
    public required AlarmId Id { get; init; }

    /// <summary>Its name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>The last states, from old to new; never empty.</summary>
    public required ImmutableArray<AlarmMoment> Moments { get; init; }

    /// <summary>The worst severity that was assessed for it in the current incident.</summary>
    public required Severity Severity { get; init; }

    /// <summary>
    /// True when the alarm may stay red although the incident is over: alarms on AWS/DynamoDB metrics, alarms without data, and messages
    /// that are no alarms. Such a track counts as quiet after a time of silence.
    /// </summary>
    public bool MayStayRed { get; init; }

    /// <summary>
    /// True when its P1 does not say that customers are not served (<see cref="Monitoring.Triage.TriagedAlarm.IsInternal"/>); without
    /// meaning below P1.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsInternal { get; init; }

    /// <summary>Until when CloudWatch mutes the alarm in the state that it has, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? MutedUntil { get; init; }

    /// <summary>
    /// True when the newest state is known only as one whose actions CloudWatch suppresses. When the same state comes without that,
    /// whichever of the two was heard of first, the alarm is told.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSuppressed { get; init; }

    /// <summary>The longest period of its metrics where that is more than a minute; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? Period { get; init; }

    /// <summary>
    /// True for an alarm that says nothing which other alarms of the incident do not say for themselves: a composite alarm beside its
    /// children, an alarm of several series beside a series. It keeps no incident open.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsEcho { get; init; }

    /// <summary>
    /// ARNs of the alarms that made a composite alarm red, or may have; none where the catalog knows them, and for what is no composite
    /// alarm.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> Children { get; init; }

    /// <summary>True for an alarm of several series as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsWhole { get; init; }

    /// <summary>The key of the incident that it would have of its own, where it takes part in another; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CorrelationKey? OwnKey { get; init; }

    /// <summary>What it is about, as people name it, where the incident is about more than that; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    /// <summary>Its symptom, where <see cref="Subject"/> is told; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Symptom { get; init; }

    /// <summary>Number of the incident that it takes part in; 0: none yet.</summary>
    public int Incident { get; init; }

    /// <summary>How many states of the current incident are no longer kept; they still count as changes.</summary>
    public int Dropped { get; init; }

    /// <summary>The newest state.</summary>
    public AlarmMoment Latest => Moments[^1];

    /// <summary>True unless the newest state is OK: an alarm without data has not recovered. An echo is never red itself.</summary>
    public bool IsRed => Latest.State != AlarmState.Ok && !IsEcho;

    /// <summary>
    /// The track with one more state, or null when that changes nothing: it is known already, or older than everything that is kept.
    /// </summary>
    public AlarmTrack? With(AlarmMoment moment)
    {
        var index = Moments.BinarySearch(moment);
        if (index >= 0)
        {
            return null;
        }

        var moments = Moments.Insert(~index, moment);
        if (moments.Length > MaximumMoments)
        {
            if (index == ~0)
            {
                return null;
            }

            return this with { Moments = moments.RemoveAt(0), Dropped = Dropped + 1 };
        }

        return this with { Moments = moments };
    }

    /// <summary>The track whose newest state is not suppressed any more, or null when the change does not say that.</summary>
    internal AlarmTrack? Unsuppressed(AlarmMoment moment, bool isSuppressed) =>
        IsSuppressed && !isSuppressed && Latest == moment ? this with { IsSuppressed = false } : null;

    /// <summary>How often it has changed since it first turned red at or after a time.</summary>
    public int ChangesSince(DateTimeOffset openedAt)
    {
        // once states are no longer kept the first red one is among them, so an OK that now comes first counts
        var first = 0;
        while (first < Moments.Length && (Moments[first].At < openedAt || (Dropped == 0 && Moments[first].State == AlarmState.Ok)))
        {
            first++;
        }

        return Moments.Length - first + Dropped;
    }
}
