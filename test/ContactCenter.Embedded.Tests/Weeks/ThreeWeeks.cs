using ContactCenter.Embedded.Weeks;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Embedded.Tests.Weeks;

/// <summary>The ordinary week for three seeds, each in another time zone; <c>simulate --seeds 100</c> plays more of them.</summary>
public sealed class ThreeWeeks : IAsyncLifetime
{
    public IReadOnlyList<WeekReport> Reports { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var week = new WeekSimulation(Sample.Configuration, OrdinaryWeek.Scenario);
        Reports = await Task.WhenAll(
            Enumerable.Range(1, 3).Select(seed => Task.Run(() => week.RunAsync(seed, TestContext.Current.CancellationToken))));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
