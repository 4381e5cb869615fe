using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Monitoring.Triage;

namespace ContactCenter.Core.Tests.Monitoring.Plan;

/// <summary>What is severe moves with the threshold, on every scale, unless the configuration names it.</summary>
public sealed class SevereValueTests
{
    [Theory]
    [InlineData("queue-wait-time", 900, 4500)] // seconds: 600 on 120
    [InlineData("queue-wait-time", 60, 300)]
    [InlineData("api-latency", 4000, 10_000)] // milliseconds: 5,000 on 2,000
    [InlineData("table-read-throttled", 10, 5000)] // a count: 500 on 1
    public void Without_an_end_of_the_scale_the_ratio_stays(string id, double threshold, double severe) =>
        Assert.Equal(severe, Bound(id, new() { Threshold = threshold }).Severe!.Value, 6);

    [Theory]
    [InlineData("calls-rejected", 5, 15)] // 10 on 0
    [InlineData("topic-delivery-failed", 2, 52)] // 50 on 0
    public void From_a_threshold_of_nothing_the_distance_stays(string id, double threshold, double severe) =>
        Assert.Equal(severe, Bound(id, new() { Threshold = threshold }).Severe!.Value, 6);

    [Theory]
    [InlineData("active-chats", 90, 97.5)] // a share in per cent: 95 on 80 leaves a quarter of the way to 100
    [InlineData("concurrent-calls", 0.6, 0.9)] // a share of 1: 0.95 on 0.8
    [InlineData("service-level", 80, 40)] // worse when smaller: 30 on 60
    [InlineData("sentiment", -0.65, -0.8)] // a score: -0.6 on -0.3 leaves four sevenths of the way to -1
    public void Towards_the_end_of_a_scale_the_part_of_the_way_stays(string id, double threshold, double severe) =>
        Assert.Equal(severe, Bound(id, new() { Threshold = threshold }).Severe!.Value, 6);

    [Theory]
    [InlineData("active-chats", 100)]
    [InlineData("sentiment", -1)]
    public void At_the_end_of_a_scale_nothing_is_severe(string id, double threshold) =>
        Assert.Null(Bound(id, new() { Threshold = threshold }).Severe);

    [Fact]
    public void A_severe_value_that_is_named_wins() =>
        Assert.Equal(1000, Bound("queue-wait-time", new() { Threshold = 900, Severe = 1000 }).Severe);

    [Fact]
    public void The_threshold_of_one_resource_moves_what_is_severe_there_alone()
    {
        var change = new AlarmOverride { Threshold = 50, Resources = new Dictionary<string, double> { ["General"] = 100 } };

        Assert.Equal((300, 150), (Bound("queue-size", change, "General").Severe, Bound("queue-size", change, "Billing").Severe));
    }

    [Fact]
    public void Whatever_threshold_is_set_what_is_severe_lies_beyond_it()
    {
        var wrong =
            from definition in AlarmCatalog.Default.Definitions
            where definition is { AnomalyBand: null, Severe: not null }
            from factor in new[] { 0.1, 0.5, 0.9, 1.1, 2, 10 }
            let bound = Bound(definition.Id, new() { Threshold = definition.Threshold * factor })
            where bound.Severe is { } severe && !(IsBelow(bound) ? severe < bound.Threshold : severe > bound.Threshold)
            select $"{definition.Id} at {bound.Threshold}: {bound.Severe}";

        Assert.Empty(wrong);
    }

    private static bool IsBelow(AlarmDefinition definition) =>
        definition.Comparison is AlarmComparison.LessThanThreshold or AlarmComparison.LessThanOrEqualToThreshold;

    /// <summary>The definition as it is deployed with one change, on a resource or on the first.</summary>
    private static AlarmDefinition Bound(string id, AlarmOverride change, string? resource = null)
    {
        PlannedAgents always = new() { Days = Enum.GetValues<DayOfWeek>(), From = TimeOnly.MinValue, To = TimeOnly.MinValue, Agents = 5 };
        var sample = Desk.Sample with
        {
            Queues = [.. Desk.Sample.Queues.Select(queue => queue with { MaximumWait = null, Plan = [always] })],
            Alarms = new Dictionary<string, AlarmOverride> { [id] = change },
        };
        return AlarmPlan.For(
            sample).First(alarm => alarm.Definition.Id == id && (resource is null || alarm.Resource == resource)).Definition;
    }
}
