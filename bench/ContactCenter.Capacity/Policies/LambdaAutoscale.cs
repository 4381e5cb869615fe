using ContactCenter.Capacity.Traces;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Capacity.Policies;

/// <summary>
/// The published algorithm of dynamodb-lambda-autoscale with its default settings (but these limits): each minute, above 75 % or with
/// more than 25 throttled requests in the minute, to the largest of capacity + 3, capacity + 30 % (both plus 0.7 of the throttled rate)
/// and 130 % of what was consumed; below 30 %, an hour after the last change and for more than five units, to what was consumed, with
/// four decreases spread over the day.
/// </summary>
public sealed class LambdaAutoscale : IPolicy
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(60);

    private readonly Dictionary<(string Part, CapacityKind Kind), DateTimeOffset> _increased = [];

    public string Name => "lambda-autoscale";

    public SimulatedTableOptions Prepare(Trace trace, SimulatedTableOptions options) => options;

    public void Before(long second, SimulatedTable table)
    {
        if (second % 60 != 30 || table.IsUpdating || table.ArrivedBy(second) is not (> 0 and var arrived))
        {
            return;
        }

        var now = table.At(second);
        var update = new TableUpdate();
        var increased = new List<(string Part, CapacityKind Kind)>();
        foreach (var part in table.Parts)
        {
            var minute = table.Minutes(part)[arrived - 1];
            var wanted = table.Provisioned(part);
            foreach (var kind in Enum.GetValues<CapacityKind>())
            {
                var consumed = minute[kind].Consumed / 60;
                var throttled = minute[kind].Throttled.Total;
                var current = wanted[kind];
                if (consumed > 0.75 * current || throttled > 25)
                {
                    var next = Math.Max(Math.Max(current + 3, current * 1.3) + (0.7 * throttled / 60), consumed * 1.3);
                    wanted = wanted.With(kind, Limits.Clamp(next, kind));
                    if (wanted[kind] > current)
                    {
                        increased.Add((part ?? "", kind));
                    }
                }
                else if (consumed < 0.3 * current && current - consumed > 5
                    && now - _increased.GetValueOrDefault((part ?? "", kind), DateTimeOffset.MinValue) >= Grace
                    && MayDecrease(table, part, now))
                {
                    wanted = wanted.With(kind, Limits.Clamp(consumed, kind));
                }
            }

            update = update.With(part, wanted);
        }

        if (table.Update(second, update) is UpdateAnswer.Accepted)
        {
            foreach (var one in increased)
            {
                _increased[one] = now;
            }
        }
    }

    // The day until 23:30 is cut into as many parts as decreases are left, counted from the last one.
    private static bool MayDecrease(SimulatedTable table, string? part, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.Date, TimeSpan.Zero);
        var count = table.LastDecrease(part) is { } decreased && decreased >= today ? table.DecreasesToday(part) : 0;
        var last = table.LastDecrease(part) is { } at && at >= today ? at : today;
        var stretch = (today.AddHours(23.5) - last) / (5 - Math.Min(count, 4));
        return count < 4 && now >= last + stretch && (table.LastDecrease(part) is not { } before || now - before >= Grace);
    }
}
