using ContactCenter.Embedded.World;

namespace ContactCenter.Cli.Simulate;

/// <summary>Where a simulation shows what happens.</summary>
internal interface ISimulationOutput
{
    /// <summary>A minute has passed.</summary>
    ValueTask ShowAsync(SimulatedMinute minute, double progress, CancellationToken cancellationToken);

    /// <summary>It is over.</summary>
    void Finish(SimulationSummary summary);
}
