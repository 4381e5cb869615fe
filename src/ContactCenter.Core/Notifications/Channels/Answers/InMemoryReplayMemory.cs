namespace ContactCenter.Core.Notifications.Channels;

/// <summary>Remembers in this process, for demonstrations and tests: what is over is forgotten whenever something new is remembered.</summary>
/// <param name="time">The clock.</param>
public sealed class InMemoryReplayMemory(TimeProvider time) : IReplayMemory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<bool> TryRememberAsync(string key, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var (old, end) in _known)
            {
                if (end <= now)
                {
                    _known.Remove(old);
                }
            }

            return ValueTask.FromResult(_known.TryAdd(key, until));
        }
    }
}
