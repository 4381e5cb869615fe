using System.Collections.Concurrent;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Notices;

namespace ContactCenter.Embedded.Ports;

/// <summary>Keeps what would be told that is no incident: tests and hand-overs. Everybody accepts it.</summary>
public sealed class KeptNotices : INoticeChannel
{
    private readonly ConcurrentQueue<(Endpoint Endpoint, Notice Notice)> _kept = new();

    /// <summary>What was told, in order.</summary>
    public IReadOnlyList<(Endpoint Endpoint, Notice Notice)> All => [.. _kept];

    /// <inheritdoc/>
    public ValueTask<NoticeAnswer> SendAsync(Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        _kept.Enqueue((endpoint, notice));
        return new(NoticeAnswer.By("this machine", notice.Id));
    }
}
