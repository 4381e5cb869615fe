using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Monitoring.Growth;

/// <summary>What grows slowly: looked at each night, kept, and told once.</summary>
public sealed class GrowthDeskTests : IDailyMetrics, ICenterCounts, IAlarmTopic
{
    private const string Red = "\"NewStateValue\":\"ALARM\"";

    private static readonly DateTimeOffset Night = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private static readonly ContactCenterConfiguration Center = SampleConfiguration.Read() with { Monitoring = new() { Growth = true } };

    private readonly List<string> _messages = [];
    private readonly Dictionary<(string Key, DateOnly Day), double> _drawn = [];
    private readonly InMemoryDays _days = new();
    private Func<GrowthSeries, DateOnly, double> _value = static (_, _) => 100;
    private Func<DateOnly, CenterCounts> _counted = static _ => new([], []);
    private DateOnly _today;
    private int _reads;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_has_grown_for_weeks_is_one_P4_told_once_and_over_when_it_no_longer_grows()
    {
        _value = Of("CallsPerInterval", static day => 100 + (1.5 * Math.Min(day, 100)));
        await PlayAsync(Night.AddDays(90), days: 20);

        var red = Assert.Single(_messages, static message => message.Contains(Red, StringComparison.Ordinal));
        var change = AlarmParser.Parse(Encoding.UTF8.GetBytes(red), Night).OfType<ChangedAlarm>().Single().Change;
        var triaged = new IncidentDesk(Center, new InMemoryIncidentStore()).Triage.Triage(change, Night);
        Assert.Equal((Severity.P4, "growth"), (triaged.Assessment.Severity, triaged.Runbook));
        Assert.Matches(@"1\. calls per interval of the instance went up by \d+ % in 30 days", triaged.Description);

        // it stands still from the hundredth day on
        await PlayAsync(Night.AddDays(110), days: 80);
        Assert.Contains("\"NewStateValue\":\"OK\"", _messages[^1], StringComparison.Ordinal);
        Assert.Single(_messages, static message => message.Contains(Red, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_share_of_a_quota_that_will_be_used_up_is_told_with_the_days_that_are_left()
    {
        _value = Of("ConcurrentCallsPercentage", static day => 0.3 + (0.005 * day));

        await PlayAsync(Night.AddDays(90), days: 3);

        Assert.Matches(@"will come from 0\.\d+ to 1 in \d+ days \(\d+ to \d+\)", Assert.Single(_messages));
    }

    [Fact]
    public async Task A_quota_that_is_far_away_is_not_told()
    {
        _value = Of("ConcurrentCallsPercentage", static day => 0.3 + (0.0005 * day));

        await PlayAsync(Night.AddDays(90), days: 3);

        Assert.Empty(_messages);
    }

    [Theory]
    [InlineData(CountedThings.Users, "", "users of the instance")]
    [InlineData(CountedThings.Queues, "", "queues of the instance")]
    [InlineData(CountedThings.Flows, "", "contact flows of the instance")]
    [InlineData(CountedThings.Functions, "", "Lambda functions that contact flows may call")]
    [InlineData(CountedThings.TableSize, "customers", "gigabytes of the table customers")]
    public async Task What_is_counted_towards_its_limit_is_told_once_four_weeks_are_known(string name, string of, string label)
    {
        _counted = Counted(name, of, static day => 380 + Math.Floor(1.5 * day), 500);

        await PlayAsync(Night, days: 27);
        Assert.Empty(_messages);

        await PlayAsync(Night.AddDays(27), days: 10);
        Assert.Matches($@"1\. {label} will come from \d+ to 500 in \d+ days", Assert.Single(_messages));
    }

    [Theory]
    [InlineData(5000.0)]
    [InlineData(null)]
    public async Task Counts_that_grow_with_no_limit_near_are_kept_and_not_told(double? limit)
    {
        _counted = Counted(CountedThings.Users, "", static day => 380 + (3 * day), limit);

        await PlayAsync(Night, days: 60);

        Assert.Empty(_messages);
        var users = SeriesTrend.Of(await _days.BetweenAsync(DateOnly.MinValue, DateOnly.MaxValue, Stop))
            .Single(static one => one.Series.Name == CountedThings.Users);
        Assert.Equal((60, true, false), (users.Days.Count, users.Goes, users.IsTold));
    }

    [Fact]
    public async Task A_night_on_which_nobody_could_count_neither_ends_it_nor_tells_it_again()
    {
        var growing = Counted(CountedThings.Users, "", static day => 380 + Math.Floor(1.5 * day), 500);
        _counted = day => day.DayNumber % 5 == 0 ? new([], ["users cannot be read"]) : growing(day);

        await PlayAsync(Night, days: 60);

        Assert.Contains("users of the instance", Assert.Single(_messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_night_without_quotas_neither_ends_it_nor_tells_it_again()
    {
        var growing = Counted(CountedThings.Users, "", static day => 380 + Math.Floor(1.5 * day), 500);
        var unlimited = Counted(CountedThings.Users, "", static day => 380 + Math.Floor(1.5 * day), null);
        _counted = day => day.DayNumber % 5 == 0 ? unlimited(day) : growing(day);

        await PlayAsync(Night, days: 60);

        Assert.Contains("users of the instance", Assert.Single(_messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_without_an_error_count_for_errors_that_become_more()
    {
        // nothing is there of a day without any: at first one day in four has some, in the end each
        _value = (series, day) => series.Name != "ContactFlowFatalErrors" ? 100 / (series.Limit is { } limit ? 1000 / limit : 1)
            : Number(day) > 40 ? Number(day) - 38
            : Number(day) % 4 == 0 ? 2
            : double.NaN;

        await PlayAsync(Night.AddDays(75), days: 1);

        Assert.Contains("fatal errors", Assert.Single(_messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_becomes_shorter_is_not_told_again()
    {
        _value = (series, day) => series.Limit is { } limit ? limit / 10
            : series.Name is "CallsPerInterval" ? 100 + (1.5 * Number(day))
            : series.Name is "Duration" ? 100 + (1.5 * Math.Min(Number(day), 90))
            : 100;

        await PlayAsync(Night.AddDays(90), days: 100);

        Assert.Single(_messages);
        Assert.DoesNotContain((await _days.BetweenAsync(DateOnly.MinValue, DateOnly.MaxValue, Stop))[^1].Told!, static key =>
            key.StartsWith("Duration/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_new_on_the_list_is_told_first()
    {
        var slow = GrowthSeries.Measured(Center).First(static one => one.Name == "Duration");
        _value = (series, day) => series.Limit is { } limit ? limit / 10
            : series.Name is "CallsPerInterval" ? 100 + (1.5 * Number(day))
            : series.Key == slow.Key ? 100 + (1.5 * Math.Max(0, Number(day) - 90))
            : 100;

        await PlayAsync(Night.AddDays(90), days: 60);

        Assert.Equal(2, _messages.Count);
        Assert.Contains($"1. {slow.Label}", _messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_read_once_a_day_whoever_looks()
    {
        for (var process = 0; process < 3; process++)
        {
            await PlayAsync(Night.AddMinutes(30 * process), days: 1);
        }

        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task What_CloudWatch_still_has_is_kept_from_the_first_night_on_and_each_day_once()
    {
        await PlayAsync(Night, days: 1);
        var first = await _days.BetweenAsync(DateOnly.MinValue, DateOnly.MaxValue, Stop);
        await PlayAsync(Night.AddDays(1), days: 1);
        var second = await _days.BetweenAsync(DateOnly.MinValue, DateOnly.MaxValue, Stop);

        Assert.Equal((GrowthSeries.Days, GrowthSeries.Days + 1), (first.Count, second.Count));
        Assert.All(first.Zip(second), static pair => Assert.Same(pair.First, pair.Second));
        Assert.Equal([false, true, true], second.TakeLast(3).Select(static day => day.Told is not null));
    }

    [Fact]
    public async Task Nobody_looks_where_it_is_off_or_before_the_day_is_whole()
    {
        Assert.Null(await new GrowthDesk(Center, null).LookAsync(Night, Stop));
        Assert.Null(await Desk().LookAsync(Night.AddHours(-2), Stop));
        Assert.Equal(0, _reads);
    }

    [Fact]
    public void Series_of_a_center_are_told_apart()
    {
        var series = GrowthSeries.Measured(Center);

        Assert.Equal(series.Count, series.Select(static one => one.Label).Distinct().Count());
        Assert.All(series, static one => Assert.NotNull(one.Source));
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
        await PlayAsync(Night.AddDays(90), days: 182);

        Assert.Empty(_messages);

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
                .Select(day => (Day: from.AddDays(day), Value: _value(one, from.AddDays(day))))
                .Where(static day => !double.IsNaN(day.Value)).ToArray()),
        ]);
    }

    Task<CenterCounts> ICenterCounts.ReadAsync(CancellationToken cancellationToken) => Task.FromResult(_counted(_today));

    Task IAlarmTopic.PublishAsync(string message, CancellationToken cancellationToken)
    {
        _messages.Add(message);
        return Task.CompletedTask;
    }

    /// <summary>One metric by the day since the beginning, a little up and down each week; every other one stays.</summary>
    private static Func<GrowthSeries, DateOnly, double> Of(string name, Func<int, double> value) => (series, day) =>
        series.Name != name ? 100 / (series.Limit is { } limit ? 1000 / limit : 1)
        : value(Number(day)) * (day.DayOfWeek == DayOfWeek.Sunday ? 0.8 : 1);

    private static Func<DateOnly, CenterCounts> Counted(string name, string of, Func<int, double> value, double? limit) =>
        day => new([new(name, of, value(Number(day)), limit)], []);

    private static int Number(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(Night.UtcDateTime).DayNumber;

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private GrowthDesk Desk() => new(Center, new(this, this, _days, this));

    /// <summary>Each night in a process of its own.</summary>
    private async Task PlayAsync(DateTimeOffset from, int days)
    {
        for (var day = 0; day < days; day++)
        {
            _today = DateOnly.FromDateTime(from.AddDays(day).UtcDateTime);
            _ = await Desk().LookAsync(from.AddDays(day), Stop);
        }
    }
}
