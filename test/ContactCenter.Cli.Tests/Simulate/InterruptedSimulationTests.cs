using ContactCenter.Cli.Tests.RunTime;

namespace ContactCenter.Cli.Tests.Simulate;

public sealed class InterruptedSimulationTests
{
    [Fact]
    public async Task Simulation_that_is_told_to_end_before_its_end_says_so_by_its_exit_code()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var program = new RunningProgram("simulate", "--scenario", "ordinary-week");

        // before the second line it learns what is normal, which nothing interrupts
        _ = await program.HearAsync(cancellation);
        _ = await program.HearAsync(cancellation);

        Assert.Equal(ExitCode.Interrupted, await program.EndAsync(cancellation));
    }
}
