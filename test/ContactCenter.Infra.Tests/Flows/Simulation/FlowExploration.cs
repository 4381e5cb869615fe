using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>
/// Every way through a flow: all states that a contact can be in, each visited once, so that also endless ways are found.
/// </summary>
internal sealed class FlowExploration
{
    /// <summary>More states than these are a mistake of the test.</summary>
    private const int MaximumStates = 400_000;

    private FlowExploration(
        IReadOnlySet<string> blocks, IReadOnlySet<string> branches, IReadOnlyDictionary<FlowEnd, string> ends, int states)
    {
        Blocks = blocks;
        Branches = branches;
        Ends = ends;
        States = states;
    }

    /// <summary>Blocks that were visited, as <c>flow/block</c>.</summary>
    public IReadOnlySet<string> Blocks { get; }

    /// <summary>Ways out that were taken, as <c>flow/block:label</c>.</summary>
    public IReadOnlySet<string> Branches { get; }

    /// <summary>Ends with the shortest found way to each.</summary>
    public IReadOnlyDictionary<FlowEnd, string> Ends { get; }

    public int States { get; }

    /// <summary>Explores a flow from its beginning.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="channel">The contact's channel.</param>
    /// <param name="attributes">Attributes that the contact has already, of who opened it or of an earlier flow.</param>
    public static FlowExploration Of(
        FlowMachine machine, string flow, string channel, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var blocks = new HashSet<string>(StringComparer.Ordinal);
        var branches = new HashSet<string>(StringComparer.Ordinal);
        var ends = new Dictionary<FlowEnd, string>();
        var seen = new Dictionary<string, (string? From, string Branch)>(StringComparer.Ordinal);
        var open = new Queue<(FlowState State, string Key)>();
        var first = machine.Begin(flow, channel, flow == SystemFlows.Waiting ? machine.SomeQueue : null, attributes);

        seen.Add(machine.Key(first), (null, ""));
        open.Enqueue((first, machine.Key(first)));
        while (open.TryDequeue(out var next))
        {
            var (state, key) = next;
            blocks.Add(state.Place);
            foreach (var step in machine.Steps(state))
            {
                branches.Add(step.Branch);
                if (step.End is { } end)
                {
                    ends.TryAdd(end, Way(seen, key, step.Branch));
                }
                else if (machine.Key(step.State!) is var after && seen.TryAdd(after, (key, step.Branch)))
                {
                    open.Enqueue((step.State!, after));
                }
            }

            if (seen.Count > MaximumStates)
            {
                throw new InvalidOperationException($"{flow} on {channel}: more than {MaximumStates} states");
            }
        }

        return new FlowExploration(blocks, branches, ends, seen.Count);
    }

    private static string Way(Dictionary<string, (string? From, string Branch)> seen, string key, string last)
    {
        var way = new List<string> { last };
        for (string? at = key; at is not null; at = seen[at].From)
        {
            way.Add(seen[at].Branch);
        }

        way.Reverse();
        return string.Join(" → ", way.Where(branch => branch.Length > 0));
    }
}
