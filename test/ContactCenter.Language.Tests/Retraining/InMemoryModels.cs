using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Language.Tests.Retraining;

/// <summary>All stores of the classifier in memory; reading the history can be made to fail or to wait.</summary>
internal sealed class InMemoryModels : IModelStore, ITrainingTexts, ICorrectionStore, IAnswerStore, IRetrainingReports
{
    private int _version;

    public ModelHistory History { get; set; } = ModelHistory.Empty;

    public Dictionary<string, ReadOnlyMemory<byte>> Files { get; } = [];

    public IReadOnlyList<TrainingExample>? Texts { get; set; }

    public List<Correction> Corrections { get; } = [];

    public AnswerCounts Counts { get; set; } = AnswerCounts.None;

    public List<string> Reports { get; } = [];

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

    public void Rewrite(ModelHistory history)
    {
        History = history;
        _version++;
    }

    public async ValueTask<StoredHistory> HistoryAsync(CancellationToken cancellationToken)
    {
        Reads++;
        await BeforeRead();
        return new StoredHistory(History, $"{_version}");
    }

    public ValueTask<bool> TryWriteAsync(ModelHistory history, StoredHistory read, CancellationToken cancellationToken)
    {
        BeforeWrite();
        var isCurrent = read.Version == $"{_version}";
        if (isCurrent)
        {
            Rewrite(history);
        }

        return ValueTask.FromResult(isCurrent);
    }

    public ValueTask<ReadOnlyMemory<byte>> LoadAsync(string id, CancellationToken cancellationToken) =>
        Files.TryGetValue(id, out var file) ? ValueTask.FromResult(file) : throw new ModelFileException($"There is no '{id}'.");

    public ValueTask SaveAsync(string id, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        Files[id] = file;
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteAsync(string id, CancellationToken cancellationToken)
    {
        Files.Remove(id);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<TrainingExample>?> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Texts);

    public ValueTask PutAsync(Correction correction, CancellationToken cancellationToken)
    {
        Corrections.RemoveAll(known => known.ContactId == correction.ContactId);
        Corrections.Insert(0, correction);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<Correction>> AllAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Correction>>(Corrections);

    public ValueTask AddAsync(string model, DateOnly day, AnswerCounts counts, CancellationToken cancellationToken)
    {
        Counts = Counts.Plus(counts);
        return ValueTask.CompletedTask;
    }

    public ValueTask<AnswerCounts> SinceAsync(string model, DateOnly day, CancellationToken cancellationToken) => ValueTask.FromResult(Counts);

    public ValueTask WriteAsync(DateTimeOffset at, string text, CancellationToken cancellationToken)
    {
        Reports.Add(text);
        return ValueTask.CompletedTask;
    }
}
