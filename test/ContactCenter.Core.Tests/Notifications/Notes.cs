using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Core.Tests.Notifications;

/// <summary>A notebook in memory, on a clock that the test sets.</summary>
internal sealed class Notes : INotebook
{
    private readonly Dictionary<string, (string Text, DateTimeOffset ExpiresAt)> _notes = [];

    public DateTimeOffset Now { get; set; }

    public IEnumerable<string> Names => _notes.Keys;

    public ValueTask<bool> TryAddAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        if (_notes.TryGetValue(name, out var note) && note.ExpiresAt > Now)
        {
            return ValueTask.FromResult(false);
        }

        _notes[name] = (text, expiresAt);
        return ValueTask.FromResult(true);
    }

    public ValueTask SetAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        _notes[name] = (text, expiresAt);
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_notes.TryGetValue(name, out var note) && note.ExpiresAt > Now ? note.Text : null);
}
