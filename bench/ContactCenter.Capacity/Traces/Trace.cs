using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Traces;

/// <summary>What callers ask of a table, second by second; every policy sees the same.</summary>
/// <param name="Name">Short name for tables and file names.</param>
/// <param name="Reads">Read units asked for in each second.</param>
/// <param name="Writes">Write units asked for in each second.</param>
/// <param name="Hot">Share of each second that goes to one key; null: none.</param>
public sealed record Trace(string Name, int[] Reads, int[] Writes, float[]? Hot = null)
{
    /// <summary>The moment of second 0: a Monday.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Its kind of traffic: the name without the size.</summary>
    public string Kind { get; init; } = Name.LastIndexOf('-') is > 0 and var size ? Name[..size] : Name;

    public int Seconds => Reads.Length;

    public TableDemand At(int second) => new(Reads[second], Writes[second], Hot?[second] ?? 0);

    /// <summary>Indexes of the table.</summary>
    public IReadOnlyList<TraceIndex> Indexes { get; init; } = [];

    /// <summary>Units asked for in a second, those of queries on indexes among them.</summary>
    public double Asked(int second) => Writes[second] + (Reads[second] * (1 + Indexes.Sum(index => index.ReadsPerRead)));

    /// <summary>Dollars for everything that is asked for, paid by request.</summary>
    public double ByRequest(DynamoDbPrices prices) =>
        ((Reads.Sum(static units => (double)units) * (1 + Indexes.Sum(index => index.ReadsPerRead)) * prices.MillionReads)
            + (Writes.Sum(static units => (double)units) * (1 + Indexes.Sum(index => index.WritesPerWrite)) * prices.MillionWrites))
            / 1e6;

    /// <summary>What somebody would provision who looks at the first ten minutes and wants 70 % utilisation.</summary>
    public Throughput FirstCapacity(Throughput minimum) => Capacity(null, minimum, 600, 1 / 0.7);

    /// <summary>The capacity for the mean of the first seconds, times something, on the table or one of its indexes.</summary>
    public Throughput Capacity(TraceIndex? index, Throughput minimum, int seconds, double times) => Throughput.Max(
        minimum,
        new Throughput(
            (long)Math.Ceiling(Mean(Reads, seconds) * (index?.ReadsPerRead ?? 1) * times),
            (long)Math.Ceiling(Mean(Writes, seconds) * (index?.WritesPerWrite ?? 1) * times)));

    /// <summary>The indexes of the simulated table, each with the capacity that it begins with.</summary>
    public IReadOnlyList<SimulatedIndex> Provision(Func<TraceIndex, Throughput> capacity) =>
        [.. Indexes.Select(i => new SimulatedIndex(i.Name, capacity(i), i.ReadsPerRead, i.WritesPerWrite, i.HotShare))];

    public static double Mean(int[] units, int seconds)
    {
        var count = Math.Min(seconds, units.Length);
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += units[i];
        }

        return count == 0 ? 0 : (double)sum / count;
    }
}
