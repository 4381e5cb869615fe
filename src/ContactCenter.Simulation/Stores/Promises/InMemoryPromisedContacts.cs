using System.Collections.Immutable;
using ContactCenter.Core.Contacts.Promises;

namespace ContactCenter.Simulation.Stores.Promises;

/// <summary>Contacts that were promised something, and how promises were kept, in memory.</summary>
public sealed class InMemoryPromisedContacts : IPromisedContacts
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, PromisedContact> _contacts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateOnly, PromiseDay> _days = [];

    /// <inheritdoc/>
    public ValueTask<bool> AddAsync(PromisedContact contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        lock (_gate)
        {
            return ValueTask.FromResult(_contacts.TryAdd(contact.Id, contact));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> HearAsync(HeardEvent heard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(heard);
        return Change(heard.InitialId, contact => contact with
        {
            Parts = contact.Parts.Add(heard.ContactId),
            Transfers = heard.IsTransfer ? contact.Transfers.Add(heard.ContactId) : contact.Transfers,
            Over = heard.Kind == HeardKind.Ended ? contact.Over.Add(heard.ContactId) : contact.Over,
            Taken = heard.Taken is { } taken ? contact.Taken.Add(taken.Text) : contact.Taken,
            QueuedAt = heard.Kind == HeardKind.Queued && !(contact.QueuedAt < heard.At) ? heard.At : contact.QueuedAt,
            AnsweredAt = heard.Kind == HeardKind.Answered && !(contact.AnsweredAt < heard.At) ? heard.At : contact.AnsweredAt,
            EndedAt = heard.Kind == HeardKind.Ended && !(contact.EndedAt > heard.At) ? heard.At : contact.EndedAt,
        });
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PromisedContact>> AllAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<PromisedContact>>([.. _contacts.Values]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ClaimAsync(string contactId, string reason, CancellationToken cancellationToken) => Change(
        contactId, contact => contact.Told.Contains(reason) ? null : contact with { Told = contact.Told.Add(reason) });

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(string contactId, string reason, CancellationToken cancellationToken) =>
        _ = await Change(contactId, contact => contact with { Told = contact.Told.Remove(reason) });

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string contactId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_contacts.Remove(contactId));
        }
    }

    /// <inheritdoc/>
    public ValueTask CountAsync(DateOnly day, string promise, PromiseCount more, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var known = _days.GetValueOrDefault(day)?.Promises
                ?? ImmutableSortedDictionary.Create<string, PromiseCount>(StringComparer.Ordinal);
            _days[day] = new PromiseDay(day, known.SetItem(promise, known.GetValueOrDefault(promise, PromiseCount.None).Plus(more)));
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PromiseDay>> SinceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<PromiseDay>>([.. _days.Values.Where(one => one.Day >= day)]);
        }
    }

    /// <summary>Changes a contact that is there; null leaves it, and nothing has changed.</summary>
    private ValueTask<bool> Change(string id, Func<PromisedContact, PromisedContact?> change)
    {
        lock (_gate)
        {
            if (_contacts.GetValueOrDefault(id) is not { } contact || change(contact) is not { } changed)
            {
                return ValueTask.FromResult(false);
            }

            _contacts[id] = changed;
            return ValueTask.FromResult(true);
        }
    }
}
