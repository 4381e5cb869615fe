namespace ContactCenter.Core.Incidents.Changes;

/// <summary>Configuration changes of the last hour.</summary>
public interface IChangeLog
{
    /// <summary>How long a change is kept: a change precedes an incident by up to 30 minutes, and is looked for as long after it.</summary>
    static readonly TimeSpan Keeps = TimeSpan.FromHours(1);

    /// <summary>Keeps a change; the same one again changes nothing.</summary>
    ValueTask AddAsync(ConfigurationChange change, CancellationToken cancellationToken);

    /// <summary>Changes at or after a time, in order of time.</summary>
    ValueTask<IReadOnlyList<ConfigurationChange>> SinceAsync(DateTimeOffset from, CancellationToken cancellationToken);
}
