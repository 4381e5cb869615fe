using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Contacts;

/// <summary>What grows slowly, as the collector tells it: looked at each night, told once.</summary>
public sealed class GrowthDeskTests : IDailyMetrics, IMinuteMetrics, IAlarmTopic
{
    private static readonly DateTimeOffset Night = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private static readonly ContactCenterConfiguration Center = SampleConfiguration.Read() with
    {
        Monitoring = new() { Anomalies = AnomalyMode.Tell, Growth = true },
    };

    private const string Red = "\"NewStateValue\":\"ALARM\"";

    private readonly List<string> _messages = [];
    private readonly Dictionary<(string Key, DateOnly Day), double> _drawn = [];
    private readonly InMemoryAnomalyStates _states = new();
    private Func<GrowthSeries, DateOnly, double> _value = static (_, _) => 100;
    private int _reads;

    [Fact]
    public async Task What_has_grown_for_weeks_is_one_P4_told_once_and_over_when_it_no_longer_grows()
    {
        _value = Of("CallsPerInterval", static day => 100 + (1.5 * Math.Min(day, 100)));
        await PlayAsync(Desk(), Night.AddDays(90), days: 20);

        var red = Assert.Single(_messages, static message => message.Contains(Red, StringComparison.Ordinal));
        var change = AlarmParser.Parse(Encoding.UTF8.GetBytes(red), Night).OfType<ChangedAlarm>().Single().Change;
        var triaged = new IncidentDesk(Center, new InMemoryIncidentStore()).Triage.Triage(change, Night);
        Assert.Equal((Severity.P4, "growth"), (triaged.Assessment.Severity, triaged.Runbook));
        Assert.Matches(@"1\. CallsPerInterval of .* grows by \d+ % in 30 days", triaged.Description);

        // it stands still from the hundredth day on
        await PlayAsync(Desk(), Night.AddDays(110), days: 80);
        Assert.Contains("\"NewStateValue\":\"OK\"", _messages[^1], StringComparison.Ordinal);
        Assert.Single(_messages, static message => message.Contains(Red, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quota_that_will_be_reached_is_told_with_the_days_that_are_left()
    {
        _value = Of("ConcurrentCallsPercentage", static day => 0.3 + (0.005 * day));

        await PlayAsync(Desk(), Night.AddDays(90), days: 3);

        Assert.Matches(@"reaches 1 in \d+ days \(\d+ to \d+\)", Assert.Single(_messages));
    }

    [Fact]
    public async Task A_quota_that_is_far_away_is_not_told()
    {
        _value = Of("ConcurrentCallsPercentage", static day => 0.3 + (0.0005 * day));

        await PlayAsync(Desk(), Night.AddDays(90), days: 3);

        Assert.DoesNotContain(_messages, static message => message.Contains(Red, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_read_once_a_day_whoever_looks()
    {
        for (var process = 0; process < 3; process++)
        {
            await PlayAsync(Desk(), Night.AddMinutes(15 * process), days: 1, minutes: 12);
        }

        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task Nobody_looks_where_it_is_off()
    {
        await PlayAsync(
            new AnomalyDesk(Center, new(this, _states, this, new InMemoryAnomalyBands())), Night, days: 2);

        Assert.Equal(0, _reads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Ordinary_half_years_are_silent(int seed)
    {
        // weeks with their weekdays, a level of each day, and counts that scatter by chance
        _value = (series, day) =>
            _drawn.TryGetValue((series.Key, day), out var known) ? known : _drawn[(series.Key, day)] = Draw(series, day);
        await PlayAsync(Desk(), Night.AddDays(90), days: 182);

        Assert.DoesNotContain(_messages, static message => message.Contains(Red, StringComparison.Ordinal));

        double Draw(GrowthSeries series, DateOnly day)
        {
            var random = new Random(unchecked((seed * 7919) + (day.DayNumber * 104_729) + series.Key.Sum(static sign => sign)));
            var usual = (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 80 : 400) * Math.Exp(0.08 * Normal(random));
            return (usual + (Math.Sqrt(usual) * Normal(random))) / (series.Limit is { } limit ? 1000 / limit : 1);
        }
    }

    Task<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>> IDailyMetrics.ReadAsync(
        IReadOnlyList<GrowthSeries> series, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        _reads++;
        return Task.FromResult<IReadOnlyList<IReadOnlyList<(DateOnly Day, double Value)>>>(
        [
            .. series.Select(one => Enumerable.Range(0, until.DayNumber - from.DayNumber)
                .Select(day => (from.AddDays(day), _value(one, from.AddDays(day)))).ToArray()),
        ]);
    }

    Task<IReadOnlyList<MinuteValue>> IMinuteMetrics.ReadAsync(
        IReadOnlyList<WatchedSeries> series, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MinuteValue>>([]);

    Task IAlarmTopic.PublishAsync(string message, CancellationToken cancellationToken)
    {
        _messages.Add(message);
        return Task.CompletedTask;
    }

    /// <summary>One metric by the day since the beginning, a little up and down each week; every other one stays.</summary>
    private static Func<GrowthSeries, DateOnly, double> Of(string name, Func<int, double> value)
    {
        var begin = DateOnly.FromDateTime(Night.UtcDateTime);
        return (series, day) => series.Source.Name != name
            ? 100 / (series.Limit is { } limit ? 1000 / limit : 1)
            : value(day.DayNumber - begin.DayNumber) * (day.DayOfWeek == DayOfWeek.Sunday ? 0.8 : 1);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private AnomalyDesk Desk() => new(Center, new(this, _states, this, new InMemoryAnomalyBands()) { Days = this });

    private static async Task PlayAsync(AnomalyDesk desk, DateTimeOffset from, int days, int minutes = 1)
    {
        for (var day = 0; day < days; day++)
        {
            for (var minute = 0; minute < minutes; minute++)
            {
                var look = await desk.LookAsync(
                    new CenterFigures
                    {
                        At = from.AddDays(day).AddMinutes(minute),
                        Window = TimeSpan.FromMinutes(15),
                        Queues = new Dictionary<string, QueueFigures>(),
                    },
                    BusinessCalendar.AlwaysOpen,
                    TestContext.Current.CancellationToken);
                Assert.Empty(look.Problems);
            }
        }
    }
}
