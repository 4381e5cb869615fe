using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Tests.Incidents;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>A contact of the generated year.</summary>
internal sealed record GeneratedContact(
    string Queue, ContactChannel Channel, DateTimeOffset At, int WaitSeconds, bool IsAnswered, int HandleSeconds, bool IsTransferred);

/// <summary>
/// A year, contact by contact, with incidents, alarms and repairs, from a seed. Half hours are made of the contacts as the memory has them,
/// so that what a report says can be counted again from the contacts themselves.
/// </summary>
internal sealed class GeneratedYear
{
    public const int TargetSeconds = 20;
    public static readonly DateTimeOffset Begin = new(2025, 12, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Audiences = ["on-call", "lead", "boss"];
    private readonly Random _random;

    public GeneratedYear(int seed)
    {
        _random = new Random(seed);
        Contacts = [.. Made()];
        Incidents = [.. Enumerable.Range(0, 1500).Select(Incident)];
        Leases = [.. Enumerable.Range(0, 200).Select(Lease)];
        Alarms = [.. AlarmsMade()];
        Heard = [.. HeardMade(new Random(seed + 1))];
        Surveys = [.. SurveysMade(new Random(seed + 2))];
        Returned = [.. ReturnedMade(new Random(seed + 3))];
        Profiles = [.. ProfilesMade(new Random(seed + 4))];
        Dialogues = [.. DialoguesMade(new Random(seed + 5))];
        Exercises = [.. ExercisesMade()];
    }

    public static ContactCenterConfiguration Center { get; } = Desk.Center(static center =>
    {
        center.TimeZone = "Europe/Berlin";
        center.RoutingProfiles = [new NamedResource { Name = "Generalists" }, new NamedResource { Name = "Cards" }];
    });

    public IReadOnlyList<GeneratedContact> Contacts { get; }

    public IReadOnlyList<IncidentRecord> Incidents { get; }

    public IReadOnlyList<LeaseRecord> Leases { get; }

    public IReadOnlyList<AlarmDay> Alarms { get; }

    /// <summary>What was heard of each contact that said something: on which day of UTC, about what, and how it sounded.</summary>
    public IReadOnlyList<(DateOnly Day, string Topic, double? Sentiment)> Heard { get; }

    public IReadOnlyList<Survey> Surveys { get; }

    /// <summary>Contacts of customers whose earlier ones are known: on which day of UTC, about what, and whether they came again.</summary>
    public IReadOnlyList<(DateOnly Day, string Topic, bool IsAgain)> Returned { get; }

    public IReadOnlyList<ProfileNumbers> Profiles { get; }

    /// <summary>Dialogues: on which day of UTC, which, and whether the function finished it.</summary>
    public IReadOnlyList<(DateOnly Day, string Name, bool IsDone)> Dialogues { get; }

    public IReadOnlyList<Exercise> Exercises { get; }

    /// <summary>The half hours as the memory has them; a few were never read.</summary>
    public IReadOnlyList<QueueNumbers> HalfHoursOf()
    {
        var known = Contacts.GroupBy(static one => (one.Queue, At: HalfHours.Begin(one.At)))
            .ToDictionary(static half => half.Key, static half => half.ToArray());
        return
        [
            .. from queue in Center.Queues.Select(static queue => queue.Name)
            from at in HalfHours.Between(Begin, End)
            where !IsGap(at)
            select new QueueNumbers(
                queue,
                at,
                (known.GetValueOrDefault((queue, at)) ?? []).GroupBy(static one => one.Channel)
                    .ToImmutableSortedDictionary(static one => one.Key, static one => Numbers([.. one]))),
        ];
    }

    /// <summary>Days of waiting as the memory has them: on the eleventh of each month nobody read them.</summary>
    public IReadOnlyList<WaitDay> WaitsOf()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Center.TimeZone);
        string[] queues = [.. Center.Queues.Select(static queue => queue.Name)];
        return
        [
            .. from contact in Contacts
            group contact by LocalDay.Of(contact.At, zone) into day
            where day.Key.Day != 11
            select new WaitDay(
                day.Key,
                queues,
                [
                    .. from one in day
                    group one by (one.Queue, one.Channel) into its
                    select new ChannelWaits(its.Key.Queue, its.Key.Channel, Waits(its, isAnswered: true), Waits(its, isAnswered: false)),
                ]),
        ];

        static WaitCounts Waits(IEnumerable<GeneratedContact> contacts, bool isAnswered) =>
            WaitCounts.Of([.. contacts.Where(one => one.IsAnswered == isAnswered).Select(static one => one.WaitSeconds)]);
    }

    /// <summary>Half hours of a night that nobody has read.</summary>
    public static bool IsGap(DateTimeOffset at) => at.Day == 7 && at.Hour == 3;

    public ReportSources Sources() => new()
    {
        Configuration = Center,
        Queues = HalfHoursOf(),
        Waits = WaitsOf(),
        Incidents = Incidents,
        Alarms = Alarms,
        Leases = Leases,
        Profiles = Profiles,
        SelfService =
        [
            .. Dialogues.Select(static one => new SelfServiceDay(one.Day, SelfServiceCount.Begun, one.Name, 1)),
            .. Dialogues.Where(static one => one.IsDone)
                .Select(static one => new SelfServiceDay(one.Day, SelfServiceCount.Done, one.Name, 1)),
        ],
        Exercises = Exercises,
        Heard =
        [
            .. Heard.GroupBy(static one => one.Day).Select(static day => day.Aggregate(
                TopicDay.Empty(day.Key), static (sum, one) => sum.With(one.Topic, TopicCount.One(one.Sentiment)))),
            .. Returned.GroupBy(static one => one.Day).Select(static day => day.Aggregate(
                TopicDay.Empty(day.Key), static (sum, one) => sum.With(one.Topic, new ReturnCount(1, one.IsAgain ? 1 : 0)))),
        ],
        Surveys = Surveys,
        Reviews =
        [
            new ReviewVersion
            {
                IncidentId = "I-1",
                Version = 2,
                At = Begin,
                State = ReviewState.InReview,
                Subject = "Queue Billing",
                Severity = Severity.P1,
                DetectedAt = Begin,
                Words = new ReviewWords
                {
                    Actions =
                    [
                        Action("Add an alarm for the table.", new DateOnly(2027, 1, 1), ActionState.Open),
                        Action("Raise the limit.", new DateOnly(2026, 1, 1), ActionState.Open),
                        Action("Tell the team.", null, ActionState.Done),
                    ],
                },
            },
        ],
    };

    private static ActionItem Action(string text, DateOnly? due, ActionState state) =>
        new(text, ActionType.PreventFuture, "ann", due, null, state, null);

    private static ChannelNumbers Numbers(GeneratedContact[] contacts)
    {
        var (answered, abandoned) = (
            contacts.Where(static one => one.IsAnswered).ToArray(), contacts.Where(static one => !one.IsAnswered).ToArray());
        return new ChannelNumbers
        {
            TargetSeconds = TargetSeconds,
            Offered = contacts.Length,
            Queued = contacts.Length,
            LeftWithin = contacts.Count(static one => one.WaitSeconds < TargetSeconds),
            Answered = answered.Length,
            AnsweredWithin = answered.Count(static one => one.WaitSeconds < TargetSeconds),
            Abandoned = abandoned.Length,
            AbandonedWithin = abandoned.Count(static one => one.WaitSeconds < TargetSeconds),
            AnswerSeconds = answered.Sum(static one => one.WaitSeconds),
            AbandonSeconds = abandoned.Sum(static one => one.WaitSeconds),
            MaximumWaitSeconds = contacts.Max(static one => one.WaitSeconds),
            Handled = answered.Length,
            HandleSeconds = answered.Sum(static one => one.HandleSeconds),
            TransferredOut = contacts.Count(static one => one.IsTransferred),
            Missed = 0,
            Callbacks = 0,
        };
    }

    private IEnumerable<(DateOnly Day, string Topic, double? Sentiment)> HeardMade(Random random) => Contacts.Select(one => (
        DateOnly.FromDateTime(one.At.UtcDateTime),
        random.Next(10) switch { < 5 => "billing", < 8 => "delivery", 8 => TopicAnswer.UnsureTopic, _ => TopicAnswer.MenuTopic },
        random.Next(3) == 0 ? (double?)null : Math.Round((random.NextDouble() * 2) - 1, 3)));

    private IEnumerable<(DateOnly Day, string Topic, bool IsAgain)> ReturnedMade(Random random) => Contacts
        .Where(_ => random.Next(4) == 0)
        .Select(one => (
            DateOnly.FromDateTime(one.At.UtcDateTime), random.Next(3) == 0 ? "delivery" : random.Next(2) == 0 ? "none" : "billing",
            random.Next(5) == 0));

    private static IEnumerable<ProfileNumbers> ProfilesMade(Random random) =>
        from at in HalfHours.Between(Begin, End)
        from profile in Center.RoutingProfiles
        where !IsGap(at)
        select new ProfileNumbers(profile.Name, at, 3600, random.Next(1800), 1000, 0, 0)
        {
            // what was read before contacts of profiles were kept lacks them
            Handled = at < Begin.AddMonths(4) && at.Hour == 12 ? null : random.Next(20),
            HandleSeconds = random.Next(2000),
            HoldSeconds = random.Next(100),
            TransferredOut = random.Next(3),
        };

    private IEnumerable<(DateOnly Day, string Name, bool IsDone)> DialoguesMade(Random random) => Contacts
        .Where(_ => random.Next(10) == 0)
        .Select(one => (
            DateOnly.FromDateTime(one.At.UtcDateTime), random.Next(2) == 0 ? "block-card" : "change-address", random.Next(3) > 0));

    private static IEnumerable<Exercise> ExercisesMade() => Enumerable.Range(0, 12).Select(static month => new Exercise
    {
        Id = $"exercise-{month}",
        Scenario = new Scenario
        {
            Name = "table-throttled",
            Kind = month % 2 == 0 ? "table" : "queue",
            Title = ImmutableSortedDictionary<string, string>.Empty,
            Events = [],
        },
        StartedBy = "ann",
        StartedAt = Begin.AddMonths(month).AddDays(14),
        EndsAt = Begin.AddMonths(month).AddDays(14).AddHours(1),
        Events = [],
        IncidentId = $"X-{month}",
        Outcome = new ExerciseOutcome(ExerciseEnd.Resolved, "", Begin.AddMonths(month).AddDays(14).AddHours(1)),
        Score = new ExerciseScore(
            "It was held.",
            [new(AimKind.Acknowledge, AimOutcome.Met, ""), new(AimKind.Steps, AimOutcome.Partly, "")],
            [new PersonDebrief("Ann", null, month != 2, ""), new PersonDebrief("Bob", null, false, "")]),
    });

    private IEnumerable<Survey> SurveysMade(Random random) => Contacts.Where(_ => random.Next(20) == 0).Select((one, index) => new Survey(
        $"c-{index}", random.Next(8) == 0 ? null : random.Next(1, 6), null, one.Queue, random.Next(3) == 0 ? "delivery" : "billing", one.At));

    private IEnumerable<GeneratedContact> Made()
    {
        foreach (var queue in Center.Queues)
        {
            foreach (var at in HalfHours.Between(Begin, End).Where(static at => at.Hour is >= 7 and < 19 && !IsGap(at)))
            {
                // a planted outage of the queue: an hour on the tenth of each month in which everybody waits
                var isBad = at.Day == 10 && at.Hour == 9;
                for (var i = _random.Next(6); i > 0; i--)
                {
                    var wait = (int)(-Math.Log(1 - _random.NextDouble()) * (isBad ? 300 : 12));
                    yield return new GeneratedContact(
                        queue.Name, _random.Next(4) == 0 ? ContactChannel.Chat : ContactChannel.Voice,
                        at.AddSeconds(_random.Next(1800)), wait, _random.NextDouble() > (isBad ? 0.5 : 0.05), 60 + _random.Next(600),
                        _random.Next(20) == 0);
                }
            }
        }
    }

    private IncidentRecord Incident(int number)
    {
        var began = Begin.AddMinutes(_random.Next(365 * 24 * 60));
        var resource = Center.Queues[_random.Next(Center.Queues.Count)].Name;
        var resolved = began.AddMinutes(5 + _random.Next(300));
        var isOpen = _random.Next(50) == 0;
        return new IncidentRecord
        {
            Id = $"I-{number}",
            Version = 1,
            Receipts = 0,
            Group = "queue",
            Resource = resource,
            Location = "123456789012/eu-central-1",
            Subject = $"Queue {resource}",
            Symptom = "nobody is served",
            Owner = _random.Next(2) == 0 ? "operations" : "engineering",
            Runbook = "queue",
            State = isOpen ? IncidentState.Open : IncidentState.Resolved,
            Severity = (Severity)_random.Next((int)Severity.P1, (int)Severity.P4 + 1),
            Reasons = [],
            BeganAt = began,
            DetectedAt = began.AddSeconds(_random.Next(120)),
            AcknowledgedAt = _random.Next(4) == 0 ? null : began.AddMinutes(_random.Next(60)),
            MitigatedAt = isOpen ? null : resolved.AddMinutes(-2),
            ResolvedAt = isOpen ? null : resolved,
            Acknowledged = (PromiseOutcome)_random.Next(3),
            Resolved = (PromiseOutcome)_random.Next(3),
            AlarmCount = 1,
            Changes = 2,
            Verdict = _random.Next(3) == 0 ? (VerdictKind)_random.Next(3) : null,
            Alarms = [new AlarmMentions($"cc/queue-{_random.Next(20)}", 2)],
            Acts = _random.Next(2) == 0 ? [new ActRecord(began, "ann", PersonAction.Acknowledge, "taken")] : [],
            Reached =
            [
                .. Audiences.Where(_ => _random.Next(2) == 0).Select(audience => new ReachedEndpoint(
                    audience, Channel.Email, "a@example.com", began.AddMinutes(_random.Next(30)), 1, 0, 0, null)),
            ],
        };
    }

    private LeaseRecord Lease(int number)
    {
        var at = Begin.AddMinutes(_random.Next(365 * 24 * 60));
        return new LeaseRecord
        {
            Remediation = number % 2 == 0 ? "heal-capacity" : "heal-functions",
            Resource = $"r-{number}",
            GrantedAt = at,
            LookedAt = at,
            Reason = "It was throttled.",
            Dollars = number % 5 == 0 ? null : _random.Next(100) / 100.0,
            RequestsSaved = _random.Next(1000),
            ThrottledBefore = _random.Next(100),
            ThrottledAfter = _random.Next(100),
        };
    }

    private IEnumerable<AlarmDay> AlarmsMade()
    {
        for (var day = 0; day < 365; day++)
        {
            for (var alarm = 0; alarm < 20; alarm++)
            {
                if (_random.Next(3) > 0)
                {
                    continue;
                }

                var start = Begin.AddDays(day);
                yield return new AlarmDay(
                    DateOnly.FromDateTime(start.UtcDateTime),
                    new AlarmId($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cc/queue-{alarm}", null),
                    $"cc/queue-{alarm}",
                    [
                        .. Enumerable.Range(0, 2 + _random.Next(6)).Select(i => new AlarmMoment(
                            start.AddMinutes((i * 60) + _random.Next(60)), i % 2 == 0 ? AlarmState.Alarm : AlarmState.Ok)),
                    ]);
            }
        }
    }
}
