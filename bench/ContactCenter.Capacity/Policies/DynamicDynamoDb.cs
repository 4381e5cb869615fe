using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>
/// The published algorithm of dynamic-dynamodb: every five minutes it looks at the minutes 15 to 10 before; above 90 % of the capacity,
/// or when requests were throttled (its optional trigger), half as much again; below 30 % half as much, but never below what was
/// consumed, and never when nothing was consumed. A refused decrease is tried once more without the decrease.
/// </summary>
public sealed class DynamicDynamoDb : IPolicy
{
    private const int EverySeconds = 300;
    private const int LookFrom = 15;
    private const int LookTo = 10;

    public string Name => "dynamic-dynamodb";

    public SimulatedTableOptions Prepare(Trace trace, SimulatedTableOptions options) => options;

    public void Before(long second, SimulatedTable table)
    {
        if (second % EverySeconds != EverySeconds - 1 || table.IsUpdating || table.Minutes().Count < LookFrom)
        {
            return;
        }

        var (wanted, careful) = (new TableUpdate(), new TableUpdate());
        foreach (var part in table.Parts)
        {
            var to = Next(table.Minutes(part), table.Provisioned(part));
            wanted = wanted.With(part, to);
            careful = careful.With(part, Throughput.Max(to, table.Provisioned(part)));
        }

        if (table.Update(second, wanted) is UpdateAnswer.LimitExceeded)
        {
            _ = table.Update(second, careful);
        }
    }

    private static Throughput Next(IReadOnlyList<TableMinute> minutes, Throughput wanted)
    {
        foreach (var kind in Enum.GetValues<CapacityKind>())
        {
            var (consumed, throttled) = (0.0, 0.0);
            for (var i = minutes.Count - LookFrom; i < minutes.Count - LookTo; i++)
            {
                consumed += minutes[i][kind].Consumed;
                throttled += minutes[i][kind].Throttled.Total;
            }

            consumed /= (LookFrom - LookTo) * 60;
            var current = wanted[kind];
            var used = consumed / current;
            var next = used > 0.9 || throttled > 0 ? Math.Ceiling(current * 1.5)
                : used is < 0.3 and > 0 ? Math.Max(Math.Ceiling(current * 0.5), consumed * 1.01)
                : current;
            wanted = wanted.With(kind, Limits.Clamp(next, kind));
        }

        return wanted;
    }
}
