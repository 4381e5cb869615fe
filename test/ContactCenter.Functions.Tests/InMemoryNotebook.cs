using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Functions.Tests;

/// <summary>Notes that never expire.</summary>
internal sealed class InMemoryNotebook : INotebook
{
    private readonly Dictionary<string, string> _notes = new(StringComparer.Ordinal);

    public ValueTask<bool> TryAddAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_notes.TryAdd(name, text));

    public ValueTask SetAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        _notes[name] = text;
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken) => ValueTask.FromResult(_notes.GetValueOrDefault(name));
}
