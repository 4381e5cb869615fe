namespace ContactCenter.Core.Contacts.Queues;

/// <summary>Where the figures of a contact center come from.</summary>
public interface ICenterMetrics
{
    /// <summary>Reads the figures of everything that the configuration names.</summary>
    Task<CenterFigures> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
