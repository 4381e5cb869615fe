using ContactCenter.Core.Common;
using ContactCenter.Core.Forecasting.Anomalies;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Monitoring.Anomalies;

/// <summary>
/// Watches the series of a center, and says of each thing in it whether something unusual goes on there. One series alone has to be much
/// farther out than several that agree. Not for several threads at once.
/// </summary>
public sealed class CenterWatch
{
    private readonly WatchSettings _settings;
    private readonly Dictionary<string, SeriesWatch> _series = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnusualSeries> _latest = new(StringComparer.Ordinal);
    private readonly Dictionary<AnomalyPlace, DateTimeOffset> _told = [];
    private DateTimeOffset? _since;

    /// <summary>Knows nothing yet.</summary>
    public CenterWatch()
        : this(new())
    {
    }

    internal CenterWatch(WatchSettings settings) => _settings = settings;

    /// <summary>What was told and goes on, and when it was told.</summary>
    public IReadOnlyDictionary<AnomalyPlace, DateTimeOffset> Told => _told;

    /// <summary>How each series looked last.</summary>
    public IReadOnlyCollection<UnusualSeries> Latest => _latest.Values;

    /// <summary>Takes up where a state was saved.</summary>
    /// <param name="state">What <see cref="Save"/> wrote.</param>
    /// <returns>Null for what is no such state, or one of another version: who gets it begins anew.</returns>
    public static CenterWatch? Restore(ReadOnlySpan<byte> state) => Restore(state, new());

    internal static CenterWatch? Restore(ReadOnlySpan<byte> state, WatchSettings settings)
    {
        var watch = new CenterWatch(settings);
        return CenterWatchState.TryRead(state, watch._series, watch._told, settings.Sustained) ? watch : null;
    }

    /// <summary>Takes places as told, so that each is over once it is usual: who told it has forgotten it, and it would stay red.</summary>
    /// <param name="places">The places.</param>
    /// <param name="at">When they may have been told.</param>
    public void Resume(IEnumerable<AnomalyPlace> places, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(places);
        foreach (var place in places)
        {
            _ = _told.TryAdd(place, at);
        }
    }

    /// <summary>Writes the state, compressed.</summary>
    /// <param name="isTold">Whether anybody was told what goes on; else it is not written, so that who tells begins with it.</param>
    public byte[] Save(bool isTold = true) => CenterWatchState.Write(_series, isTold ? _told : []);

    /// <summary>Looks at a value and learns it.</summary>
    /// <param name="series">Of what.</param>
    /// <param name="at">The minute, by the clock of the center.</param>
    /// <param name="value">The value.</param>
    public void Add(WatchedSeries series, DateTimeOffset at, double value)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (!_series.TryGetValue(series.Key, out var watch))
        {
            watch = new SeriesWatch(_settings.Sustained);
            _series.Add(series.Key, watch);
        }

        _latest[series.Key] = new(series, at, value, watch.Add(at, value, series.Kind));
    }

    /// <summary>What has begun or is over, once the values of a minute are there.</summary>
    /// <param name="now">The minute.</param>
    public IReadOnlyList<AnomalyChange> Decide(DateTimeOffset now)
    {
        _since ??= now;
        var changes = new List<AnomalyChange>();
        UnusualSeries[] recent = [.. _latest.Values.Where(one => now - one.At <= Recent)];
        foreach (var place in recent.GroupBy(static one => one.Series.Place))
        {
            UnusualSeries[] loud = [.. place.OrderByDescending(static one => one.Score)];
            if (!_told.ContainsKey(place.Key))
            {
                if (IsUnusual(loud))
                {
                    _told.Add(place.Key, now);
                    changes.Add(new(place.Key, IsBegun: true, loud));
                }
            }
            else if (loud[0].Score < Over)
            {
                _ = _told.Remove(place.Key);
                changes.Add(new(place.Key, IsBegun: false, loud));
            }
        }

        // of what nobody knows anything any more, nothing goes on
        foreach (var gone in now - _since < Recent ? [] : _told.Keys.Except(recent.Select(static one => one.Series.Place)).ToArray())
        {
            _ = _told.Remove(gone);
            changes.Add(new(gone, IsBegun: false, []));
        }

        return changes;
    }

    /// <summary>The score of a channel of a queue: the highest of its series.</summary>
    public IEnumerable<(AnomalyPlace Place, ContactChannel Channel, double Score)> Scores(DateTimeOffset now) => _latest.Values
        .Where(one => one.Series.Channel is not null && now - one.At <= Recent)
        .GroupBy(static one => (one.Series.Place, one.Series.Channel))
        .Select(static group => (group.Key.Place, group.Key.Channel!.Value, group.Max(static one => one.Score)));

    /// <summary>Below this it is over.</summary>
    private const double Over = 0.15;

    /// <summary>Older values say nothing of now.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    private bool IsUnusual(UnusualSeries[] loud) => loud[0].Score >= _settings.Alone
        || (loud[0].Score >= _settings.Together
            && Array.Exists(loud, one => one.Score >= _settings.Together && one.Series.Voice != loud[0].Series.Voice));
}

/// <summary>How a series looked last.</summary>
/// <param name="Series">The series.</param>
/// <param name="At">The minute.</param>
/// <param name="Value">Its value.</param>
/// <param name="Sustained">How it looks.</param>
public sealed record UnusualSeries(WatchedSeries Series, DateTimeOffset At, double Value, SustainedReading Sustained)
{
    /// <summary>0: as usual, 0.5: sustained.</summary>
    public double Score => Sustained.Score;
}

/// <summary>Something unusual has begun, or is over.</summary>
/// <param name="Place">Where.</param>
/// <param name="IsBegun">True: begun. False: over.</param>
/// <param name="Series">Its series, the loudest first.</param>
public sealed record AnomalyChange(AnomalyPlace Place, bool IsBegun, IReadOnlyList<UnusualSeries> Series);

/// <summary>When what series say is told; a benchmark tries others, nobody configures them.</summary>
internal sealed record WatchSettings
{
    /// <summary>A series alone has to say so much.</summary>
    public double Alone { get; init; } = 0.75;

    /// <summary>Two of one place that do not say the same each so much.</summary>
    public double Together { get; init; } = 0.5;

    /// <summary>When a series is sustained.</summary>
    public SustainedSettings Sustained { get; init; } = new();
}
