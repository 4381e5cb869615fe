using ContactCenter.Core.Contacts.Heard;

namespace ContactCenter.Simulation.Stores;

/// <summary>What was heard of contacts, in memory.</summary>
/// <param name="clock">The time; what is older than <see cref="UnsureContact.Kept"/> is forgotten.</param>
public sealed class InMemoryHeardContacts(TimeProvider clock) : IHeardContacts
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<DateOnly, TopicDay> _days = [];
    private readonly SortedDictionary<string, UnsureContact> _unsure = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask AddAsync(TopicDay heard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(heard);
        lock (_gate)
        {
            if (!heard.IsEmpty)
            {
                _days[heard.Day] = _days.GetValueOrDefault(heard.Day, TopicDay.Empty(heard.Day)).Plus(heard);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TopicDay>> SinceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<TopicDay>>([.. _days.Values.Where(heard => heard.Day >= day)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask KeepAsync(UnsureContact contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        lock (_gate)
        {
            _unsure[contact.Id] = contact;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<UnsureContact>> UnsureAsync(int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<UnsureContact>>(
                [.. _unsure.Values.Reverse().Where(IsKept).Take(limit).DistinctBy(static one => one.ContactId)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<UnsureContact?> FindAsync(string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_unsure.GetValueOrDefault(id) is { } contact && IsKept(contact) ? contact : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _unsure.Remove(id);
        }

        return ValueTask.CompletedTask;
    }

    private bool IsKept(UnsureContact contact) => contact.At + UnsureContact.Kept > clock.GetUtcNow();
}
