using System.Globalization;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Simulation.Stores;

/// <summary>
/// The bucket of models in memory: models, training texts and reports. Reading the history can be made to fail or to wait.
/// </summary>
public sealed class InMemoryModels : IModelStore, ITrainingTexts, IUnlabelledTexts, IRetrainingReports
{
    private readonly SortedDictionary<DateTimeOffset, string> _reports = [];
    private int _version;

    /// <summary>Null as long as nothing was written, as of a file that is not there.</summary>
    private string? Version => _version == 0 ? null : _version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which models were in service and which is.</summary>
    public ModelHistory History { get; set; } = ModelHistory.Empty;

    /// <summary>Files of models by id.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> Files { get; } = [];

    /// <summary>Training texts, or null when there are none.</summary>
    public IReadOnlyList<TrainingExample>? Texts { get; set; }

    /// <summary>Texts without a topic.</summary>
    public IReadOnlyList<string> Unlabelled { get; set; } = [];

    /// <summary>Reports of retraining, in order of time.</summary>
    public IReadOnlyList<string> Reports => [.. _reports.Values];

    /// <summary>How often the history was asked for.</summary>
    public int Reads { get; private set; }

    /// <summary>Happens before the history is read.</summary>
    public Func<Task> BeforeRead { get; set; } = static () => Task.CompletedTask;

    /// <summary>Happens before the history is written.</summary>
    public Action BeforeWrite { get; set; } = static () => { };

    /// <summary>Puts a model into service as a promotion does.</summary>
    public string Promote(ReadOnlyMemory<byte> file)
    {
        var id = ModelId.Of(file.Span);
        Files[id] = file;
        Rewrite(History.Promote(new ModelVersion(id, DateTimeOffset.UnixEpoch, "test", 0.9)));
        return id;
    }

    /// <summary>Writes the history as somebody else would.</summary>
    public void Rewrite(ModelHistory history)
    {
        History = history;
        _version++;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> UnlabelledAsync(CancellationToken cancellationToken) => new(Unlabelled);

    /// <inheritdoc/>
    public async ValueTask<StoredHistory> HistoryAsync(CancellationToken cancellationToken)
    {
        Reads++;
        await BeforeRead();
        return new StoredHistory(History, Version);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryWriteAsync(ModelHistory history, StoredHistory read, CancellationToken cancellationToken)
    {
        BeforeWrite();
        var isCurrent = read.Version == Version;
        if (isCurrent)
        {
            Rewrite(history);
        }

        return ValueTask.FromResult(isCurrent);
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> LoadAsync(string id, CancellationToken cancellationToken) =>
        Files.TryGetValue(id, out var file) ? ValueTask.FromResult(file) : throw new ModelFileException($"There is no '{id}'.");

    /// <inheritdoc/>
    public ValueTask SaveAsync(string id, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        Files[id] = file;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string id, CancellationToken cancellationToken)
    {
        Files.Remove(id);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TrainingExample>?> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Texts);

    /// <inheritdoc/>
    public ValueTask WriteAsync(DateTimeOffset at, string text, CancellationToken cancellationToken)
    {
        _reports[at] = text;
        return ValueTask.CompletedTask;
    }
}

/// <summary>What was learned of all series, in memory.</summary>
/// <param name="learned">What was learned before.</param>
public sealed class InMemoryAnomalyStates(ReadOnlyMemory<byte> learned = default) : IAnomalyStates
{
    private readonly Lock _gate = new();
    private ReadOnlyMemory<byte> _state = learned;
    private int _version;

    /// <summary>How often it was written.</summary>
    public int Writes => _version;

    /// <inheritdoc/>
    public ValueTask<(ReadOnlyMemory<byte> State, string? Version)> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new((_state, Told()));
        }
    }

    /// <inheritdoc/>
    public ValueTask<string?> TryWriteAsync(ReadOnlyMemory<byte> state, string? version, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (version != Told())
            {
                return new((string?)null);
            }

            (_state, _version) = (state, _version + 1);
            return new(Told());
        }
    }

    private string? Told() => _version == 0 ? null : _version.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The bands of demonstrations and tests.</summary>
public sealed class InMemoryAnomalyBands : IAnomalyBands
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(string Queue, DateTimeOffset At), KeptBand> _bands = [];

    /// <inheritdoc/>
    public ValueTask KeepAsync(IReadOnlyList<KeptBand> bands, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bands);
        lock (_gate)
        {
            foreach (var band in bands)
            {
                _bands[(band.Queue, band.At)] = band;
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeptBand>> OfQueueAsync(
        string queue, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<KeptBand>>(
                [.. _bands.Values.Where(band => band.Queue == queue && band.At >= from && band.At < to)]);
        }
    }
}
