using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation;
using ContactCenter.Simulation.Faults;

namespace ContactCenter.Simulation.Tests.Faults;

public sealed class FaultSimulationTests
{
    private static readonly ContactCenterConfiguration Sample = ReadSample();

    [Fact]
    public async Task Whatever_goes_wrong_the_promises_hold()
    {
        for (var seed = 1L; seed <= 300; seed++)
        {
            var report = await FaultSimulation.RunAsync(Sample, seed);
            Assert.True(report.Violations.Count == 0, $"seed {seed}: {string.Join("; ", report.Violations)}");
        }
    }

    [Fact]
    public async Task The_runs_are_hard()
    {
        var reports = new List<FaultReport>();
        for (var seed = 1L; seed <= 20; seed++)
        {
            reports.Add(await FaultSimulation.RunAsync(Sample, seed));
        }

        Assert.True(reports.Average(report => report.Faults) > 10);
        Assert.True(reports.Average(report => report.Messages) > 10);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_run()
    {
        var (first, second) = (await FaultSimulation.RunAsync(Sample, 42), await FaultSimulation.RunAsync(Sample, 42));

        Assert.Equal(first with { Violations = [] }, second with { Violations = [] });
    }

    [Theory]
    [InlineData(Sabotage.NoRetries)]
    [InlineData(Sabotage.NoClock)]
    [InlineData(Sabotage.NoVersionCondition)]
    [InlineData(Sabotage.ForgetsDeliveries)]
    [InlineData(Sabotage.NeverAsksChannels)]
    [InlineData(Sabotage.LosesDeadlines)]
    [InlineData(Sabotage.LosesEffects)]
    [InlineData(Sabotage.LosesTimeline)]
    public async Task A_broken_pipeline_is_noticed(Sabotage sabotage)
    {
        for (var seed = 1L; seed <= 100; seed++)
        {
            if ((await FaultSimulation.RunAsync(Sample, seed, sabotage)).Violations.Count > 0)
            {
                return;
            }
        }

        Assert.Fail($"{sabotage} broke the pipeline and no promise was seen broken");
    }

    private static ContactCenterConfiguration ReadSample()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "contactcenter.json")))
        {
            folder = folder.Parent!;
        }

        return ConfigurationReader.Read(File.ReadAllBytes(Path.Combine(folder.FullName, "contactcenter.json"))).Configuration!;
    }
}
