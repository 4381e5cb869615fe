using ContactCenter.Language.Retraining;

namespace ContactCenter.Simulation.Stores;

/// <summary>Counts of answers in memory, by model and day.</summary>
public sealed class InMemoryAnswers : IAnswerStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Model, DateOnly Day), AnswerCounts> _counts = [];

    /// <inheritdoc/>
    public ValueTask AddAsync(string model, DateOnly day, AnswerCounts counts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counts);
        lock (_gate)
        {
            _counts[(model, day)] = _counts.GetValueOrDefault((model, day), AnswerCounts.None).Plus(counts);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<AnswerCounts> SinceAsync(string model, DateOnly day, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_counts
                .Where(counted => counted.Key.Model == model && counted.Key.Day >= day)
                .Aggregate(AnswerCounts.None, static (sum, counted) => sum.Plus(counted.Value)));
        }
    }
}
