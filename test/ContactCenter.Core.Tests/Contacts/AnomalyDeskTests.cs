using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Contacts;

public sealed class AnomalyDeskTests : IMinuteMetrics, IAlarmTopic
{
    private const int DaysLearned = 16;
    private static readonly DateTimeOffset Begin = new(2026, 2, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Then = Begin.AddDays(DaysLearned).AddHours(10);

    private static readonly ContactCenterConfiguration Told = SampleConfiguration.Read() with
    {
        Monitoring = new() { Anomalies = AnomalyMode.Tell },
        BusinessHours = [],
        Holidays = [],
    };

    private readonly InMemoryAnomalyBands _bands = new();
    private readonly List<string> _messages = [];
    private readonly List<(string Group, DateTimeOffset From, DateTimeOffset Until)> _reads = [];
    private bool _metricsFail;
    private bool _topicFails;

    [Fact]
    public async Task What_goes_on_is_told_as_a_P3_of_the_incident_of_its_queue()
    {
        var desk = Desk(Learned());

        await PlayAsync(desk, Then, minutes: 15, waiting: 400);

        var change = AlarmParser.Parse(Encoding.UTF8.GetBytes(Assert.Single(_messages)), Then).OfType<ChangedAlarm>().Single().Change;
        var triaged = new IncidentDesk(Told, new InMemoryIncidentStore()).Triage.Triage(change, Then);
        Assert.Equal(("queue", "Cards", Severity.P3), (triaged.Key.Group, triaged.Key.Resource, triaged.Assessment.Severity));
        Assert.Contains("ContactsInQueue", triaged.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_kept_by_ten_minutes_beside_what_was_to_be_expected()
    {
        _ = await PlayAsync(Desk(Learned()), Then, minutes: 31, waiting: 400);

        var bands = await _bands.OfQueueAsync("Cards", Then, Then.AddHours(1), TestContext.Current.CancellationToken);
        Assert.Equal([Then, Then.AddMinutes(10), Then.AddMinutes(20)], bands.Select(static band => band.At));
        Assert.All(bands, static band => Assert.Equal((400, 400), (band.Least, band.Most)));
        Assert.InRange(bands[0].Low, 0, 8);
        Assert.InRange(bands[0].High, 8, 100);
    }

    [Fact]
    public async Task Metrics_that_cannot_be_read_cost_nothing_else()
    {
        _metricsFail = true;
        var desk = Desk(Learned());

        var looks = await PlayAsync(desk, Then, minutes: 15, waiting: 400);

        Assert.Contains(looks, static look => look.Problems.Any(static problem => problem.Contains("metrics", StringComparison.Ordinal)));
        Assert.Single(_messages);
    }

    [Fact]
    public async Task What_could_not_be_told_is_told_by_whoever_takes_over()
    {
        _topicFails = true;
        var states = Learned();
        var looks = await PlayAsync(Desk(states), Then, minutes: 15, waiting: 400);
        Assert.Contains(looks, static look => look.Problems.Any(static problem => problem.Contains("told", StringComparison.Ordinal)));
        Assert.Equal(0, states.Writes);

        _topicFails = false;
        _ = await PlayAsync(Desk(states), Then.AddMinutes(15), minutes: 15, waiting: 400);

        Assert.Single(_messages);
    }

    [Fact]
    public async Task Tables_and_systems_are_read_every_minute_the_rest_every_other_and_each_minute_once()
    {
        _ = await PlayAsync(Desk(Learned()), Then, minutes: 6, waiting: 5);

        Assert.Equal(6, Count(isEach: true));
        Assert.Equal(3, Count(isEach: false));
        Assert.All(_reads.GroupBy(static read => read.Group), static reads => Assert.Equal(
            reads.Skip(1).Select(static read => read.From), reads.SkipLast(1).Select(static read => read.Until)));
        Assert.All(_reads, static read => Assert.True(read.Until <= Then.AddMinutes(5) - TimeSpan.FromMinutes(1)));

        int Count(bool isEach) => _reads.Count(read => read.Group is AlarmGroups.Table or AlarmGroups.Api == isEach);
    }

    [Fact]
    public void What_was_told_of_a_queue_that_was_taken_out_of_the_configuration_since_ends_and_nothing_begins_that_way()
    {
        var report = new AnomalyReport(Told, new(AlarmGroups.Queue, "Gone"));

        Assert.Equal(("queue", "Gone"), Triaged(isBegun: false));
        Assert.NotEqual(("queue", "Gone"), Triaged(isBegun: true));

        (string, string) Triaged(bool isBegun)
        {
            var message = Encoding.UTF8.GetBytes(report.Message(new(report.Place, isBegun, []), Then));
            var change = AlarmParser.Parse(message, Then).OfType<ChangedAlarm>().Single().Change;
            var key = new IncidentDesk(Told, new InMemoryIncidentStore()).Triage.Triage(change, Then).Key;
            return (key.Group, key.Resource);
        }
    }

    [Fact]
    public async Task A_state_that_is_foreign_is_learned_anew_and_whatever_it_had_told_ends()
    {
        var states = new InMemoryAnomalyStates();
        _ = await states.TryWriteAsync("something else"u8.ToArray(), null, TestContext.Current.CancellationToken);

        var looks = await PlayAsync(Desk(states), Then, minutes: 15, waiting: 400);

        Assert.All(looks, static look => Assert.Empty(look.Problems));
        Assert.Equal(AnomalyReport.All(Told).Count, _messages.Count);
        Assert.All(_messages, static message => Assert.Contains("\"NewStateValue\":\"OK\"", message, StringComparison.Ordinal));
        Assert.True(states.Writes > 1);
    }

    [Fact]
    public async Task Where_nothing_was_learned_nothing_is_told()
    {
        var states = new InMemoryAnomalyStates();

        _ = await PlayAsync(Desk(states), Then, minutes: 15, waiting: 400);

        Assert.Empty(_messages);
        Assert.NotEqual(0, states.Writes);
    }

    [Fact]
    public async Task What_is_learned_is_written_every_ten_minutes_and_not_each()
    {
        var states = Learned();

        _ = await PlayAsync(Desk(states), Then, minutes: 31, waiting: 5);

        Assert.Equal(3, states.Writes);
    }

    [Fact]
    public async Task Where_another_process_has_written_its_state_is_taken_up()
    {
        var states = Learned();
        var (one, other) = (Desk(states), Desk(states));
        _ = await PlayAsync(one, Then, minutes: 1, waiting: 5);
        _ = await PlayAsync(other, Then, minutes: 11, waiting: 5);

        var looks = await PlayAsync(one, Then.AddMinutes(11), minutes: 20, waiting: 5);

        Assert.All(looks, static look => Assert.Empty(look.Problems));
        Assert.Equal(2, states.Writes);
    }

    [Fact]
    public async Task Who_only_learns_tells_nobody_and_has_scores()
    {
        var desk = new AnomalyDesk(Told, new(this, Learned(), Alarms: null, _bands));

        var looks = await PlayAsync(desk, Then, minutes: 15, waiting: 400);

        Assert.Empty(_messages);
        Assert.True(looks[^1].Scores.Single(static score => score.Place.Resource == "Cards").Score >= 0.5);
    }

    [Fact]
    public async Task A_queue_that_is_closed_or_has_just_opened_is_not_looked_at()
    {
        var day = TimeZoneInfo.ConvertTime(Then, TimeZoneInfo.FindSystemTimeZoneById(Told.TimeZone));
        var opens = day.AddMinutes(20);
        var closed = Told with
        {
            Queues =
            [
                .. Told.Queues.Select(queue => queue with
                {
                    Hours = [new OpeningHours { Days = [opens.DayOfWeek], From = TimeOnly.FromTimeSpan(opens.TimeOfDay), To = default }],
                    TimeZone = null,
                }),
            ],
        };
        var desk = new AnomalyDesk(closed, new(this, Learned(), this, _bands));

        var looks = await PlayAsync(desk, Then, minutes: 29, waiting: 400, new BusinessCalendar(closed));

        Assert.All(looks, static look => Assert.Empty(look.Scores));
    }

    Task<IReadOnlyList<MinuteValue>> IMinuteMetrics.ReadAsync(
        IReadOnlyList<WatchedSeries> series, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        _reads.Add((series[0].Group, from, until));
        return _metricsFail
            ? throw new InvalidOperationException("Rate exceeded")
            : Task.FromResult<IReadOnlyList<MinuteValue>>([new(series[0], until, 10)]);
    }

    Task IAlarmTopic.PublishAsync(string message, CancellationToken cancellationToken)
    {
        if (_topicFails)
        {
            throw new InvalidOperationException("the topic is gone");
        }

        _messages.Add(message);
        return Task.CompletedTask;
    }

    private AnomalyDesk Desk(InMemoryAnomalyStates states) => new(Told, new(this, states, this, _bands));

    private static async Task<List<AnomalyLook>> PlayAsync(
        AnomalyDesk desk, DateTimeOffset from, int minutes, double waiting, BusinessCalendar? calendar = null)
    {
        var looks = new List<AnomalyLook>();
        for (var minute = 0; minute < minutes; minute++)
        {
            looks.Add(await desk.LookAsync(
                Figures(from.AddMinutes(minute), waiting), calendar ?? BusinessCalendar.AlwaysOpen, TestContext.Current.CancellationToken));
        }

        return looks;
    }

    private static InMemoryAnomalyStates Learned()
    {
        var watch = new CenterWatch();
        for (var minute = 0; Begin.AddMinutes(minute) < Then; minute++)
        {
            var at = TimeZoneInfo.ConvertTime(Begin.AddMinutes(minute), TimeZoneInfo.FindSystemTimeZoneById(Told.TimeZone));
            var waiting = Math.Round(8 + (5 * Math.Sin(minute * 1.7)) + (3 * Math.Sin(minute * 0.37)));
            foreach (var (series, value) in new QueueSeries(Told).Of(Figures(at, waiting), BusinessCalendar.AlwaysOpen))
            {
                watch.Add(series, at, value);
            }
        }

        return new(watch.Save());
    }

    private static CenterFigures Figures(DateTimeOffset at, double waiting) => new()
    {
        At = at,
        Window = TimeSpan.FromMinutes(15),
        Queues = new Dictionary<string, QueueFigures> { ["Cards"] = new() { Voice = new() { Waiting = waiting } } },
    };
}
