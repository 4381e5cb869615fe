using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Capacity.Billing;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>
/// Knows the future: the <see cref="CheapestCapacity">cheapest capacities</see> that carry the trace under the real decrease quota. Its
/// updates hold at once.
/// </summary>
public sealed class Oracle : IPolicy
{
    private const int Slot = CheapestCapacity.SlotSeconds;
    private const int Refinements = 6;

    private Plan[] _plans = [];

    public string Name => "oracle";

    public SimulatedTableOptions Prepare(Trace trace, SimulatedTableOptions options)
    {
        var instant = options with { UpdateSeconds = 0, GrowSeconds = 0 };
        _plans = [.. TracePart.Of(trace).Select(part => new Plan(part))];
        for (var round = 0; ; round++)
        {
            foreach (var plan in _plans)
            {
                plan.Schedule(trace.Start);
            }

            var prepared = instant with
            {
                Provisioned = _plans[0].Slots[0],
                Indexes = trace.Provision(index => _plans.First(plan => plan.Part == index.Name).Slots[0]),
            };
            if (round == Refinements || !Strengthen(trace, prepared))
            {
                return prepared;
            }
        }
    }

    public void Before(long second, SimulatedTable table)
    {
        if (second % Slot != 0)
        {
            return;
        }

        // The table and its indexes have decreases of their own, so each plan is good by itself; they change in one update.
        var update = new TableUpdate();
        foreach (var plan in _plans.Where(plan => plan.Slots[(int)(second / Slot)] != table.Provisioned(plan.Part)))
        {
            update = update.With(plan.Part, plan.Slots[(int)(second / Slot)]);
        }

        if (!update.IsEmpty)
        {
            _ = table.Update(second, update);
        }
    }

    // Plays the schedule; slots in which capacity was short get 3 % more. False when none was.
    private bool Strengthen(Trace trace, SimulatedTableOptions options)
    {
        var table = new SimulatedTable(options);
        for (var second = 0; second < trace.Seconds; second++)
        {
            Before(second, table);
            _ = table.Step(second, trace.At(second));
        }

        var changed = false;
        foreach (var plan in _plans)
        {
            var minutes = table.Minutes(plan.Part);
            for (var i = 0; i < minutes.Count; i++)
            {
                changed |= Grow(plan.Reads, i * 60 / Slot, minutes[i].Reads) | Grow(plan.Writes, i * 60 / Slot, minutes[i].Writes);
            }
        }

        return changed;
    }

    private static bool Grow(double[] means, int slot, in CapacityMinute minute)
    {
        if (minute.Throttled.ProvisionedThroughput <= 0)
        {
            return false;
        }

        means[slot] = Math.Max(means[slot] * 1.03, means[slot] + (minute.Throttled.ProvisionedThroughput / Slot));
        return true;
    }

    private sealed class Plan(TracePart part)
    {
        public string? Part => part.Name;

        public double[] Reads => part.Reads;

        public double[] Writes => part.Writes;

        public IReadOnlyList<Throughput> Slots { get; private set; } = [];

        public void Schedule(DateTimeOffset start) => Slots = CheapestCapacity.Of(
            Reads, Writes, start, Limits.Minimum, DynamoDbPrices.Default, DecreaseQuota.Default);
    }
}
