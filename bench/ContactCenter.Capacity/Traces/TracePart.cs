using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Capacity.Billing;

namespace ContactCenter.Capacity.Traces;

/// <summary>What is asked of the table of a trace, or of one of its indexes, by five minutes.</summary>
/// <param name="Name">The index, or null for the table.</param>
/// <param name="Reads">Mean of reads per second.</param>
/// <param name="Writes">Mean of writes per second.</param>
public sealed record TracePart(string? Name, double[] Reads, double[] Writes)
{
    private const double PartitionReads = 3000;
    private const double PartitionWrites = 1000;

    /// <summary>One of the two kinds.</summary>
    public double[] this[CapacityKind kind] => kind is CapacityKind.Read ? Reads : Writes;

    /// <summary>The table first, then its indexes.</summary>
    public static IReadOnlyList<TracePart> Of(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return [Part(trace, null), .. trace.Indexes.Select(index => Part(trace, index))];
    }

    private static TracePart Part(Trace trace, TraceIndex? index) => new(
        index?.Name,
        Means(trace, trace.Reads, index?.ReadsPerRead ?? 1, index, PartitionReads),
        Means(trace, trace.Writes, index?.WritesPerWrite ?? 1, index, PartitionWrites));

    // The mean of a slot is enough, because burst carries what is above it; what a hot key is refused anyway is not paid for.
    private static double[] Means(Trace trace, int[] units, double times, TraceIndex? index, double partition)
    {
        const int Slot = CheapestCapacity.SlotSeconds;
        var means = new double[(trace.Seconds + Slot - 1) / Slot];
        for (var second = 0; second < units.Length; second++)
        {
            var hot = units[second] * times * (index?.HotShare ?? trace.Hot?[second] ?? 0);
            means[second / Slot] += ((units[second] * times) - hot + Math.Min(hot, partition)) / Slot;
        }

        return means;
    }
}
