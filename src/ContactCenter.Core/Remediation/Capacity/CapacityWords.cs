using System.Globalization;

namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>Capacities for people: reads and writes of a table and its indexes, and ranges, by their names.</summary>
internal static class CapacityWords
{
    /// <summary>What a change would change, before it and after it; null where it changes nothing that is known.</summary>
    public static (string Before, string After)? Difference(TableState state, CapacityChange change)
    {
        var (before, after) = (new List<string>(), new List<string>());
        foreach (var resource in state.Resources)
        {
            var name = resource.Index ?? state.Name;
            if (CapacityUndo.Of(change, resource.Index) is { } to && to != resource.Provisioned)
            {
                before.Add($"{name} {Units(resource.Provisioned)}");
                after.Add($"{name} {Units(to)}");
            }

            foreach (var range in change.Targets.Where(range => range.Index == resource.Index))
            {
                before.Add($"{name} {range.Kind} {Range(resource.Target(range.Kind))}");
                after.Add($"{name} {range.Kind} {Range(range.Target)}");
            }
        }

        if (change.Update.OnDemandMaximum is { } maximum)
        {
            before.Add($"{state.Name} {Units(state.OnDemandMaximum ?? default)}");
            after.Add($"{state.Name} {Units(maximum.Or(state.OnDemandMaximum ?? default))}");
        }

        return before.Count == 0 ? null : (string.Join(", ", before), string.Join(", ", after));
    }

    private static string Units(Throughput capacity) =>
        string.Create(CultureInfo.InvariantCulture, $"{capacity.Reads}/{capacity.Writes}");

    private static string Units(RequestMaximum maximum) => $"{Units(maximum.Reads)}/{Units(maximum.Writes)}";

    private static string Units(long? units) => units?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Range(ScalableTarget? range) =>
        range is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{range.Minimum}-{range.Maximum}");
}
