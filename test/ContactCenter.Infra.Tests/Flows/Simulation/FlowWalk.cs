namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>One way through a flow: at each block the first that can happen.</summary>
internal static class FlowWalk
{
    private const int MaximumSteps = 1000;

    /// <summary>Every state on the way, the first one included.</summary>
    public static IReadOnlyList<FlowState> Of(FlowMachine machine, FlowState first)
    {
        var way = new List<FlowState>();
        for (FlowState? state = first; state is not null && way.Count < MaximumSteps; state = machine.Steps(state).First().State)
        {
            way.Add(state);
        }

        return way;
    }
}
