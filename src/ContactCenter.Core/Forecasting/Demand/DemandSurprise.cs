namespace ContactCenter.Core.Forecasting.Demand;

/// <summary>
/// How much room above the level the last days made use of: their five minutes are replayed with burst, and with less room than this they
/// would have turned away what they did not with it.
/// </summary>
public static class DemandSurprise
{
    private const int MinimumBins = 3 * 12;
    private const int MaximumBins = 3 * 24 * 12;
    private const int LevelBins = 2;
    private const double BinSeconds = 300;

    // From the first second of a jump until an increase holds: its minute ends and arrives, the planner runs, the update takes a moment.
    private const double BlindSeconds = 210;

    // So few units are no difference.
    private const double Negligible = 1e-6;

    private static readonly double[] Rooms = [0.125, 0.18, 0.25, 0.35, 0.5];

    /// <summary>Room that was of use, as a share of the level: the least that turns away no more than all of it. Null: hardly anything was
    /// seen.</summary>
    /// <param name="replays">The last days with each room.</param>
    public static double? RoomOfUse(IReadOnlyList<RoomReplay> replays)
    {
        ArgumentNullException.ThrowIfNull(replays);
        return replays.Count == 0
            ? null
            : replays.First(replay => replay.TurnedAway <= replays[^1].TurnedAway + (Negligible * replay.Asked)).Room;
    }

    /// <summary>The last days with more and more room. Empty: hardly anything was seen.</summary>
    /// <param name="fiveMinutes">Units per second in each past five minutes, oldest first.</param>
    /// <param name="foreseen">What the season says of one of them, or null.</param>
    public static IReadOnlyList<RoomReplay> Replay(IReadOnlyList<double> fiveMinutes, Func<int, double?> foreseen)
    {
        ArgumentNullException.ThrowIfNull(fiveMinutes);
        ArgumentNullException.ThrowIfNull(foreseen);
        if (fiveMinutes.Count < MinimumBins)
        {
            return [];
        }

        var first = Math.Max(LevelBins, fiveMinutes.Count - MaximumBins);
        var levels = new double[fiveMinutes.Count - first];
        var asked = 0.0;
        for (var i = 0; i < levels.Length; i++)
        {
            var at = first + i;
            levels[i] = Math.Max(Math.Max(fiveMinutes[at - 1], fiveMinutes[at - LevelBins]), foreseen(at) ?? 0);
            asked += fiveMinutes[at] / levels.Length;
        }

        var (level, seconds) = (levels.Average(), BinSeconds * levels.Length);
        return Array.ConvertAll(
            Rooms,
            room => new RoomReplay(room, room * level, TurnedAway(fiveMinutes, first, levels, 1 + room) / seconds, asked));
    }

    private static double TurnedAway(IReadOnlyList<double> bins, int first, double[] levels, double room)
    {
        var (burst, away) = (BinSeconds * room * levels[0], 0.0);
        for (var i = 0; i < levels.Length; i++)
        {
            var (capacity, demand) = (room * levels[i], bins[first + i]);
            burst = Math.Min(burst, BinSeconds * capacity);
            var left = burst + ((capacity - demand) * BlindSeconds);
            away += Math.Max(0, -left);

            // By then the planner has answered a demand that is above the capacity.
            var answered = Math.Max(capacity, room * demand);
            burst = Math.Clamp(left, 0, BinSeconds * capacity) + ((answered - demand) * (BinSeconds - BlindSeconds));
        }

        return away;
    }
}

/// <summary>The last days with one room above the level, in units per second on average.</summary>
/// <param name="Room">The room, as a share of the level.</param>
/// <param name="Above">Units that are provisioned above the level.</param>
/// <param name="TurnedAway">Units that are turned away.</param>
/// <param name="Asked">Units that are asked for.</param>
public sealed record RoomReplay(double Room, double Above, double TurnedAway, double Asked);
