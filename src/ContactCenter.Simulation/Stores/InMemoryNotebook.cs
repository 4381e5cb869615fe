using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Simulation.Stores;

/// <summary>Notes in memory, each until it expires.</summary>
/// <param name="clock">The time.</param>
public sealed class InMemoryNotebook(TimeProvider clock) : INotebook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Text, DateTimeOffset ExpiresAt)> _notes = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var isFree = Find(name) is null;
            if (isFree)
            {
                _notes[name] = (text, expiresAt);
            }

            return ValueTask.FromResult(isFree);
        }
    }

    /// <inheritdoc/>
    public ValueTask SetAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _notes[name] = (text, expiresAt);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(Find(name));
        }
    }

    private string? Find(string name) => _notes.TryGetValue(name, out var note) && note.ExpiresAt > clock.GetUtcNow() ? note.Text : null;
}
