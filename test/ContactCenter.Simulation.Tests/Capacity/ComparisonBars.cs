using ContactCenter.Capacity;
using ContactCenter.Capacity.Policies;

namespace ContactCenter.Simulation.Tests.Capacity;

/// <summary>
/// What the planner has to be better by, on the shapes of the benchmark at one size; a run without a seed of its own is seed 1.
/// </summary>
public sealed class ComparisonBars(ComparisonBars.QuickRun run) : IClassFixture<ComparisonBars.QuickRun>
{
    [Fact]
    public void Alone_it_turns_away_at_most_a_fifth_of_what_target_tracking_does() =>
        Assert.InRange(run.Alone.ThrottledRatio!.Value, 0, 0.2);

    [Fact]
    public void Alone_it_costs_no_more_than_target_tracking_and_a_twentieth() => Assert.InRange(run.Alone.CostRatio, 0, 1.05);

    [Fact]
    public void Alone_it_stays_within_thirteen_tenths_of_the_oracle() => Assert.InRange(run.Alone.OracleRatio, 1, 1.3);

    [Fact]
    public void Alone_it_turns_away_more_on_no_trace() => Assert.Empty(run.Alone.WorseTraces);

    [Fact]
    public void Together_with_target_tracking_at_most_a_fifth_is_turned_away() =>
        Assert.InRange(run.Together.ThrottledRatio!.Value, 0, 0.2);

    /// <summary>On traffic that never stops the scaler's own price is added to; docs/design/capacity.md says why.</summary>
    [Fact]
    public void Together_with_target_tracking_what_is_added_to_the_cost_stays_where_it_was_measured() =>
        Assert.InRange(run.Together.CostRatio, 0, 1.27);

    [Fact]
    public void Together_with_target_tracking_more_is_turned_away_on_no_trace() => Assert.Empty(run.Together.WorseTraces);

    /// <summary>One run for all bars.</summary>
    public sealed class QuickRun
    {
        public QuickRun()
        {
            IPolicy[] Policies() =>
                [new TargetTracking(), new Oracle(), new RemediationPolicy(), new RemediationPolicy(new TargetTracking())];
            Score[] scores = [.. Suite.Traces(null, [], quick: true, seed: 1).AsParallel()
                .SelectMany(trace => Policies().Select(policy => Runner.Run(trace, policy, seed: 1).Score))];
            var all = Comparison.Of(scores);
            Alone = all.Single(one => one.Policy == new RemediationPolicy().Name);
            Together = all.Single(one => one.Policy == new RemediationPolicy(new TargetTracking()).Name);
        }

        public Comparison Alone { get; }

        public Comparison Together { get; }
    }
}
