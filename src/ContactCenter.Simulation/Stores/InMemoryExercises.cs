using ContactCenter.Core.Incidents.Exercises;

namespace ContactCenter.Simulation.Stores;

/// <summary>The exercises of demonstrations and tests, in memory.</summary>
public sealed class InMemoryExercises : IExerciseStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Exercise> _ended = new(StringComparer.Ordinal);
    private Exercise? _newest;

    /// <inheritdoc/>
    public ValueTask<Exercise?> NewestAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_newest);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> SaveAsync(Exercise exercise, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        lock (_gate)
        {
            var isFirst = (_newest?.Version ?? 0) == exercise.Version - 1;
            _newest = isFirst ? exercise : _newest;
            return ValueTask.FromResult(isFirst);
        }
    }

    /// <inheritdoc/>
    public ValueTask KeepAsync(Exercise exercise, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        lock (_gate)
        {
            _ended[exercise.Id] = exercise;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Exercise>> EndedAsync(string? before, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Exercise>>(
            [
                .. _ended.Values.Reverse()
                    .Where(exercise => before is null || string.CompareOrdinal(exercise.Id, before) < 0)
                    .Take(limit),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Exercise?> FindEndedAsync(string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_ended.GetValueOrDefault(id));
        }
    }
}
