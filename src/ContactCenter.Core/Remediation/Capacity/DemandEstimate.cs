namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>
/// What callers ask of one kind of capacity, read off the late per-minute series: consumed plus what was turned away for want of
/// capacity. What a hot partition turned away is left out, because capacity would not serve it.
/// </summary>
/// <param name="Known">False when there is no series at all: then nothing is decided from it.</param>
/// <param name="Latest">Units per second in the last minute; when throttling began in it, that minute is taken as half over.</param>
/// <param name="Brief">Mean of the last three minutes.</param>
/// <param name="Level">What lasts: mean of the last ten minutes, but not more than the last three and their noise.</param>
/// <param name="Trend">Units per second that each minute surely adds: the median of all slopes less two standard errors.</param>
/// <param name="Calm">The peaks of the calm window.</param>
/// <param name="ShortCalm">The peaks of the short calm window.</param>
/// <param name="Burst">Saved units that are surely left now.</param>
/// <param name="Behind">Time from the end of the last known minute until now.</param>
/// <param name="LastThrottled">End of the last minute in which more capacity would have helped; null when there was none.</param>
public sealed record DemandEstimate(
    bool Known,
    double Latest,
    double Brief,
    double Level,
    double Trend,
    DemandPeaks Calm,
    DemandPeaks ShortCalm,
    double Burst,
    TimeSpan Behind,
    DateTimeOffset? LastThrottled)
{
    /// <summary>Mean of all minutes of the series: the hour.</summary>
    public double Hour { get; init; }

    /// <summary>True when throttling began in the last minute: how much is asked for is not known yet.</summary>
    public bool HasJustBegun { get; init; }

    /// <summary>Units per second that it comes to then, if that was in the middle of the minute; else 0.</summary>
    public double MayBe { get; init; }

    private const int ShortMinutes = 3;
    private const int LevelMinutes = 10;

    // 1.4826 turns a median absolute deviation into a standard deviation; differences of two minutes carry the noise of both.
    private const double DifferenceToDeviation = 1.4826 / 1.4142;

    /// <summary>Estimates from the minutes.</summary>
    /// <param name="minutes">The series, oldest first.</param>
    /// <param name="explained">The throttle events of the same minutes, with their causes found.</param>
    /// <param name="alsoTurnedAway">Requests per minute turned away elsewhere that will come here once that is repaired; may be
    /// empty.</param>
    /// <param name="now">The clock.</param>
    /// <param name="tuning">Constants.</param>
    public static DemandEstimate From(
        IReadOnlyList<CapacityMinute> minutes,
        IReadOnlyList<ThrottleCounts> explained,
        IReadOnlyList<double> alsoTurnedAway,
        DateTimeOffset now,
        CapacityTuning tuning)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(explained);
        ArgumentNullException.ThrowIfNull(alsoTurnedAway);
        ArgumentNullException.ThrowIfNull(tuning);
        if (minutes.Count == 0)
        {
            return new DemandEstimate(false, 0, 0, 0, 0, default, default, 0, TimeSpan.Zero, null);
        }

        var demand = new double[minutes.Count];
        var lacking = new double[minutes.Count];

        // Before the series nothing is known: a first minute within its capacity lets a full burst be taken for granted.
        var full = Curable(explained[0]) <= 0 && minutes[0].Consumed <= 60 * minutes[0].Provisioned;
        var burst = full ? tuning.BurstSeconds * minutes[0].Provisioned : 0;
        var unitsPerRequest = 1.0;
        DateTimeOffset? lastThrottled = null;
        for (var i = 0; i < minutes.Count; i++)
        {
            var minute = minutes[i];
            unitsPerRequest = minute.Requests > 0 ? minute.Consumed / minute.Requests : unitsPerRequest;
            var curable = Curable(explained[i]);
            var elsewhere = i < alsoTurnedAway.Count ? alsoTurnedAway[i] : 0;
            demand[i] = (minute.Consumed + ((curable + elsewhere) * unitsPerRequest)) / 60;
            burst = Math.Clamp(burst + (60 * minute.Provisioned) - minute.Consumed, 0, tuning.BurstSeconds * minute.Provisioned);
            lacking[i] = IsOfSeconds(minute, demand[i], burst, tuning) ? 0 : curable;
            if (lacking[i] + elsewhere > 0)
            {
                burst = lacking[i] > 0 ? 0 : burst;
                lastThrottled = minute.Start.AddMinutes(1);
            }
        }

        var behind = now - minutes[^1].Start.AddMinutes(1);
        var began = lacking[^1] > 0 && (lacking.Length < 2 || lacking[^2] <= 0);
        var latest = LatestOf(demand, began, tuning);
        var noise = Deviation(demand);
        var shortMean = Mean(demand, demand.Length, ShortMinutes);
        var level = Math.Min(Mean(demand, demand.Length, LevelMinutes), shortMean + (2 * noise / Math.Sqrt(ShortMinutes)));
        burst = Math.Clamp(
            burst + (behind.TotalSeconds * (minutes[^1].Provisioned - latest)), 0, tuning.BurstSeconds * minutes[^1].Provisioned);
        return new DemandEstimate(
            true, latest, shortMean, level, SureSlope(demand.AsSpan(Math.Max(0, demand.Length - tuning.TrendMinutes)), noise),
            Peaks(demand, tuning.CalmMinutes, LevelMinutes), Peaks(demand, tuning.ShortCalmMinutes, ShortMinutes), burst, behind,
            lastThrottled)
        {
            Hour = Mean(demand, demand.Length, demand.Length),
            HasJustBegun = began,
            MayBe = began ? demand[^1] + Math.Max(0, demand[^1] - (demand.Length > 1 ? demand[^2] : 0)) : 0,
        };
    }

    /// <summary>Units per second that a level becomes after a time, if the trend lasts; a falling one is not counted on.</summary>
    /// <param name="level">Units per second.</param>
    /// <param name="middle">How long ago the middle of its minutes was when the last minute ended.</param>
    /// <param name="ahead">How far ahead.</param>
    /// <param name="tuning">Constants.</param>
    public double Foresee(double level, TimeSpan middle, TimeSpan ahead, CapacityTuning tuning)
    {
        ArgumentNullException.ThrowIfNull(tuning);
        return Math.Min(level + (Trend * (middle + Behind + ahead).TotalMinutes), Math.Max(level, Latest) * tuning.MaximumGrowth);
    }

    // Turned away in a minute that had room for it all, and with burst to spend: some seconds asked for more than the partitions let
    // through at once. There is no burst to refill then, and a wait for calm would not end.
    private static bool IsOfSeconds(in CapacityMinute minute, double demand, double burst, CapacityTuning tuning) =>
        demand < minute.Provisioned && burst > tuning.BurstSeconds * minute.Provisioned / 2;

    private static double Curable(in ThrottleCounts counts) => counts.Total - counts.KeyRange;

    // Throttling that began in the last minute began, on average, in its middle: what was added to demand was there for half of it.
    private static double LatestOf(double[] demand, bool began, CapacityTuning tuning)
    {
        var (latest, before) = (demand[^1], demand.Length > 1 ? demand[^2] : demand[^1]);
        return began && latest > before ? Math.Min(latest + (latest - before), latest * tuning.MaximumGrowth) : latest;
    }

    private static double Mean(double[] demand, int end, int minutes)
    {
        var sum = 0.0;
        var from = Math.Max(0, end - minutes);
        for (var i = from; i < end; i++)
        {
            sum += demand[i];
        }

        return sum / (end - from);
    }

    private static DemandPeaks Peaks(double[] demand, int window, int lasting)
    {
        var (level, brief) = (0.0, 0.0);
        for (var end = Math.Max(1, demand.Length - window + 1); end <= demand.Length; end++)
        {
            brief = Math.Max(brief, Mean(demand, end, ShortMinutes));
            if (end >= demand.Length - window + lasting || end == demand.Length)
            {
                level = Math.Max(level, Mean(demand, end, lasting));
            }
        }

        return new DemandPeaks(level, brief);
    }

    private static double SureSlope(ReadOnlySpan<double> points, double noise)
    {
        if (points.Length < 3)
        {
            return 0;
        }

        var slopes = new double[points.Length * (points.Length - 1) / 2];
        var count = 0;
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = i + 1; j < points.Length; j++)
            {
                slopes[count++] = (points[j] - points[i]) / (j - i);
            }
        }

        // Standard error of a slope through n points of equal noise.
        var error = noise * Math.Sqrt(12.0 / points.Length / ((points.Length * points.Length) - 1));
        return Math.Max(0, Median(slopes) - (2 * error));
    }

    private static double Deviation(double[] points)
    {
        if (points.Length < 4)
        {
            return 0;
        }

        var differences = new double[points.Length - 1];
        for (var i = 1; i < points.Length; i++)
        {
            differences[i - 1] = points[i] - points[i - 1];
        }

        var middle = Median([.. differences]);
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = Math.Abs(differences[i] - middle);
        }

        return Median(differences) * DifferenceToDeviation;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}

/// <summary>The highest demand of a window, in units per second.</summary>
/// <param name="Level">Highest mean over the minutes that make a level.</param>
/// <param name="Brief">Highest mean over three minutes; burst carries it when it is soon over.</param>
public readonly record struct DemandPeaks(double Level, double Brief);
