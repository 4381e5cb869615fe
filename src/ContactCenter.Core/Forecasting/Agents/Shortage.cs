namespace ContactCenter.Core.Forecasting.Agents;

/// <summary>A slot with the agents that it needs and those that are scheduled.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Needed">Agents that it needs, counted as the scheduled are.</param>
/// <param name="Scheduled">Agents that are scheduled; null: nobody has said it.</param>
/// <param name="Risk">How likely it is that the goal is missed with those, 0 to 1; null where nothing is scheduled.</param>
public readonly record struct StaffedSlot(DateTimeOffset At, int Needed, int? Scheduled, double? Risk);

/// <summary>A time at which the agents that are scheduled will hardly do.</summary>
/// <param name="Begin">When it begins.</param>
/// <param name="End">When it is over.</param>
/// <param name="More">So many more would do.</param>
public sealed record Shortage(DateTimeOffset Begin, DateTimeOffset End, int More)
{
    /// <summary>More likely than not the goal is missed.</summary>
    private const double WorthTelling = 0.5;

    /// <summary>One slot passes before anybody has come.</summary>
    private const int MinimumSlots = 2;

    /// <summary>The shortages, in order.</summary>
    /// <param name="slots">The slots, in order.</param>
    /// <param name="length">How long each is.</param>
    public static IEnumerable<Shortage> Of(IReadOnlyList<StaffedSlot> slots, TimeSpan length)
    {
        for (var i = 0; i < slots.Count;)
        {
            var end = i;
            while (end < slots.Count && slots[end].Risk >= WorthTelling && slots[end].At == slots[i].At + (length * (end - i)))
            {
                end++;
            }

            var its = slots.Skip(i).Take(end - i);
            if (end - i >= MinimumSlots && its.Max(static slot => slot.Needed - slot.Scheduled ?? 0) is > 0 and var more)
            {
                yield return new(slots[i].At, slots[end - 1].At + length, more);
            }

            i = Math.Max(end, i + 1);
        }
    }
}
