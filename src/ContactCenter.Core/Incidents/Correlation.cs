using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents;

/// <summary>
/// Everything that is known under one correlation key: the alarms, and the newest incident. It is read and written as a whole, with a
/// version condition, so a decision never rests on half of it.
/// </summary>
public sealed record Correlation
{
    /// <summary>More alarms than this are counted, not followed; it keeps the record well below the 400 KB of a DynamoDB item.</summary>
    public const int MaximumTracks = 400;

    /// <summary>The key.</summary>
    public required CorrelationKey Key { get; init; }

    /// <summary>Its alarms.</summary>
    public ImmutableArray<AlarmTrack> Tracks { get; init; } = [];

    /// <summary>The newest incident, active or resolved; null when there has been none.</summary>
    public Incident? Incident { get; init; }

    /// <summary>When incidents of other keys opened lately; kept only under the storm key, where a storm is recognised.</summary>
    public ImmutableArray<DateTimeOffset> RecentOpenings { get; init; } = [];

    /// <summary>Raised by one with every commit; 0: not stored yet.</summary>
    public long Version { get; init; }

    /// <summary>What stands in the store and cannot be read, so that this begins anew; null: all is known. It is never stored.</summary>
    [JsonIgnore]
    public UnreadableCorrelation? Unreadable { get; init; }

    /// <summary>The alarms that take part in the newest incident.</summary>
    internal IEnumerable<AlarmTrack> Members => Tracks.Where(track => track.Incident == Incident?.Number);

    /// <summary>Whether an alarm takes part in an incident that is not over.</summary>
    internal bool IsTakingPart(AlarmId alarm) => Incident is { IsActive: true } && Members.Any(track => track.Id == alarm);

    /// <summary>Whether a state of an alarm is newer than what is known here of the alarm.</summary>
    internal bool IsNews(TriagedAlarm alarm) => Tracks.All(track => track.Id != alarm.Id || track.Latest < alarm.Moment);

    /// <summary>What cannot be read may hold an incident that is not over: only a new one takes its place.</summary>
    internal bool MayBeReplaced => Unreadable is not { IsActive: true } || Incident is not null;

    /// <summary>A key of which nothing is known.</summary>
    public static Correlation Empty(CorrelationKey key) => new() { Key = key };
}

/// <summary>What is known of a correlation that cannot be read.</summary>
/// <param name="KeptAs">Where it is kept, as people find it in the table.</param>
/// <param name="Number">Number of its newest incident; 0 when there has been none.</param>
/// <param name="IsActive">True when that was not over.</param>
public sealed record UnreadableCorrelation(string KeptAs, int Number, bool IsActive);
