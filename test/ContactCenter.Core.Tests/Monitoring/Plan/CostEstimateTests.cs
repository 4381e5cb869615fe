using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Monitoring.Plan;

public sealed class CostEstimateTests
{
    private static readonly ContactCenterConfiguration Sample = SampleConfiguration.Read();

    [Fact]
    public void The_page_about_cost_has_the_estimate_of_the_sample()
    {
        var page = File.ReadAllLines(Repository.File("docs", "design", "deployment.md"));

        Assert.All(CostEstimate.For(Sample), line => Assert.Contains(
            page,
            text => text.StartsWith(
                string.Create(CultureInfo.InvariantCulture, $"| {line.What} | {line.Price} | {line.Idle:F2} | {line.Busy:F2} |"),
                StringComparison.Ordinal)));
    }

    /// <summary>A metric that is added to those of a queue, a channel or a profile is one that somebody pays for.</summary>
    [Fact]
    public void Own_metrics_are_counted_as_they_are_told()
    {
        var one = Sample with { Queues = [Sample.Queues[0] with { Plan = [] }], RoutingProfiles = [], Tables = [] };
        var withProfile = one with { RoutingProfiles = [Sample.RoutingProfiles[0]] };
        var withQueue = one with { Queues = [.. one.Queues, one.Queues[0] with { Name = "Second" }] };

        // of a channel four are told at any time; sentiment and the plan's only where they are wanted
        var ofQueue = OwnMetrics.All.Count(static metric => metric is { Dimension: OwnMetrics.Queue, IsByChannel: false }) + 4 - 3;
        Assert.Equal(OwnMetrics.All.Count(static metric => metric.Dimension == OwnMetrics.RoutingProfile), Idle(withProfile) - Idle(one));
        Assert.Equal(ofQueue, Idle(withQueue) - Idle(one));

        static int Idle(ContactCenterConfiguration configuration) => (int)Math.Round(
            CostEstimate.For(configuration).Single(static line => line.What == "own metrics").Idle / 0.30);
    }

    [Fact]
    public void Nobody_who_calls_costs_what_an_idle_center_costs() =>
        Assert.All(CostEstimate.For(Sample, contacts: 0), static line => Assert.Equal(line.Idle, line.Busy));

    [Fact]
    public void A_table_that_follows_demand_costs_its_looks()
    {
        var table = Sample.Tables[0] with { FollowDemand = true };
        var looks = CostEstimate.For(Sample with { Tables = [table] })
            .Single(static line => line.What.StartsWith("looks", StringComparison.Ordinal));

        // 26 metrics a minute, a cent a thousand
        Assert.Equal(26 * 43.8 * 0.01, looks.Idle, precision: 6);
    }

    [Fact]
    public void An_API_costs_its_requests_and_agents_who_report_cost_the_metrics_of_a_hook()
    {
        var more = Sample with { Api = new(), Flows = (Sample.Flows ?? new()) with { AgentReports = new() } };
        var (before, after) = (Lines(Sample), Lines(more));

        Assert.Equal(0.254, after["HTTP API"].Idle, precision: 6);
        Assert.DoesNotContain("HTTP API", before.Keys);
        Assert.Equal(3 * 0.30, after["own metrics"].Busy - before["own metrics"].Busy, precision: 6);
        Assert.Equal(before["own metrics"].Idle, after["own metrics"].Idle);
    }

    [Fact]
    public void What_is_remembered_costs_by_queue_and_profile()
    {
        var one = Lines(Sample)["memory: history, numbers"].Idle;
        var more = Lines(Sample with { Queues = [.. Sample.Queues, Sample.Queues[0] with { Name = "Second" }] });

        Assert.Equal(0.003166, more["memory: history, numbers"].Idle - one, precision: 6);
    }

    [Fact]
    public void A_second_Region_has_its_own_alarms_and_keys() => Assert.True(
        CostEstimate.For(Sample with { StandbyRegion = "eu-west-1" }).Sum(static line => line.Idle)
            > CostEstimate.For(Sample).Sum(static line => line.Idle) + 5);

    private static Dictionary<string, CostLine> Lines(ContactCenterConfiguration configuration) =>
        CostEstimate.For(configuration).ToDictionary(static line => line.What, StringComparer.Ordinal);
}
