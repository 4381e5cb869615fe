namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>
/// Short notes that outlive a process and expire: which chat message belongs to an incident, which fallback was told of a step.
/// </summary>
public interface INotebook
{
    /// <summary>Writes a note unless there is one of this name that has not expired.</summary>
    /// <returns>False when there is one; it is left as it is.</returns>
    ValueTask<bool> TryAddAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Writes a note in the place of what was there.</summary>
    ValueTask SetAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>The text of a note, or null when there is none or it has expired.</summary>
    ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken);
}
