using ContactCenter.Core.Deployment;

namespace ContactCenter.Simulation.Center.Description;

/// <summary>A function that contact flows call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Table">The table that it needs, or null.</param>
/// <param name="Reads">Read units per call.</param>
/// <param name="Writes">Write units per call.</param>
/// <param name="Api">The external system that it asks, or null; it falls back to a default when that fails.</param>
/// <param name="Concurrency">Executions that may run at once.</param>
public sealed record FunctionDescription(
    string Name, string? Table = null, double Reads = 0, double Writes = 0, string? Api = null, int Concurrency = 10)
{
    // What remains is for the way there and back, the table and a cold start.
    private const double ShareOfTheWait = 0.625;

    /// <summary>Milliseconds that it gives the external system, a second attempt included: five eighths of what the flow waits.</summary>
    public double BudgetMilliseconds { get; init; } = FlowWait.Seconds * 1000 * ShareOfTheWait;

    /// <summary>Milliseconds after which it answers with what it has, or null: it has no deadline of its own.</summary>
    public double? DeadlineMilliseconds { get; init; }

    /// <summary>A hook of this system: it has a deadline and a prepared answer, and gives the system that it asks what is configured.</summary>
    internal FunctionDescription AsHook(string? api, double budgetMilliseconds) =>
        this with { Api = api, BudgetMilliseconds = budgetMilliseconds, DeadlineMilliseconds = FlowWait.HookMilliseconds };

    internal static FunctionDescription ByPosition(
        string name, int position, IReadOnlyList<TableDescription> tables, IReadOnlyList<string> apis)
    {
        var first = tables is [var head, ..] ? head.Name : null;
        var last = tables is [.., var tail] ? tail.Name : null;
        return (position % 4) switch
        {
            1 => new FunctionDescription(name, last, Reads: 0, Writes: 3),
            2 => new FunctionDescription(name, first, Reads: 4, Writes: 1, apis is [var api, ..] ? api : null),
            3 => new FunctionDescription(name, last, Reads: 3, Writes: 0),
            _ => new FunctionDescription(name),
        };
    }
}
