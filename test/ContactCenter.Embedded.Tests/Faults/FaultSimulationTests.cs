using ContactCenter.Embedded.Faults;

namespace ContactCenter.Embedded.Tests.Faults;

public sealed class FaultSimulationTests
{
    [Fact]
    public async Task Whatever_goes_wrong_the_promises_hold()
    {
        for (var seed = 1L; seed <= 300; seed++)
        {
            var report = await FaultSimulation.RunAsync(Sample.Configuration, seed);
            Assert.True(report.Violations.Count == 0, $"seed {seed}: {string.Join("; ", report.Violations)}");
        }
    }

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
        var reports = new List<FaultReport>();
        for (var seed = 1L; seed <= 40; seed++)
        {
            reports.Add(await FaultSimulation.RunAsync(Sample.Configuration, seed));
        }

        Assert.True(reports.Average(report => report.Faults) > 10);
        Assert.True(reports.Average(report => report.Messages) > 10);
        Assert.True(reports.Count(report => report.Fallbacks > 0) > 5);
        Assert.True(reports.Count(report => report.Lies > 0) > 3);
        Assert.True(reports.Sum(report => report.Acts) > 200);
    }

    [Fact]
    public async Task The_promises_hold_where_people_are_called()
    {
        for (var seed = 1_000L; seed <= 1_140; seed++)
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

    [Theory]
    [InlineData(Sabotage.NoRetries)]
    [InlineData(Sabotage.NoClock)]
    [InlineData(Sabotage.NoVersionCondition)]
    [InlineData(Sabotage.ForgetsDeliveries)]
    [InlineData(Sabotage.NeverAsksChannels)]
    [InlineData(Sabotage.RepeatsMessages)]
    [InlineData(Sabotage.NeverPutsRight)]
    [InlineData(Sabotage.NeverFallsBack)]
    [InlineData(Sabotage.ForgetsFallbacks)]
    [InlineData(Sabotage.LosesDeadlines)]
    [InlineData(Sabotage.LosesEffects)]
    [InlineData(Sabotage.LosesTimeline)]
    [InlineData(Sabotage.LosesHistory)]
    public async Task A_broken_pipeline_is_noticed(Sabotage sabotage)
    {
        for (var seed = 1L; seed <= 500; seed++)
        {
            if ((await FaultSimulation.RunAsync(Sample.Configuration, seed, sabotage)).Violations.Count > 0)
            {
                return;
            }
        }

        Assert.Fail($"{sabotage} broke the pipeline and no promise was seen broken");
    }

    /// <summary>From a seed in which it shows, where that is rare.</summary>
    [Theory]
    [InlineData(Sabotage.TellsWhatIsHeld, 1, "while it was held")]
    [InlineData(Sabotage.TellsWhatIsOver, 1, "when it was over")]
    [InlineData(Sabotage.HidesNames, 1, "by name")]
    [InlineData(Sabotage.ForgetsAccounts, 1, "of another account was to be repaired")]
    [InlineData(Sabotage.PromisesFromTheOpening, 383, "missed what is promised")]
    [InlineData(Sabotage.TellsEveryState, 1, "messages of one decision")]
    [InlineData(Sabotage.ForgetsTakeovers, 1, "is on call")]
    [InlineData(Sabotage.KeepsTakeovers, 1, "is on call")]
    [InlineData(Sabotage.ForgetsMutes, 1, "while a setting held it")]
    [InlineData(Sabotage.KeepsMutes, 1, "although nothing holds it")]
    [InlineData(Sabotage.MutesMore, 1, "although nothing holds it")]
    [InlineData(Sabotage.ServesOutdatedSettings, 1, "although nothing holds it")]
    [InlineData(Sabotage.NoVersionConditionOfSettings, 1, "stands 0 times in the audit")]
    [InlineData(Sabotage.LosesAudit, 1, "stands 0 times in the audit")]
    [InlineData(Sabotage.UndoesTooMuch, 1, "is not as it was before")]
    [InlineData(Sabotage.ForgetsWrittenThresholds, 1, "has the threshold")]
    [InlineData(Sabotage.WritesOtherThresholds, 1, "nobody had set its threshold")]
    [InlineData(Sabotage.RepeatsActs, 1, "stands 2 times on the timeline")]
    [InlineData(Sabotage.LosesAuthors, 1, "stands 0 times on the timeline")]
    [InlineData(Sabotage.LosesMutes, 1, "no mute stands in the audit")]
    [InlineData(Sabotage.ForgetsApprovals, 1, "reached the repair 0 times")]
    [InlineData(Sabotage.LosesRollBacks, 1, "reached the repair 0 times")]
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
}
