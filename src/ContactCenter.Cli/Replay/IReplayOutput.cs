using ContactCenter.Core.Incidents;

namespace ContactCenter.Cli.Replay;

/// <summary>Where a replay tells what it decided.</summary>
internal interface IReplayOutput
{
    /// <summary>An input was decided.</summary>
    void Decided(ReplayItem item, PipelineOutcome outcome);

    /// <summary>A deadline passed and something was decided.</summary>
    void DeadlinePassed(DateTimeOffset at, Decision decision);

    /// <summary>An input was refused.</summary>
    void Refused(ReplayItem item, string problem);

    /// <summary>Everything has been replayed.</summary>
    void Finish(ReplayTotals totals);
}
