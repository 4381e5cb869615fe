using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Incidents.History;

/// <summary>
/// What the history keeps of an incident: enough for a list, a review and a report, and bounded, so that fifty of them are one cheap read.
/// What is longer stays with the incident (<see cref="IIncidentFiles"/>).
/// </summary>
public sealed record IncidentRecord
{
    /// <summary>Id of the incident.</summary>
    public required string Id { get; init; }

    /// <summary>Version of what it was made from; a record of a lower one never takes the place of this.</summary>
    public required long Version { get; init; }

    /// <summary>How many effects had come to an end; of two records of one version the one with more counts.</summary>
    public required int Receipts { get; init; }

    /// <summary>Correlation group, such as <c>queue</c>.</summary>
    public required string Group { get; init; }

    /// <summary>The resource by its bare name, such as <c>Billing</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>Account and Region.</summary>
    public required string Location { get; init; }

    /// <summary>The resource as people name it.</summary>
    public required string Subject { get; init; }

    /// <summary>The symptom of the worst alarm.</summary>
    public required string Symptom { get; init; }

    /// <summary>Who owns the follow-up.</summary>
    public required string Owner { get; init; }

    /// <summary>Name of the runbook.</summary>
    public required string Runbook { get; init; }

    /// <summary>Where it stands.</summary>
    public required IncidentState State { get; init; }

    /// <summary>How bad it has been.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Why it is that bad.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The path to that severity, from the opening on.</summary>
    public ImmutableArray<SeverityStep> Path { get; init; } = [];

    /// <summary>When its first alarm turned red.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When this system heard of it: the time under which it stands in the history, and which never changes.</summary>
    public required DateTimeOffset DetectedAt { get; init; }

    /// <summary>When a message first reached somebody; null: none has.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>When somebody first took it or paused it; null: nobody has.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When all alarms were quiet; null while they are not.</summary>
    public DateTimeOffset? MitigatedAt { get; init; }

    /// <summary>When it was over; null while it is not.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Who ended it; null: it ended by itself, or has not.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>What the person wrote who ended it, or null.</summary>
    public string? Note { get; init; }

    /// <summary>What it was, as a person has said; null: nobody has.</summary>
    public VerdictKind? Verdict { get; init; }

    /// <summary>How often it came back.</summary>
    public int Reopened { get; init; }

    /// <summary>Whether the promise to take it in time was kept.</summary>
    public required PromiseOutcome Acknowledged { get; init; }

    /// <summary>Whether the promise to end it in time was kept.</summary>
    public required PromiseOutcome Resolved { get; init; }

    /// <summary>How many alarms took part.</summary>
    public required int AlarmCount { get; init; }

    /// <summary>How many alarm changes it took in.</summary>
    public required int Changes { get; init; }

    /// <summary>The alarms with how often each was written down, the most frequent first.</summary>
    public ImmutableArray<AlarmMentions> Alarms { get; init; } = [];

    /// <summary>Repairs, in the order in which they were asked for.</summary>
    public ImmutableArray<RemediationRecord> Repairs { get; init; } = [];

    /// <summary>Configuration changes that preceded it, as sentences.</summary>
    public ImmutableArray<string> Preceding { get; init; } = [];

    /// <summary>Whom its messages reached, each endpoint once.</summary>
    public ImmutableArray<ReachedEndpoint> Reached { get; init; } = [];

    /// <summary>What people did, in order.</summary>
    public ImmutableArray<ActRecord> Acts { get; init; } = [];

    /// <summary>How many entries of these lists were left out, because a record is bounded; they are with the incident.</summary>
    public int LeftOut { get; init; }

    /// <summary>Where it stands in the history.</summary>
    public HistoryKey Key => new(DetectedAt, Id);

    /// <summary>
    /// The record with half of its longest list left out; the same where no list has more than one entry. Who stores it does so until it
    /// fits.
    /// </summary>
    public IncidentRecord Shortened()
    {
        var longest = new[] { Path.Length, Alarms.Length, Repairs.Length, Preceding.Length, Reached.Length, Acts.Length }.Max();
        if (longest < 2)
        {
            return this;
        }

        var kept = longest / 2;
        return this switch
        {
            _ when Reached.Length == longest => this with { Reached = Reached[..kept], LeftOut = LeftOut + longest - kept },
            _ when Alarms.Length == longest => this with { Alarms = Alarms[..kept], LeftOut = LeftOut + longest - kept },
            _ when Preceding.Length == longest => this with { Preceding = Preceding[..kept], LeftOut = LeftOut + longest - kept },
            _ when Acts.Length == longest => this with { Acts = Acts[..kept], LeftOut = LeftOut + longest - kept },
            _ when Repairs.Length == longest => this with { Repairs = Repairs[..kept], LeftOut = LeftOut + longest - kept },
            _ => this with { Path = Path[^kept..], LeftOut = LeftOut + longest - kept },
        };
    }

    /// <summary>The record for those who need not know at which number or address somebody is reached.</summary>
    public IncidentRecord WithoutAddresses() => this with
    {
        Reached =
        [
            .. Reached.Select(static one => one with
            {
                To = HiddenAddresses.Mark,
                Failure = one.Failure is { } why ? HiddenAddresses.In(why) : null,
            }),
        ],
    };

    /// <summary>Whether any word of the record has this in it, in any letter case.</summary>
    public bool Tells(string text) => Words().Any(word => word?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);

    private IEnumerable<string?> Words() =>
    [
        Id, Group, Resource, Subject, Symptom, Owner, Runbook, ResolvedBy, Note,
        .. Reasons, .. Preceding,
        .. Path.Select(static step => step.Why),
        .. Alarms.Select(static alarm => alarm.Name),
        .. Repairs.SelectMany(static repair => new[] { repair.Repair, repair.Report }),
        .. Reached.SelectMany(static endpoint => new[] { endpoint.Audience, endpoint.To, endpoint.Failure }),
        .. Acts.SelectMany(static act => new[] { act.By, act.Text }),
    ];
}

/// <summary>A step of an incident's severity.</summary>
/// <param name="At">From when on.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Why">What the timeline says of it.</param>
public sealed record SeverityStep(DateTimeOffset At, Severity Severity, string Why);

/// <summary>How often the timeline speaks of a change of an alarm.</summary>
/// <param name="Name">Name of the alarm.</param>
/// <param name="Count">How often.</param>
public sealed record AlarmMentions(string Name, int Count);

/// <summary>A repair.</summary>
/// <param name="Repair">The repair, as <c>remediation target</c>.</param>
/// <param name="AskedAt">When it was first asked for.</param>
/// <param name="Report">What it reported last, or null while it has not.</param>
/// <param name="Helped">
/// As the incident knows it: false where people must act, else it may still help; null while it has not reported. Whether it did is what
/// its lease says (<c>RemediationEffect.Judged</c>).
/// </param>
public sealed record RemediationRecord(string Repair, DateTimeOffset AskedAt, string? Report, bool? Helped);

/// <summary>What an incident's messages to one endpoint came to.</summary>
/// <param name="Audience">Name of the audience.</param>
/// <param name="Channel">By what channel.</param>
/// <param name="To">The address that was decided; a fallback that was told in its place stands on the timeline.</param>
/// <param name="FirstAt">When a message first reached it, or what stood in for it; null: none has.</param>
/// <param name="Delivered">How many messages arrived.</param>
/// <param name="GivenUp">How many were given up.</param>
/// <param name="Waiting">How many are still to be sent.</param>
/// <param name="Failure">Why the last one was given up, or null.</param>
public sealed record ReachedEndpoint(
    string Audience, Channel Channel, string To, DateTimeOffset? FirstAt, int Delivered, int GivenUp, int Waiting, string? Failure);

/// <summary>What a person did.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Act">What.</param>
/// <param name="Text">What the timeline says of it.</param>
public sealed record ActRecord(DateTimeOffset At, string By, PersonAction Act, string Text);

/// <summary>What became of a promise.</summary>
[JsonConverter(typeof(NamedEnumConverter<PromiseOutcome>))]
public enum PromiseOutcome
{
    /// <summary>It is not decided yet.</summary>
    Open,

    /// <summary>It was kept, or the incident was over before it could be missed.</summary>
    Kept,

    /// <summary>It was missed, at least once.</summary>
    Missed,
}
