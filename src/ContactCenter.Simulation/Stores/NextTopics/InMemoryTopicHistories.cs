using ContactCenter.Core.Contacts.NextTopics;

namespace ContactCenter.Simulation.Stores.NextTopics;

/// <summary>Topics of customers in memory.</summary>
public sealed class InMemoryTopicHistories : ITopicHistories
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, List<(DateTimeOffset At, string Contact, string Topic)>> _customers =
        new(StringComparer.Ordinal);

    private LikelyTopics? _likely;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> AddAsync(
        string caller, string contactId, string topic, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_customers.TryGetValue(caller, out var topics))
            {
                _customers[caller] = topics = [];
            }

            if (!topics.Exists(one => one.Contact == contactId))
            {
                topics.Add((now, contactId, topic));
            }

            return ValueTask.FromResult(Topics(topics));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IReadOnlyList<string>>> AllAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<IReadOnlyList<string>>>([.. _customers.Values.Select(Topics)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<LikelyTopics?> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_likely);
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(LikelyTopics likely, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _likely = likely;
            return ValueTask.CompletedTask;
        }
    }

    private static IReadOnlyList<string> Topics(List<(DateTimeOffset At, string Contact, string Topic)> topics) =>
        [.. topics.OrderBy(static one => one.At).Select(static one => one.Topic).TakeLast(ITopicHistories.MaximumTopics)];
}
