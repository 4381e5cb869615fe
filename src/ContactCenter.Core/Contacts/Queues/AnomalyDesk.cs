using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Contacts.Queues;

/// <summary>
/// The collector's look at what is unusual: values in, what has begun or is over to the alarm topic. What is learned stays in memory and is
/// written now and then, so that a new process loses minutes and not weeks. Nothing that goes wrong here reaches the collection.
/// </summary>
/// <param name="configuration">The configuration.</param>
/// <param name="ports">What it reads and writes; null: nothing is looked at.</param>
public sealed class AnomalyDesk(ContactCenterConfiguration configuration, AnomalyPorts? ports)
{
    /// <summary>How often what was learned is written; at once where something has begun or is over.</summary>
    private static readonly TimeSpan WrittenEvery = TimeSpan.FromMinutes(10);

    private readonly MinuteLooks[] _looks =
    [
        .. WatchedSeries.Of(configuration).GroupBy(static series => series.IsEachMinute).Select(static group => new MinuteLooks(
            [.. group], TimeSpan.FromMinutes(group.Key ? 1 : WatchedSeries.MinutesOfLook))),
    ];

    private readonly QueueSeries _queues = new(configuration);
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone);
    private readonly Queue<string> _untold = new();
    private readonly BandBook _bands = new();
    private CenterWatch? _watch;

    /// <summary>What this process had told when another had written.</summary>
    private IReadOnlyList<AnomalyPlace> _ours = [];

    private string? _version;
    private DateTimeOffset _writtenAt;

    /// <summary>Looks once.</summary>
    /// <param name="figures">What Amazon Connect says of the queues.</param>
    /// <param name="calendar">When they are served.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AnomalyLook> LookAsync(CenterFigures figures, BusinessCalendar calendar, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (ports is null)
        {
            return AnomalyLook.None;
        }

        var problems = new List<string>();
        if (!await TryAsync("what was learned cannot be read", () => RestoreAsync(ports.States, figures.At, cancellationToken), problems))
        {
            return AnomalyLook.None with { Problems = problems };
        }

        var watch = _watch!;
        var now = TimeZoneInfo.ConvertTime(figures.At, _zone);
        foreach (var (series, value) in _queues.Of(figures, calendar))
        {
            watch.Add(series, now, value);
        }

        _ = await TryAsync("metrics cannot be read", () => ReadAsync(ports.Minutes, watch, figures.At, cancellationToken), problems);
        if (_bands.Add(watch.Latest, now) is { Count: > 0 } bands)
        {
            _ = await TryAsync("bands cannot be kept", () => ports.Bands.KeepAsync(bands, cancellationToken).AsTask(), problems);
        }

        var changes = watch.Decide(now);
        if (ports.Alarms is { } alarms)
        {
            foreach (var change in changes)
            {
                _untold.Enqueue(new AnomalyReport(configuration, change.Place).Message(change, figures.At));
            }

            _ = await TryAsync("an anomaly cannot be told", () => TellAsync(alarms, cancellationToken), problems);
        }

        // what is not told yet is not written as told: who takes over tells it
        if (_untold.Count == 0 && (changes.Count > 0 || figures.At - _writtenAt >= WrittenEvery))
        {
            _ = await TryAsync(
                "what was learned cannot be written", () => WriteAsync(ports.States, watch, figures.At, cancellationToken), problems);
        }

        return new([.. watch.Scores(now)], changes, problems);
    }

    private async Task RestoreAsync(IAnomalyStates states, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_watch is null)
        {
            (var state, _version) = await states.ReadAsync(cancellationToken);

            // what is lost, damaged or of another version is learned anew; what it had told, nobody knows any more
            var watch = CenterWatch.Restore(state.Span);
            _watch = watch ?? new CenterWatch();
            _watch.Resume(
                watch is null && _version is not null ? AnomalyReport.All(configuration).Select(static one => one.Place) : _ours, now);
            (_ours, _writtenAt) = ([], now);
        }
    }

    private async Task ReadAsync(
        IMinuteMetrics minutes, CenterWatch watch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var look in _looks)
        {
            foreach (var (series, at, value) in await look.ReadAsync(minutes, now, cancellationToken))
            {
                watch.Add(series, TimeZoneInfo.ConvertTime(at, _zone), value);
            }
        }
    }

    private async Task TellAsync(IAlarmTopic alarms, CancellationToken cancellationToken)
    {
        while (_untold.TryPeek(out var message))
        {
            await alarms.PublishAsync(message, cancellationToken);
            _ = _untold.Dequeue();
        }
    }

    /// <summary>Where another process has written meanwhile, that is taken up with the next look.</summary>
    private async Task WriteAsync(
        IAnomalyStates states, CenterWatch watch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _version = await states.TryWriteAsync(watch.Save(ports!.Alarms is not null), _version, cancellationToken);
        _watch = _version is null ? null : watch;
        _ours = _version is null ? [.. watch.Told.Keys] : [];
        _writtenAt = now;
    }

    private static async Task<bool> TryAsync(string problem, Func<Task> act, List<string> problems)
    {
        try
        {
            await act();
            return true;
        }
#pragma warning disable CA1031 // whatever it is, the collection goes on
        catch (Exception failure)
#pragma warning restore CA1031
        {
            problems.Add($"anomalies: {problem}: {failure.Message}");
            return false;
        }
    }
}

/// <summary>What the look at what is unusual reads and writes.</summary>
/// <param name="Minutes">What CloudWatch has.</param>
/// <param name="States">Where what was learned is kept.</param>
/// <param name="Alarms">The topic of alarms; null: nobody is told.</param>
/// <param name="Bands">Where it is kept what waited and what was expected.</param>
public sealed record AnomalyPorts(IMinuteMetrics Minutes, IAnomalyStates States, IAlarmTopic? Alarms, IAnomalyBands Bands);

/// <summary>What a look has found.</summary>
/// <param name="Scores">The score of each channel of each queue that is served.</param>
/// <param name="Changes">What has begun or is over.</param>
/// <param name="Problems">What went wrong.</param>
public sealed record AnomalyLook(
    IReadOnlyList<(AnomalyPlace Place, ContactChannel Channel, double Score)> Scores, IReadOnlyList<AnomalyChange> Changes,
    IReadOnlyList<string> Problems)
{
    /// <summary>Nothing was looked at.</summary>
    public static AnomalyLook None { get; } = new([], [], []);
}
