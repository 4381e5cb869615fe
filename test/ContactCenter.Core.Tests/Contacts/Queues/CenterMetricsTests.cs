using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Tests.Incidents;

namespace ContactCenter.Core.Tests.Contacts.Queues;

public sealed class CenterMetricsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Metrics of the namespace that other functions publish, each with tests of its own.</summary>
    private static readonly string[] OfOthers =
    [
        "SurveyRating", "ApiRequests", "ApiFailures", "ApiLatency", "TopicDrift", "ConfidenceDrift", "Heartbeat", "EventSourcesDisabled",
        "BotUtterances", "BotUtterancesMissed", "HookDefaults", "CallsGettingWorse", "SupervisorTaskFailures",
        "MessagesGivenUp",
    ];

    [Fact]
    public void Everything_that_was_read_is_published()
    {
        var groups = CenterMetrics.Of(Center(Cards), BusinessCalendar.AlwaysOpen);

        Assert.Equal([9, 7, 1, 2, 1, 0, 4, 1, 1, 0], groups[0].Values.Select(value => value.Value));
        Assert.Equal([3, 42, 42, 8, 1, 40, 12.5, 70, 33, 280], groups[1].Values.Select(value => value.Value));
        Assert.Equal([null, ContactChannel.Voice], groups.Select(group => group.Channel));
    }

    [Fact]
    public void What_waits_in_one_channel_is_not_told_of_another()
    {
        var figures = Cards with { Email = new() { Waiting = 90, OldestSeconds = 50_000 } };

        var groups = CenterMetrics.Of(Center(figures), BusinessCalendar.AlwaysOpen);

        Assert.Equal(
            [(ContactChannel.Voice, 3), (ContactChannel.Email, 90)],
            groups.Where(group => group.Channel is not null).Select(group => (group.Channel!.Value, (int)group.Values[0].Value)));
    }

    [Fact]
    public void Agents_idle_elsewhere_are_those_of_the_other_queue_that_has_most_and_nobody_waiting()
    {
        var center = Center(Cards) with
        {
            Queues = new Dictionary<string, QueueFigures>
            {
                ["Cards"] = Cards,
                ["Billing"] = new() { Voice = new() { Waiting = 0, AgentsAvailable = 4 } },
                ["General"] = new() { Voice = new() { Waiting = 0, AgentsAvailable = 6 } },
                ["Technical"] = new() { Voice = new() { Waiting = 1, AgentsAvailable = 9 } },
            },
        };

        var cards = CenterMetrics.Of(center, BusinessCalendar.AlwaysOpen)[0].Values;

        Assert.Equal(6, cards.Single(value => value.Metric == OwnMetrics.AgentsIdleElsewhere).Value);
    }

    [Theory]
    [InlineData("2026-03-02T07:59", 0)]
    [InlineData("2026-03-02T08:00", 0)]
    [InlineData("2026-03-02T08:09", 0)]
    [InlineData("2026-03-02T08:10", 1)]
    [InlineData("2026-03-02T17:59", 1)]
    [InlineData("2026-03-02T18:00", 0)]
    [InlineData("2026-03-03T12:00", 0)]
    public void A_queue_is_open_from_ten_minutes_after_it_opens_until_it_closes(string at, double expected) =>
        Assert.Equal(expected, Of(at, new QueueFigures())["QueueOpen"]);

    [Theory]
    [InlineData("2026-03-02T08:00", 6, 75.0)]
    [InlineData("2026-03-02T11:59", 10, 125.0)]
    [InlineData("2026-03-02T12:00", 3, 75.0)]
    [InlineData("2026-03-02T16:00", 3, null)]
    [InlineData("2026-03-04T08:00", 3, null)]
    [InlineData("2026-03-03T08:00", 0, null)]
    [InlineData("2026-03-02T07:59", 0, null)]
    public void Agents_are_held_against_the_plan_of_the_time_while_the_queue_is_open(string at, double online, double? expected)
    {
        DayOfWeek[] days = [DayOfWeek.Monday, DayOfWeek.Tuesday];
        var told = Of(
            at, new QueueFigures { AgentsOnline = online },
            new() { Days = days, From = new(6, 0), To = new(12, 0), Agents = 8 },
            new() { Days = days, From = new(12, 0), To = new(16, 0), Agents = 4 });

        Assert.Equal(expected, told.TryGetValue("AgentsAgainstPlan", out var present) ? present : null);
    }

    [Theory]
    [InlineData("2026-03-02T08:59", 0)]
    [InlineData("2026-03-02T09:00", 1)]
    [InlineData("2026-03-02T18:00", 0)]
    public void A_queue_has_settled_an_hour_after_it_opens(string at, double expected) =>
        Assert.Equal(expected, Of(at, new QueueFigures())["QueueSettled"]);

    [Theory]
    [InlineData("2026-03-02T08:30", 43_200, 1)]
    [InlineData("2026-03-02T08:30", 1_700, 1)]
    [InlineData("2026-03-02T08:30", 1_100, 0)]
    [InlineData("2026-03-02T08:30", 0, 0)]
    [InlineData("2026-03-02T08:59", 43_200, 1)]
    [InlineData("2026-03-02T09:00", 43_200, 0)]
    [InlineData("2026-03-02T06:00", 43_200, 0)]
    public void What_is_left_from_the_night_is_known_as_such_for_an_hour(string at, double age, double expected) =>
        Assert.Equal(expected, Of(at, new QueueFigures { Voice = new() { OldestSeconds = age } })["QueueBacklog"]);

    [Fact]
    public void What_waits_over_night_waits_in_the_hours_of_the_queue_only() => Assert.Equal(
        1800,
        Of("2026-03-02T08:30", new QueueFigures { Email = new() { OldestSeconds = 43_200 } })["OldestContactWait"]);

    [Theory]
    [InlineData(9.0, false)]
    [InlineData(10.0, true)]
    [InlineData(null, false)]
    public void A_rate_of_a_few_contacts_is_left_out(double? queued, bool isThere)
    {
        var values = Values(new ChannelFigures { Queued = queued, AbandonmentRate = 100, ServiceLevel = 0 });

        Assert.Equal((isThere, isThere), (values.ContainsKey("AbandonmentRate"), values.ContainsKey("ServiceLevel")));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_rate_that_cannot_be_is_left_out(double rate) =>
        Assert.DoesNotContain("AbandonmentRate", Values(new ChannelFigures { Queued = 100, AbandonmentRate = rate }).Keys);

    [Fact]
    public void Nobody_there_is_zero_and_not_missing() =>
        Assert.Equal([0, 0], Values(new ChannelFigures { Waiting = 0, AgentsStaffed = 0 }).Values);

    [Fact]
    public void An_age_beyond_all_waits_was_in_milliseconds() =>
        Assert.Equal(700, Values(new ChannelFigures { OldestSeconds = 700_000 })["OldestContactAge"]);

    [Theory]
    [InlineData(4, 4, false)]
    [InlineData(5, 2, true)]
    [InlineData(0, 0, false)]
    public void A_share_of_a_few_agents_is_left_out(double online, double away, bool isThere)
    {
        var figures = new CenterFigures
        {
            At = Now,
            Window = TimeSpan.FromMinutes(15),
            RoutingProfiles = new Dictionary<string, ProfileFigures>
            {
                ["Generalists"] = new(AgentsOnline: online, AgentsNonProductive: away)
            },
        };

        var values = CenterMetrics.Of(figures, BusinessCalendar.AlwaysOpen)[0].Values;
        Assert.Equal(isThere, values.Any(value => value.Metric == OwnMetrics.AgentsNonProductiveShare));
    }

    [Fact]
    public void States_of_queues_are_what_routing_needs()
    {
        var state = Assert.Single(CenterMetrics.States(Center(new QueueFigures
        {
            AgentsOnContact = 4,
            Voice = new()
            {
                Waiting = 2,
                OldestSeconds = 30,
                AgentsStaffed = 5,
                AgentsAvailable = 1,
                Queued = 30,
                AbandonmentRate = 10,
                AverageHandleSeconds = 240,
            },
            Email = new() { Waiting = 90, OldestSeconds = 50_000, AgentsStaffed = 1 },
        })).Queues);

        Assert.Equal(new("Cards", 2, 30, 5, 1, 4, ArrivalsPerMinute: 2, AverageHandleSeconds: 240, AbandonmentPercent: 10), state);
    }

    [Fact]
    public void A_queue_of_which_nothing_is_known_now_has_no_state() =>
        Assert.Empty(CenterMetrics.States(Center(new QueueFigures { Voice = new() { Queued = 30 }, Chat = new() { Waiting = 1 } })).Queues);

    [Fact]
    public void Every_own_metric_that_the_catalog_watches_is_published_with_its_dimensions() =>
        Assert.All(
            AlarmCatalog.Default.Definitions.SelectMany(alarm => alarm.Metrics).Where(metric =>
                metric.Namespace == "ContactCenter" && !OfOthers.Contains(metric.Name)),
            metric =>
                Assert.Contains(
                    OwnMetrics.All,
                    own =>
                        own.Name == metric.Name && own.Dimensions.SequenceEqual(metric.Dimensions.Select(dimension => dimension.Name))));

    [Fact]
    public void Own_metrics_are_told_apart_by_name_and_dimension() =>
        Assert.Equal(OwnMetrics.All.Count, OwnMetrics.All.DistinctBy(metric => (metric.Name, metric.Dimension)).Count());

    [Fact]
    public void The_catalog_promises_the_sample_that_is_kept() => Assert.All(
        ["abandonment-rate", "service-level"],
        id =>
            Assert.Contains(
                $"at least {MinimumSample.Contacts} contacts", AlarmCatalog.Default.Find(id)!.Description, StringComparison.Ordinal));

    private static QueueFigures Cards => new()
    {
        AgentsOnline = 9,
        AgentsOnContact = 7,
        AgentsNonProductive = 1,
        AfterContactWork = 2,
        AgentsInError = 1,
        CallbacksScheduled = 4,
        Voice = new()
        {
            Waiting = 3,
            OldestSeconds = 42,
            AgentsStaffed = 8,
            AgentsAvailable = 1,
            Queued = 40,
            AbandonmentRate = 12.5,
            ServiceLevel = 70,
            AverageAnswerSeconds = 33,
            AverageHandleSeconds = 280,
        },
    };

    /// <summary>Open on weekdays from eight to six in London; 3 March is a holiday.</summary>
    private static Dictionary<string, double> Of(string at, QueueFigures figures, params PlannedAgents[] plan)
    {
        var configuration = Desk.Center(center =>
        {
            center.TimeZone = "Europe/London";
            center.Queues = [new QueueSettings { Name = "Cards", Plan = plan }];
            center.Holidays = [new DateOnly(2026, 3, 3)];
            center.BusinessHours =
            [
                new OpeningHours
                {
                    Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday],
                    From = new TimeOnly(8, 0),
                    To = new TimeOnly(18, 0)
                }
            ];
        });
        var then = DateTimeOffset.Parse($"{at}Z", System.Globalization.CultureInfo.InvariantCulture);
        return CenterMetrics.Of(Center(figures) with { At = then }, new BusinessCalendar(configuration))
            .SelectMany(group => group.Values).ToDictionary(value => value.Metric.Name, value => value.Value);
    }

    private static Dictionary<string, double> Values(ChannelFigures figures) =>
        Assert.Single(
            CenterMetrics.Of(Center(new QueueFigures { Voice = figures }), BusinessCalendar.AlwaysOpen), group => group.Channel is not null)
            .Values.Where(value => value.Metric.Name != "OldestContactWait")
            .ToDictionary(value => value.Metric.Name, value => value.Value);

    private static CenterFigures Center(QueueFigures figures) =>
        new() { At = Now, Window = TimeSpan.FromMinutes(15), Queues = new Dictionary<string, QueueFigures> { ["Cards"] = figures } };
}
