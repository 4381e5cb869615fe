using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>A configuration, and alarms that go through the real decisions.</summary>
internal static class Samples
{
    public const string Location = "123456789012/eu-central-1";

    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static ContactCenterConfiguration Configuration { get; } = new()
    {
        Environment = "test",
        Instance = new ConnectInstance
        {
            Arn = "arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555",
            Alias = "acme",
        },
        Tables =
        [
            new TableSettings
            {
                Name = "customers",
                Read = new() { Minimum = 5, Maximum = 5000 },
                Write = new() { Minimum = 5, Maximum = 5000 }
            }
        ],
        Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>
        {
            ["on-call"] =
            [
                new() { Channel = Channel.Email, To = "on-call@example.com" }, new() { Channel = Channel.Slack, To = "#on-call" }
            ],
            ["managers"] = [new() { Channel = Channel.Sms, To = "+4915112345678" }],
        },
        Escalation = new BySeverity<EscalationSettings> { P1 = Steps(), P2 = Steps(), P3 = Steps(), P4 = Steps() },
    };

    public static IncidentPolicy Policy { get; } = Desk(new InMemoryIncidentStore()).Policy;

    /// <summary>What decides by the configuration, over a store.</summary>
    public static IncidentDesk Desk(IIncidentStore store) => new(Configuration, store);

    public static CorrelationKey Key(string resource) => new("queue", resource, Location);

    public static TriagedAlarm Alarm(string resource, DateTimeOffset at, AlarmState state = AlarmState.Alarm, string? name = null) => new()
    {
        Id = new AlarmId($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name ?? $"cc-test-queue-wait-{resource}"}", null),
        Name = name ?? $"cc-test-queue-wait-{resource}",
        Moment = new AlarmMoment(at, state),
        Key = Key(resource),
        Assessment = new SeverityAssessment(Severity.P2, ["Customers wait longer than promised."]),
        Subject = $"Queue {resource}",
        Symptom = "customers wait too long",
        Description = "The oldest contact in the queue waits for 412 seconds; 300 are promised.",
        Runbook = "queue-wait",
        Owner = "operations",
    };

    public static Decision Decide(Correlation correlation, TriagedAlarm alarm, DateTimeOffset now) =>
        IncidentEngine.Decide(correlation, new AlarmReceived(alarm), Policy, now);

    /// <summary>An opening under a key of which nothing is known.</summary>
    public static IncidentCommit Opening(string resource, DateTimeOffset at)
    {
        var decision = Decide(Correlation.Empty(Key(resource)), Alarm(resource, at), at);
        return new IncidentCommit(decision.After, decision.Timeline, decision.Effects);
    }

    /// <summary>The same decision with so many effects and events.</summary>
    public static IncidentCommit With(this IncidentCommit commit, int effects, int events)
    {
        var incident = commit.Correlation.Incident!;
        var sample = commit.Effects.OfType<NotifyEffect>().First();
        return new IncidentCommit(
            commit.Correlation with { Incident = incident with { Effects = effects, Events = events } },
            [
                .. Enumerable.Range(
                    1, events).Select(i => new TimelineEvent(incident.Id, i, incident.OpenedAt, TimelineKind.Alarm, $"Event {i}."))
            ],
            [.. Enumerable.Range(1, effects).Select(i => sample with { Id = $"{incident.Id}.{i}", To = $"person-{i}@example.com" })]);
    }

    /// <summary>A correlation with as many alarms as are followed, each with as many states as are kept.</summary>
    public static Correlation Full(int nameLength)
    {
        var commit = Opening("Full", Noon);
        var tracks = Enumerable.Range(0, Correlation.MaximumTracks).Select(i => new AlarmTrack
        {
            Id = new AlarmId($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{Name(i)}", null),
            Name = Name(i),
            Severity = Severity.P2,
            Incident = 1,
            Moments = [.. Enumerable.Range(0, AlarmTrack.MaximumMoments).Select(m => new AlarmMoment(
                Noon.AddMilliseconds((m * 60_000) + (((i * 7919) + (m * 104_729)) % 60_000)),
                m % 2 == 0 ? AlarmState.Alarm : AlarmState.Ok))],
        });
        return commit.Correlation with { Tracks = [.. tracks] };

        // looks random, so that it compresses as badly as names can
        string Name(int i)
        {
            var state = (uint)i + 1;
            return string.Concat(Enumerable.Range(0, nameLength).Select(_ =>
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                return (char)('!' + (state % 94));
            }));
        }
    }

    public static ImmutableArray<string> Ids(IEnumerable<Effect> effects) => [.. effects.Select(effect => effect.Id)];

    private static EscalationSettings Steps() => new()
    {
        Steps = [new() { After = TimeSpan.Zero, Audience = "on-call" }, new() { After = TimeSpan.FromMinutes(15), Audience = "managers" }],
    };
}
