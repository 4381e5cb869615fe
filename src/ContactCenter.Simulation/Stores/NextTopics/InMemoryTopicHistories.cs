using ContactCenter.Core.Contacts.NextTopics;

namespace ContactCenter.Simulation.Stores.NextTopics;

/// <summary>Topics of customers in memory.</summary>
public sealed class InMemoryTopicHistories : ITopicHistories
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, List<TopicVisit>> _customers = new(StringComparer.Ordinal);

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

            if (!topics.Exists(one => one.ContactId == contactId))
            {
                topics.Add(new TopicVisit(now, contactId, topic));
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
    public ValueTask<IReadOnlyList<IReadOnlyList<TopicVisit>>> VisitsAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<IReadOnlyList<TopicVisit>>>([.. _customers.Values.Select(InOrder)]);
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

    private static IReadOnlyList<string> Topics(List<TopicVisit> topics) => ITopicHistories.TopicsOf(InOrder(topics));

    private static IReadOnlyList<TopicVisit> InOrder(List<TopicVisit> topics) => [.. topics.OrderBy(static one => one.At)];
}
