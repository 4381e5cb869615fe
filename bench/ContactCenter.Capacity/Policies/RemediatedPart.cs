using ContactCenter.Core.Forecasting.Demand;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>What the function knows of the table, or of one of its indexes, between two runs.</summary>
/// <param name="name">The index, or null for the table.</param>
internal sealed class RemediatedPart(string? name)
{
    private const int MinutesRead = 60;

    private readonly List<double> _fiveMinuteReads = [];
    private readonly List<double> _fiveMinuteWrites = [];

    // As the function reads them: anew only when another five minutes are over.
    private (int Bins, DemandOutlook Reads, DemandOutlook Writes) _outlook = (0, DemandOutlook.Unknown, DemandOutlook.Unknown);

    public string? Name => name;

    /// <summary>Decreases that it made itself, and those that it saw.</summary>
    public List<DateTimeOffset> Decreases { get; } = [];

    /// <summary>What GetMetricData gives at a period of five minutes: consumed and throttled sums.</summary>
    public void Remember(SimulatedTable table, int arrived)
    {
        while ((_fiveMinuteReads.Count + 1) * 5 <= arrived)
        {
            var (reads, writes) = (0.0, 0.0);
            for (var i = _fiveMinuteReads.Count * 5; i < (_fiveMinuteReads.Count + 1) * 5; i++)
            {
                reads += Units(table.Minutes(name)[i].Reads);
                writes += Units(table.Minutes(name)[i].Writes);
            }

            _fiveMinuteReads.Add(reads / 300);
            _fiveMinuteWrites.Add(writes / 300);
        }
    }

    public CapacityResource Describe(SimulatedTable table, int arrived, DateTimeOffset now)
    {
        Decreases.AddRange(DecreaseQuota.Others(table.DecreasesToday(name), table.LastDecrease(name), Decreases, now));
        if (_outlook.Bins != _fiveMinuteReads.Count)
        {
            var seen = table.At(0).AddSeconds(300.0 * _fiveMinuteReads.Count);
            _outlook = (
                _fiveMinuteReads.Count, DemandOutlook.From(_fiveMinuteReads) with { SeenUntil = seen },
                DemandOutlook.From(_fiveMinuteWrites) with { SeenUntil = seen });
        }

        var minutes = table.Minutes(name);
        var from = Math.Max(0, arrived - MinutesRead);
        var (reads, writes) = (new CapacityMinute[arrived - from], new CapacityMinute[arrived - from]);
        for (var i = from; i < arrived; i++)
        {
            reads[i - from] = minutes[i].Reads;
            writes[i - from] = minutes[i].Writes;
        }

        return new CapacityResource
        {
            Index = name,
            Provisioned = table.Provisioned(name),
            Warm = table.Warm(name),
            DecreasesToday = table.DecreasesToday(name),
            LastDecrease = table.LastDecrease(name),
            KnownDecreases = Decreases,
            LastIncrease = table.LastIncrease(name),
            Reads = reads,
            Writes = writes,
            ReadOutlook = _outlook.Reads,
            WriteOutlook = _outlook.Writes,
        };
    }

    private static double Units(in CapacityMinute minute) =>
        minute.Consumed
            + ((minute.Throttled.Total - minute.Throttled.KeyRange) * (minute.Requests > 0 ? minute.Consumed / minute.Requests : 1));
}
