using ContactCenter.Core.Notifications.Status;

namespace ContactCenter.Embedded.Ports;

/// <summary>The status page in memory.</summary>
public sealed class KeptStatus : IStatusSite
{
    private readonly Lock _gate = new();
    private StatusRecord _record = StatusRecord.Empty;
    private int _version;

    /// <summary>The files as they were published last.</summary>
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Comes once between reading and writing, as somebody else does who is faster.</summary>
    public Func<Task>? Before { get; set; }

    /// <inheritdoc/>
    public ValueTask<StoredStatus> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(new StoredStatus(_record, _version == 0 ? null : $"{_version}"));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryWriteAsync(StatusRecord record, StoredStatus read, CancellationToken cancellationToken)
    {
        if (Before is { } faster)
        {
            Before = null;
            await faster();
        }

        lock (_gate)
        {
            if (read.Version != (_version == 0 ? null : $"{_version}"))
            {
                return false;
            }

            (_record, _version) = (record, _version + 1);
            return true;
        }
    }

    /// <inheritdoc/>
    public ValueTask PublishAsync(IReadOnlyList<StatusFile> files, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var file in files)
            {
                Files[file.Name] = file.Text;
            }
        }

        return ValueTask.CompletedTask;
    }
}
