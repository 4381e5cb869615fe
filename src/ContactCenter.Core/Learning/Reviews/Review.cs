using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>What a machine can say of an incident that is over; the rest people write beside it (<see cref="ReviewWords"/>).</summary>
public sealed record Review
{
    /// <summary>What the memory has of the incident, without the addresses of people.</summary>
    public required IncidentRecord Incident { get; init; }

    /// <summary>Who was told by which channel, each once.</summary>
    public ImmutableArray<ReviewAudience> Told { get; init; } = [];

    /// <summary>How long things took, beside what was promised.</summary>
    public ImmutableArray<ReviewTime> Times { get; init; } = [];

    /// <summary>What it cost customers; null: no numbers of a queue are known in that time.</summary>
    public ImpactEstimate? Impact { get; init; }

    /// <summary>What happened, in order.</summary>
    public ImmutableArray<TimelineEvent> Timeline { get; init; } = [];

    /// <summary>How many events stand before those.</summary>
    public int EarlierEvents { get; init; }

    /// <summary>What may have caused it, the likeliest first; "none that is recorded" is always there.</summary>
    public ImmutableArray<RankedChange> Changes { get; init; } = [];

    /// <summary>Candidates that are less likely than <see cref="ChangeRanking.MinimumShown"/>, and so left out.</summary>
    public int UnlikelyChanges { get; init; }

    /// <summary>Repairs, and whether they helped.</summary>
    public ImmutableArray<RemediationEffect> Repairs { get; init; } = [];

    /// <summary>Incidents before it that are like it, the likest first.</summary>
    public ImmutableArray<SimilarIncident> Similar { get; init; } = [];

    /// <summary>What can be read from all of that.</summary>
    public ImmutableArray<ReviewFinding> Findings { get; init; } = [];

    /// <summary>What would help the next time, by those findings.</summary>
    public ImmutableArray<ProposedAction> Proposals { get; init; } = [];

    /// <summary>By when actions are due: four weeks after a P1, eight after anything else (Atlassian's incident handbook).</summary>
    public DateOnly ActionsDue { get; init; }

    /// <summary>What of these sources cannot be read, or is not there.</summary>
    public ImmutableArray<ReviewGap> Gaps { get; init; } = [];
}

/// <summary>Who was told.</summary>
/// <param name="Audience">Name of the audience.</param>
/// <param name="Channel">The channel.</param>
/// <param name="FirstAt">When a message first arrived; null: none has.</param>
/// <param name="GivenUp">How many messages were given up.</param>
public sealed record ReviewAudience(string Audience, Configuration.Channel Channel, DateTimeOffset? FirstAt, int GivenUp);

/// <summary>What is measured of an incident's course.</summary>
[JsonConverter(typeof(NamedEnumConverter<ReviewStep>))]
public enum ReviewStep
{
    /// <summary>From its begin until this system heard of it.</summary>
    Detected,

    /// <summary>From then until a message reached somebody.</summary>
    Told,

    /// <summary>From its begin until somebody took it.</summary>
    Acknowledged,

    /// <summary>From its begin until all alarms were quiet.</summary>
    Mitigated,

    /// <summary>From its begin until it was over.</summary>
    Resolved,
}

/// <summary>How long a step took.</summary>
/// <param name="Step">The step.</param>
/// <param name="Took">How long; null: it did not happen.</param>
/// <param name="Promised">What was promised; null: nothing.</param>
/// <param name="IsKept">Whether the promise was kept; null: nothing was promised, or it is not decided.</param>
public sealed record ReviewTime(ReviewStep Step, TimeSpan? Took, TimeSpan? Promised, bool? IsKept);

/// <summary>What is missing.</summary>
[JsonConverter(typeof(NamedEnumConverter<ReviewGap>))]
public enum ReviewGap
{
    /// <summary>No numbers of a queue: it is about none, or they were not read.</summary>
    NoNumbers,

    /// <summary>Too few earlier weeks are known to say what is usual.</summary>
    TooFewWeeks,

    /// <summary>Half hours within the incident are not known.</summary>
    HalfHoursMissing,

    /// <summary>Nothing is known of changes.</summary>
    NoChanges,

    /// <summary>It is not over: what stands here will change.</summary>
    NotOver,
}

/// <summary>An earlier incident that is like it.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="IsSameResource">True where it was the same resource.</param>
/// <param name="IsSameSymptom">True where it had the same symptom.</param>
/// <param name="SharedAlarms">How many alarms both had.</param>
public sealed record SimilarIncident(IncidentRecord Incident, bool IsSameResource, bool IsSameSymptom, int SharedAlarms)
{
    /// <summary>So many are shown.</summary>
    public const int MaximumShown = 5;

    private const int MinimumScore = 3;

    private int Score => (IsSameResource ? 3 : 0) + (IsSameSymptom ? 2 : 0) + Math.Min(3, SharedAlarms);

    /// <summary>The likest of earlier incidents, and of those that are as like the newest.</summary>
    public static ImmutableArray<SimilarIncident> Of(IncidentRecord incident, IReadOnlyList<IncidentRecord> earlier)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var alarms = incident.Alarms.Select(static alarm => alarm.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. earlier.Where(one => one.Id != incident.Id && one.DetectedAt < incident.DetectedAt)
                .DistinctBy(static one => one.Id)
                .Select(one => new SimilarIncident(
                    one,
                    (one.Group, one.Resource, one.Location) == (incident.Group, incident.Resource, incident.Location),
                    one.Symptom == incident.Symptom,
                    one.Alarms.Count(alarm => alarms.Contains(alarm.Name))))
                .Where(static one => one.Score >= MinimumScore)
                .OrderByDescending(static one => one.Score)
                .ThenByDescending(static one => one.Incident.DetectedAt)
                .Take(MaximumShown),
        ];
    }
}
