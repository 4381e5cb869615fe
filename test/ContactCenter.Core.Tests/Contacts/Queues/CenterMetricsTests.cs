using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Monitoring.Catalog;

namespace ContactCenter.Core.Tests.Contacts.Queues;

public sealed class CenterMetricsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Metrics of the namespace that other functions publish, each with tests of its own.</summary>
    private static readonly string[] OfOthers =
    [
        "SurveyRating", "ApiRequests", "ApiFailures", "ApiLatency", "TopicDrift", "ConfidenceDrift", "Heartbeat", "EventSourcesDisabled",
        "HookFailures", "HookCalls"
    ];

    [Fact]
    public void Everything_that_was_read_is_published()
    {
        var values = Values(new QueueFigures
        {
            Waiting = 3,
            OldestSeconds = 42,
            AgentsOnline = 9,
            AgentsStaffed = 8,
            AgentsAvailable = 1,
            AgentsOnContact = 7,
            AgentsNonProductive = 1,
            Queued = 40,
            AbandonmentRate = 12.5,
            ServiceLevel = 70,
            AverageAnswerSeconds = 33,
            AverageHandleSeconds = 280,
        });

        Assert.Equal([3, 42, 9, 8, 1, 7, 1, 40, 12.5, 70, 33, 280], values.Values);
    }

    [Theory]
    [InlineData(9.0, false)]
    [InlineData(10.0, true)]
    [InlineData(null, false)]
    public void A_rate_of_a_few_contacts_is_left_out(double? queued, bool isThere)
    {
        var values = Values(new QueueFigures { Queued = queued, AbandonmentRate = 100, ServiceLevel = 0 });

        Assert.Equal((isThere, isThere), (values.ContainsKey("AbandonmentRate"), values.ContainsKey("ServiceLevel")));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_rate_that_cannot_be_is_left_out(double rate) =>
        Assert.DoesNotContain("AbandonmentRate", Values(new QueueFigures { Queued = 100, AbandonmentRate = rate }).Keys);

    [Fact]
    public void Nobody_there_is_zero_and_not_missing() =>
        Assert.Equal([0, 0], Values(new QueueFigures { Waiting = 0, AgentsStaffed = 0 }).Values);

    [Fact]
    public void An_age_beyond_all_waits_was_in_milliseconds() =>
        Assert.Equal(700, Values(new QueueFigures { OldestSeconds = 700_000 })["OldestContactAge"]);

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

        Assert.Equal(isThere, CenterMetrics.Of(figures)[0].Values.Any(value => value.Metric == OwnMetrics.AgentsNonProductiveShare));
    }

    [Fact]
    public void States_of_queues_are_what_routing_needs()
    {
        var state = Assert.Single(CenterMetrics.States(Center(new QueueFigures
        {
            Waiting = 2,
            OldestSeconds = 30,
            AgentsStaffed = 5,
            AgentsAvailable = 1,
            AgentsOnContact = 4,
            Queued = 30,
            AbandonmentRate = 10,
            AverageHandleSeconds = 240,
        })).Queues);

        Assert.Equal(new("Cards", 2, 30, 5, 1, 4, ArrivalsPerMinute: 2, AverageHandleSeconds: 240, AbandonmentPercent: 10), state);
    }

    [Fact]
    public void A_queue_of_which_nothing_is_known_now_has_no_state() =>
        Assert.Empty(CenterMetrics.States(Center(new QueueFigures { Queued = 30 })).Queues);

    [Fact]
    public void Every_own_metric_that_the_catalog_watches_is_published_with_its_dimensions() =>
        Assert.All(
            AlarmCatalog.Default.Definitions.SelectMany(alarm => alarm.Metrics).Where(metric =>
                metric.Namespace == "ContactCenter" && !OfOthers.Contains(metric.Name)),
            metric =>
                Assert.Contains(
                    OwnMetrics.All,
                    own =>
                        own.Name == metric.Name && Dimensions(own).SequenceEqual(metric.Dimensions.Select(dimension => dimension.Name))));

    [Fact]
    public void Own_metrics_are_told_apart_by_name_and_dimension() =>
        Assert.Equal(OwnMetrics.All.Count, OwnMetrics.All.DistinctBy(metric => (metric.Name, metric.Dimension)).Count());

    [Fact]
    public void The_catalog_promises_the_sample_that_is_kept() => Assert.All(
        ["abandonment-rate", "service-level"],
        id =>
            Assert.Contains(
                $"at least {MinimumSample.Contacts} contacts", AlarmCatalog.Default.Find(id)!.Description, StringComparison.Ordinal));

    private static IEnumerable<string> Dimensions(OwnMetric metric) =>
        metric.Dimension is { } dimension ? ["InstanceId", dimension] : ["InstanceId"];

    private static Dictionary<string, double> Values(QueueFigures figures) =>
        Assert.Single(CenterMetrics.Of(Center(figures))).Values.ToDictionary(value => value.Metric.Name, value => value.Value);

    private static CenterFigures Center(QueueFigures figures) =>
        new() { At = Now, Window = TimeSpan.FromMinutes(15), Queues = new Dictionary<string, QueueFigures> { ["Cards"] = figures } };
}
