using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.History;

namespace ContactCenter.Cli.Replay;

/// <summary>All recordings of a command line, merged in order of time.</summary>
/// <param name="instance">Its account and Region are meant where the history of an alarm tells none.</param>
internal sealed class Recordings(ConnectInstance instance) : IDisposable
{
    /// <summary>More alarms than accounts have; it bounds what is remembered of a hostile file.</summary>
    private const int MaximumAlarms = 100_000;

    private static readonly string[] Endings = [".json", ".jsonl", ".ndjson"];

    private readonly List<Recording> _recordings = [];
    private string? _spool;

    /// <summary>Alarms of a history of which only the names are known, once everything was read.</summary>
    public IReadOnlyCollection<string> Undescribed { get; private set; } = [];

    /// <summary>Adds a file, the files of a folder, or standard input for <c>-</c>; false when there is no such thing.</summary>
    public bool TryAdd(string path, Func<Stream> standardInput)
    {
        if (path == "-")
        {
            _recordings.Add(new Recording("-", Spool(standardInput)));
        }
        else if (Directory.Exists(path))
        {
            var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal);
            _recordings.AddRange(files.Select(file => new Recording(file.Replace('\\', '/'), file)));
        }
        else if (File.Exists(path))
        {
            _recordings.Add(new Recording(path, path));
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>The inputs of all recordings in order of time; of inputs at the same time, in order of the command line.</summary>
    public IEnumerable<ReplayItem> InOrder()
    {
        var queue = new PriorityQueue<IEnumerator<ReplayItem>, (DateTimeOffset At, int Recording)>();
        var open = new List<IEnumerator<ReplayItem>>();
        var history = new AlarmHistoryReader(Alarms(), instance);
        Undescribed = history.Undescribed;
        try
        {
            foreach (var (i, recording) in _recordings.Index())
            {
                var items = recording.InOrder(history).GetEnumerator();
                open.Add(items);
                if (items.MoveNext())
                {
                    queue.Enqueue(items, (items.Current.At, i));
                }
            }

            while (queue.TryDequeue(out var items, out var priority))
            {
                yield return items.Current;
                if (items.MoveNext())
                {
                    queue.Enqueue(items, (items.Current.At, priority.Recording));
                }
            }
        }
        finally
        {
            open.ForEach(items => items.Dispose());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_spool is not null)
        {
            File.Delete(_spool);
        }
    }

    /// <summary>The alarms that any recording describes; of two with one name, as in two Regions, the first counts.</summary>
    private Dictionary<string, DescribedAlarm> Alarms()
    {
        var alarms = new Dictionary<string, DescribedAlarm>(StringComparer.Ordinal);
        foreach (var alarm in _recordings.SelectMany(static recording => recording.Alarms()))
        {
            if (alarms.Count < MaximumAlarms)
            {
                _ = alarms.TryAdd(alarm.Name, alarm);
            }
        }

        return alarms;
    }

    /// <summary>Standard input can be read once only, but must be seen twice when it is large.</summary>
    private string Spool(Func<Stream> standardInput)
    {
        _spool = Path.GetTempFileName();
        using var input = standardInput();
        using var file = File.OpenWrite(_spool);
        input.CopyTo(file);
        return _spool;
    }
}
