namespace ContactCenter.Simulation.Center;

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
    /// <summary>
    /// Milliseconds that it gives the external system, a second attempt included: what the flow waits, less than a quarter of it for
    /// everything else.
    /// </summary>
    public double BudgetMilliseconds { get; init; } = 2500;

    /// <summary>Milliseconds after which it answers with what it has, or null: it has no deadline of its own.</summary>
    public double? DeadlineMilliseconds { get; init; }

    /// <summary>A hook of this system: a deadline of two seconds and a prepared answer, and a system asked for one and a half at most.</summary>
    internal FunctionDescription AsHook(string? api) => this with { Api = api, BudgetMilliseconds = 1500, DeadlineMilliseconds = 2000 };

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
