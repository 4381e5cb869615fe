namespace ContactCenter.Core.Notifications.Channels;

/// <summary>Remembers requests for a while, so that a copy of one does nothing.</summary>
public interface IReplayMemory
{
    /// <summary>Remembers a key, atomically.</summary>
    /// <param name="key">The request; short ASCII.</param>
    /// <param name="until">When it may be forgotten.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when it was known already: the request is a copy.</returns>
    ValueTask<bool> TryRememberAsync(string key, DateTimeOffset until, CancellationToken cancellationToken);
}
