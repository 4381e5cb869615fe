namespace ContactCenter.Core.Forecasting.Demand;

/// <summary>What earlier days say about the hour ahead, in units per second. Null: those days were not seen.</summary>
/// <param name="Soon">Highest five minutes within the next quarter of an hour.</param>
/// <param name="Hour">Highest five minutes within the next hour.</param>
/// <param name="Usual">Median of the last day, as far as it was seen.</param>
public sealed record DemandOutlook(double? Soon, double? Hour, double? Usual)
{
    private const int PerDay = 24 * 12;
    private const int PerWeek = 7 * PerDay;
    private const int SoonBins = 3;
    private const int HourBins = 12;
    private const int HabitBins = 3;

    // How far the present level may bend what the earlier days say: on a holiday hardly anything is left, a busy day brings half more.
    private const double MinimumRatio = 0.1;
    private const double MaximumRatio = 1.5;

    // Foretold more often wrong than right, a rise costs more than it saves.
    private const double MinimumTrust = 0.5;

    /// <summary>Room above the level that the last days made use of, as a share of it; null: no whole day was seen.</summary>
    public double? RoomOfUse { get; init; }

    /// <summary>The last days with more and more room; empty: hardly anything was seen.</summary>
    public IReadOnlyList<RoomReplay> RoomReplays { get; init; } = [];

    /// <summary>How much of what is above the hour is there for longer.</summary>
    public DemandPersistence Persistence { get; init; } = DemandPersistence.Unknown;

    /// <summary>How the demand went on from each five minutes to the next; null: hardly anything was seen.</summary>
    public DemandChain? Chain { get; init; }

    /// <summary>When the newest of the five minutes ended that were seen; null: not known.</summary>
    public DateTimeOffset? SeenUntil { get; init; }

    /// <summary>What comes by the clock within the hour; null where nothing does.</summary>
    public HourSeason? Season { get; init; }

    /// <summary>Units per second that come by the clock from now on; 0 where nothing does.</summary>
    /// <param name="now">The clock.</param>
    /// <param name="length">How long from now.</param>
    public double ByTheClock(DateTimeOffset now, TimeSpan length) => Season switch
    {
        null => 0,
        { } season => SeenUntil is { } seen ? season.Highest(now - seen, length) : season.Soon,
    };

    /// <summary>Nothing is known.</summary>
    public static DemandOutlook Unknown { get; } = new(null, null, null);

    /// <summary>
    /// Reads the outlook off five-minute averages of demand: the same time a week ago (the mean of two weeks, when there are two), else
    /// the day before, bent by how the last half hour compares with its own earlier days.
    /// </summary>
    /// <param name="fiveMinutes">Units per second in each past five minutes, oldest first, without gaps, newest the one just ended.</param>
    public static DemandOutlook From(IReadOnlyList<double> fiveMinutes)
    {
        ArgumentNullException.ThrowIfNull(fiveMinutes);
        if (fiveMinutes.Count == 0)
        {
            return Unknown;
        }

        var ratio = Ratio(fiveMinutes);

        // What did not come true before is only believed up to the usual level.
        var usual = MedianOfDay(fiveMinutes);
        var most = DemandTrust.Of(fiveMinutes.Count, at => Earlier(fiveMinutes, at), at => Habit(fiveMinutes, at)) >= MinimumTrust
            ? double.PositiveInfinity
            : usual;

        var replays = DemandSurprise.Replay(fiveMinutes, at => Earlier(fiveMinutes, at));

        // The newest five minutes may be minutes old when they are read, so the quarter of an hour begins one bin earlier.
        return new DemandOutlook(
            Highest(fiveMinutes, SoonBins + 1, ratio, most), Highest(fiveMinutes, HourBins + 1, ratio, most), usual)
        {
            Persistence = DemandPersistence.From(fiveMinutes),
            Season = HourSeason.From(fiveMinutes),
            Chain = DemandChain.From(fiveMinutes),
            RoomOfUse = DemandSurprise.RoomOfUse(replays),
            RoomReplays = replays,
        };
    }

    private static double? Earlier(IReadOnlyList<double> bins, int at)
    {
        if (at - PerWeek >= 0)
        {
            var lastWeek = Habit(bins, at - PerWeek);
            return at - (2 * PerWeek) >= 0 ? (lastWeek + Habit(bins, at - (2 * PerWeek))) / 2 : lastWeek;
        }

        return at - PerDay >= 0 ? Habit(bins, at - PerDay) : null;
    }

    // The median of a quarter of an hour to either side: what was shorter than that is no habit, and the edges of a day stay sharp.
    private static double Habit(IReadOnlyList<double> bins, int at)
    {
        Span<double> around = stackalloc double[(2 * HabitBins) + 1];
        var count = 0;
        for (var i = Math.Max(0, at - HabitBins); i <= Math.Min(bins.Count - 1, at + HabitBins); i++)
        {
            around[count++] = bins[i];
        }

        around = around[..count];
        around.Sort();
        return around[count / 2];
    }

    private static double Ratio(IReadOnlyList<double> bins)
    {
        var (now, then) = (0.0, 0.0);
        for (var at = Math.Max(0, bins.Count - 6); at < bins.Count; at++)
        {
            if (Earlier(bins, at) is { } earlier)
            {
                now += bins[at];
                then += earlier;
            }
        }

        return then > 0 ? Math.Clamp(now / then, MinimumRatio, MaximumRatio) : 1;
    }

    private static double? Highest(IReadOnlyList<double> bins, int ahead, double ratio, double most)
    {
        double? highest = null;
        for (var at = bins.Count; at < bins.Count + ahead; at++)
        {
            if (Earlier(bins, at) is not { } earlier)
            {
                return null;
            }

            highest = Math.Max(highest ?? 0, Math.Min(earlier * ratio, most));
        }

        return highest;
    }

    private static double MedianOfDay(IReadOnlyList<double> bins)
    {
        var day = bins.Skip(Math.Max(0, bins.Count - PerDay)).Order().ToArray();
        return day[day.Length / 2];
    }
}
