using ContactCenter.Core.Forecasting;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Tests.Center;

/// <summary>With constant arrivals and exponential times the center must agree with the queueing formulas.</summary>
public sealed class TheoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(200, 180, 120, 14)]
    [InlineData(200, 180, 120, 11)]
    [InlineData(200, 180, 120, 9)]
    [InlineData(200, 180, 300, 14)]
    [InlineData(1200, 240, 120, 80)]
    public void Impatient_callers_wait_and_give_up_as_Erlang_A_says(double callsPerHour, double handle, double patience, int agents)
    {
        var theory = new ErlangA(callsPerHour / 3600, handle, patience, agents);

        var (total, occupancy) = Simulate(callsPerHour, handle, patience, agents, days: callsPerHour > 1000 ? 6 : 30);

        // Whole seconds hide waits of less than half a second.
        Assert.Equal(theory.WaitProbability, (double)total.Waited / (total.Answered + total.Abandoned), 0.02);
        Assert.Equal(theory.AbandonProbability, total.AbandonedShare, 0.006);
        Assert.Equal(theory.ServiceLevel(20), total.ServiceLevel, 0.015);
        Assert.Equal(theory.Occupancy, occupancy, 0.008);
        Assert.Equal(1, total.MeanWaitSeconds / theory.MeanWaitSeconds, 0.08);
    }

    [Fact]
    public void Callers_who_never_give_up_wait_as_theory_says()
    {
        var theory = new ErlangA(200 / 3600.0, 180, 1e9, 13);

        var (total, occupancy) = Simulate(200, 180, 1e9, 13, days: 40);

        Assert.Equal(theory.WaitProbability, (double)total.Waited / total.Answered, 0.02);
        Assert.Equal(theory.ServiceLevel(20), total.ServiceLevel, 0.015);
        Assert.Equal(theory.Occupancy, occupancy, 0.01);
        Assert.Equal(0, total.Abandoned);
    }

    private static (Outcome Total, double Occupancy) Simulate(double callsPerHour, double handle, double patience, int agents, int days)
    {
        var center = new SimulatedCenter(
            new CenterDescription
            {
                Traffic = TrafficDescription.Constant(callsPerHour),
                Queues = [new QueueDescription("Only", 1, handle, patience, Limit: 100_000)],
                RoutingProfiles = [new RoutingProfileDescription("Everybody", ["Only"], agents)],
                Flows = [new FlowDescription("Straight", 1, "Only")],
                ConcurrentCallQuota = int.MaxValue,
                CallsPerSecondQuota = int.MaxValue,
                MissedCallShare = 0,
            },
            Start,
            seed: 20260302,
            new MetricStore());
        var snapshot = center.AdvanceMinute();
        for (var minute = 1; minute < days * 24 * 60; minute++)
        {
            snapshot = center.AdvanceMinute();
        }

        return (snapshot.Total, snapshot.Agents[0].Occupancy);
    }
}
