using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>
/// Which of several stacks an alarm is deployed in. All alarms of a resource share one, and a resource that comes or goes moves no other.
/// With one stack more, alarms only ever move into the new one, which is deployed last: the old stack gives a name up before the new one
/// takes it (J. Lamping, E. Veach, "A Fast, Minimal Memory, Consistent Hash Algorithm", 2014).
/// </summary>
public static class AlarmStacks
{
    /// <summary>Alarms in one stack at most: CloudFormation's 500 resources, less room for topics, keys, filters and policies.</summary>
    public const int MaximumAlarms = 470;

    /// <summary>The stack of an alarm, counted from 0.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="stacks">How many there are; at least 1.</param>
    public static int Of(BoundAlarm alarm, int stacks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stacks, 1);
        var hash = Hash($"{alarm.Definition.Scope}/{alarm.Resource}");
        long chosen = -1;
        for (long next = 0; next < stacks;)
        {
            chosen = next;
            hash = unchecked((hash * 2862933555777941757UL) + 1);
            next = (long)((chosen + 1) * ((double)(1L << 31) / ((hash >> 33) + 1)));
        }

        return (int)chosen;
    }

    /// <summary>The least number of stacks in which every alarm has room; null when <paramref name="maximum"/> are not enough.</summary>
    public static int? Needed(IReadOnlyCollection<BoundAlarm> alarms, int maximum) =>
        Enumerable.Range(1, maximum)
            .Where(stacks => Fullest(alarms, stacks) <= MaximumAlarms)
            .Select(stacks => (int?)stacks)
            .FirstOrDefault();

    /// <summary>Alarms in the fullest of so many stacks.</summary>
    public static int Fullest(IReadOnlyCollection<BoundAlarm> alarms, int stacks) =>
        alarms.CountBy(alarm => Of(alarm, stacks)).Select(stack => stack.Value).DefaultIfEmpty().Max();

    private static ulong Hash(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
