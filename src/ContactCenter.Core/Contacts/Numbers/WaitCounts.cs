using System.Collections.Immutable;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Contacts.Numbers;

/// <summary>
/// How long contacts waited, as how many waited for less than each step of a ladder. Days and queues are added up step by step, which no
/// percentile can be, and every percentile follows to within a step.
/// </summary>
/// <param name="Below">How many waited for less than so many seconds, by seconds.</param>
/// <param name="All">How many there were.</param>
public sealed record WaitCounts(ImmutableSortedDictionary<int, long> Below, long All)
{
    /// <summary>
    /// The steps, in seconds: each is at most twice the one before up to an hour, so a call's wait is known well enough to judge it, and
    /// those of tasks and e-mails to the order of hours. With the count of all there are twenty, as many thresholds as a request takes.
    /// </summary>
    public static readonly ImmutableArray<int> Ladder =
        [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1_800, 3_600, 14_400, 86_400];

    /// <summary>Nobody.</summary>
    public static WaitCounts None { get; } = new(ImmutableSortedDictionary<int, long>.Empty, 0);

    /// <summary>Half of them waited for no longer; null: there was nobody.</summary>
    public WaitQuantile? Median => At(50);

    /// <summary>Nine of ten waited for no longer; null: there was nobody.</summary>
    public WaitQuantile? Ninetieth => At(90);

    /// <summary>Counts waits.</summary>
    /// <param name="seconds">Each wait, in seconds.</param>
    public static WaitCounts Of(IReadOnlyCollection<int> seconds) => new(
        Ladder.ToImmutableSortedDictionary(static step => step, step => (long)seconds.Count(wait => wait < step)), seconds.Count);

    /// <summary>These and others. Where both know other steps, as days before an update may, those that both know are left.</summary>
    public WaitCounts Plus(WaitCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.All == 0 ? this : All == 0 ? other : new WaitCounts(
            Below.Where(step => other.Below.ContainsKey(step.Key))
                .ToImmutableSortedDictionary(static step => step.Key, step => step.Value + other.Below[step.Key]),
            All + other.All);
    }

    /// <summary>How long so many of a hundred waited at most.</summary>
    /// <param name="percent">From 1 to 100.</param>
    /// <returns>The step in which the wait of that rank lies, and where in it if waits are spread evenly; null: there was nobody.</returns>
    public WaitQuantile? At(int percent)
    {
        if (All == 0)
        {
            return null;
        }

        var rank = ((All * percent) + 99) / 100;
        var (from, before) = (0, 0L);
        foreach (var (to, count) in Below)
        {
            if (count >= rank)
            {
                return new WaitQuantile(from, to, from + ((to - from) * (rank - 0.5 - before) / (count - before)));
            }

            (from, before) = (to, count);
        }

        return new WaitQuantile(from, null, null);
    }

    /// <inheritdoc/>
    public bool Equals(WaitCounts? other) => other is not null && All == other.All && Below.SequenceEqual(other.Below);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(All, Below.Count);
}

/// <summary>A percentile of waiting, as well as it is known.</summary>
/// <param name="From">It is at least so many seconds.</param>
/// <param name="To">It is less than so many seconds; null: nobody counted how long beyond the last step.</param>
/// <param name="Seconds">Where it is if waits are spread evenly over the step; null: beyond the last one.</param>
public readonly record struct WaitQuantile(int From, int? To, double? Seconds);

/// <summary>How long contacts of a channel of a queue waited.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Answered">Those that an agent answered, until then.</param>
/// <param name="Abandoned">Those that were given up in the queue, until then.</param>
public sealed record ChannelWaits(string Queue, ContactChannel Channel, WaitCounts Answered, WaitCounts Abandoned);

/// <summary>How long contacts waited on a day.</summary>
/// <param name="Day">The day, by the clock of the center.</param>
/// <param name="Queues">The queues of which it is known.</param>
/// <param name="Channels">Their channels in which somebody was; in the others of these queues there was nobody.</param>
public sealed record WaitDay(DateOnly Day, IReadOnlyList<string> Queues, IReadOnlyList<ChannelWaits> Channels);
