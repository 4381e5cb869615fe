namespace ContactCenter.Core.Incidents.Changes;

/// <summary>Configuration changes: the clock asks for those of the last hour, people for those of weeks.</summary>
public interface IChangeLog
{
    /// <summary>Keeps a change; the same one again changes nothing.</summary>
    ValueTask AddAsync(ConfigurationChange change, CancellationToken cancellationToken);

    /// <summary>Changes between two times, these included, the newest first and no more than a number: an import makes thousands.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last moment.</param>
    /// <param name="after">The last of the page before; null: from the newest on.</param>
    /// <param name="limit">How many.</param>
    /// <param name="unreadable">Is told of each that cannot be read; it holds back no other.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    ValueTask<IReadOnlyList<ConfigurationChange>> LatestAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        ChangePlace? after,
        int limit,
        Action<UnreadableItemException> unreadable,
        CancellationToken cancellationToken);
}

/// <summary>By what changes are sorted: several may be made in one moment.</summary>
/// <param name="At">When the change was made.</param>
/// <param name="Id">What it is called by.</param>
public readonly record struct ChangePlace(DateTimeOffset At, string Id);
