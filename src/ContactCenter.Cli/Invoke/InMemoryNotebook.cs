using System.Collections.Concurrent;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Cli.Invoke;

/// <summary>Notes of one run, which is over before any of them expires.</summary>
internal sealed class InMemoryNotebook : INotebook
{
    private readonly ConcurrentDictionary<string, string> _notes = new(StringComparer.Ordinal);

    public ValueTask<bool> TryAddAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken) => new(_notes.TryAdd(name, text));

    public ValueTask SetAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        _notes[name] = text;
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken) => new(_notes.GetValueOrDefault(name));
}
