using ContactCenter.Embedded.Faults;

namespace ContactCenter.Embedded.Tests.Faults;

public sealed class FaultSimulationTests
{
    /// <summary>The first runs; <c>simulate --faults --seeds 1000</c> makes more of them.</summary>
    private static readonly Lazy<Task<IReadOnlyList<FaultReport>>> Runs = new(RunAsync);

    [Fact]
    public async Task Whatever_goes_wrong_the_promises_hold() =>
        Assert.All(await Runs.Value, static report => Assert.Empty(report.Violations));

    /// <summary>Runs in which something rare comes together; each has found a fault.</summary>
    [Theory]
    [InlineData(523)]
    [InlineData(1209)]
    [InlineData(1714)]
    [InlineData(1773)]
    public async Task The_promises_hold_where_something_rare_comes_together(long seed) =>
        Assert.Empty((await FaultSimulation.RunAsync(Sample.Configuration, seed)).Violations);

    [Fact]
    public async Task The_runs_are_hard()
    {
        var reports = await Runs.Value;

        Assert.True(reports.Average(report => report.Faults) > 10);
        Assert.True(reports.Average(report => report.Messages) > 10);
        Assert.True(reports.Count(report => report.Fallbacks > 0) > 12);
        Assert.True(reports.Count(report => report.Lies > 0) > 7);
        Assert.True(reports.Sum(report => report.Acts) > 500);
    }

    [Fact]
    public async Task The_promises_hold_where_people_are_called()
    {
        for (var seed = 1_000L; seed <= 1_050; seed++)
        {
            if (FaultyAudiences.AreCalled(seed))
            {
                var report = await FaultSimulation.RunAsync(Sample.Configuration, seed);
                Assert.True(report.Violations.Count == 0, $"seed {seed}: {string.Join("; ", report.Violations)}");
            }
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_run()
    {
        var first = await FaultSimulation.RunAsync(Sample.Configuration, 42);
        var second = await FaultSimulation.RunAsync(Sample.Configuration, 42);

        Assert.Equal(first with { Violations = [] }, second with { Violations = [] });
    }

    /// <summary>From the first seed in which it shows: what was noticed before is noticed at once.</summary>
    [Theory]
    [InlineData(Sabotage.NoRetries, 4)]
    [InlineData(Sabotage.NoClock, 1)]
    [InlineData(Sabotage.NoVersionCondition, 2)]
    [InlineData(Sabotage.ForgetsDeliveries, 2)]
    [InlineData(Sabotage.NeverAsksChannels, 3)]
    [InlineData(Sabotage.RepeatsMessages, 1)]
    [InlineData(Sabotage.NeverPutsRight, 11)]
    [InlineData(Sabotage.NeverFallsBack, 1)]
    [InlineData(Sabotage.ForgetsFallbacks, 69)]
    [InlineData(Sabotage.LosesDeadlines, 1)]
    [InlineData(Sabotage.LosesEffects, 1)]
    [InlineData(Sabotage.LosesTimeline, 1)]
    [InlineData(Sabotage.LosesHistory, 5)]
    public async Task A_broken_pipeline_is_noticed(Sabotage sabotage, long from)
    {
        for (var seed = from; seed < from + 500; seed++)
        {
            if ((await FaultSimulation.RunAsync(Sample.Configuration, seed, sabotage)).Violations.Count > 0)
            {
                return;
            }
        }

        Assert.Fail($"{sabotage} broke the pipeline and no promise was seen broken");
    }

    [Theory]
    [InlineData(Sabotage.TellsWhatIsHeld, 5, "while it was held")]
    [InlineData(Sabotage.TellsWhatIsOver, 4, "when it was over")]
    [InlineData(Sabotage.HidesNames, 4, "by name")]
    [InlineData(Sabotage.ForgetsAccounts, 1, "of another account was to be repaired")]
    [InlineData(Sabotage.PromisesFromTheOpening, 383, "missed what is promised")]
    [InlineData(Sabotage.TellsEveryState, 1, "messages of one decision")]
    [InlineData(Sabotage.ForgetsTakeovers, 7, "is on call")]
    [InlineData(Sabotage.KeepsTakeovers, 267, "is on call")]
    [InlineData(Sabotage.ForgetsMutes, 10, "while a setting held it")]
    [InlineData(Sabotage.KeepsMutes, 67, "although nothing holds it")]
    [InlineData(Sabotage.MutesMore, 12, "although nothing holds it")]
    [InlineData(Sabotage.ServesOutdatedSettings, 12, "although nothing holds it")]
    [InlineData(Sabotage.NoVersionConditionOfSettings, 12, "stands 0 times in the audit")]
    [InlineData(Sabotage.LosesAudit, 2, "stands 0 times in the audit")]
    [InlineData(Sabotage.UndoesTooMuch, 22, "is not as it was before")]
    [InlineData(Sabotage.ForgetsWrittenThresholds, 5, "has the threshold")]
    [InlineData(Sabotage.WritesOtherThresholds, 2, "nobody had set its threshold")]
    [InlineData(Sabotage.RepeatsActs, 17, "stands 2 times on the timeline")]
    [InlineData(Sabotage.LosesAuthors, 2, "stands 0 times on the timeline")]
    [InlineData(Sabotage.LosesMutes, 12, "no mute stands in the audit")]
    [InlineData(Sabotage.ForgetsApprovals, 5, "reached the repair 0 times")]
    [InlineData(Sabotage.LosesRollBacks, 20, "reached the repair 0 times")]
    public async Task A_promise_that_is_broken_is_noticed_as_that(Sabotage sabotage, long from, string violation)
    {
        for (var seed = from; seed < from + 500; seed++)
        {
            if ((await FaultSimulation.RunAsync(Sample.Configuration, seed, sabotage)).Violations
                .FirstOrDefault(one => one.Contains(violation, StringComparison.Ordinal)) is { } noticed)
            {
                Assert.NotEqual(noticed, FaultReport.Words("de").Whole(noticed));
                return;
            }
        }

        Assert.Fail($"{sabotage} broke a promise and nobody said \"{violation}\"");
    }

    private static async Task<IReadOnlyList<FaultReport>> RunAsync()
    {
        var reports = new List<FaultReport>();
        for (var seed = 1L; seed <= 100; seed++)
        {
            reports.Add(await FaultSimulation.RunAsync(Sample.Configuration, seed));
        }

        return reports;
    }
}
