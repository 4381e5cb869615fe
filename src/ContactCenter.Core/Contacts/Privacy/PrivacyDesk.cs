using System.Collections.Immutable;

namespace ContactCenter.Core.Contacts.Privacy;

/// <summary>What is looked for.</summary>
/// <param name="Customer">Who.</param>
/// <param name="CallerKey">Their key in the history of callers; null: nobody is remembered there.</param>
/// <param name="Contacts">Ids of their contacts, by which most of it stands.</param>
public sealed record CustomerSearch(Customer Customer, string? CallerKey, ImmutableHashSet<string> Contacts);

/// <summary>Something that is kept of a customer.</summary>
/// <param name="Place">Where, as docs/design/privacy.md names it.</param>
/// <param name="Key">Which item or object there.</param>
/// <param name="IsWhole">True when all of it is about them, and it is deleted; else they are taken out of it.</param>
/// <param name="Content">What it says: of an item that is theirs all of it, of another the texts in which they stand, as JSON; of a file
/// its lines.</param>
public sealed record CustomerTrace(string Place, string Key, bool IsWhole, string Content);

/// <summary>Port: a place in which something may be kept of customers.</summary>
public interface ICustomerTraces
{
    /// <summary>Ids of contacts that the place knows to be theirs.</summary>
    ValueTask<IReadOnlyCollection<string>> ContactsAsync(CustomerSearch search, CancellationToken cancellationToken);

    /// <summary>What is kept of them.</summary>
    IAsyncEnumerable<CustomerTrace> FindAsync(CustomerSearch search, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes it, or takes them out of it. What is gone already is no error. False when it was left as it is, because without them it
    /// could not be read any more.
    /// </summary>
    ValueTask<bool> EraseAsync(CustomerTrace trace, CustomerSearch search, CancellationToken cancellationToken);
}

/// <summary>Where something stays for a while that cannot be taken out.</summary>
/// <param name="Place">Where.</param>
/// <param name="Why">Why it cannot.</param>
/// <param name="Until">When the last of it is gone; null: nobody here can say.</param>
public sealed record RemainingPlace(string Place, string Why, DateTimeOffset? Until);

/// <summary>What was erased of a customer, and what was not. It names nobody: who has it knows of whom it is.</summary>
/// <param name="At">When.</param>
/// <param name="Erased">How much was deleted or changed, by place.</param>
/// <param name="NotErased">How much was found and had to stay as it is, by place: they stand where a state or a name is read.</param>
/// <param name="Remaining">What cannot be erased, and when it ends.</param>
public sealed record PrivacyReceipt(
    DateTimeOffset At,
    ImmutableSortedDictionary<string, int> Erased,
    ImmutableSortedDictionary<string, int> NotErased,
    ImmutableArray<RemainingPlace> Remaining);

/// <summary>Finds one customer everywhere, and erases them. Erasing again is harmless: it finds less, or nothing.</summary>
/// <param name="places">All places.</param>
public sealed class PrivacyDesk(IReadOnlyList<ICustomerTraces> places)
{
    /// <summary>What is kept of a customer.</summary>
    /// <param name="search">Who, with contacts that are known to be theirs.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public async IAsyncEnumerable<CustomerTrace> FindAsync(
        CustomerSearch search, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var whole = await WithContactsAsync(search, cancellationToken);
        foreach (var place in places)
        {
            await foreach (var trace in place.FindAsync(whole, cancellationToken))
            {
                yield return trace;
            }
        }
    }

    /// <summary>
    /// Erases what is kept. What tells which contacts are theirs goes last, so that a run that was stopped can be done again.
    /// </summary>
    /// <param name="search">Who, with contacts that are known to be theirs.</param>
    /// <param name="now">The time.</param>
    /// <param name="remaining">What cannot be erased.</param>
    /// <param name="cancellationToken">Stops between two items.</param>
    public async ValueTask<PrivacyReceipt> EraseAsync(
        CustomerSearch search, DateTimeOffset now, IEnumerable<RemainingPlace> remaining, CancellationToken cancellationToken)
    {
        var whole = await WithContactsAsync(search, cancellationToken);
        var found = new List<(ICustomerTraces Place, CustomerTrace Trace)>();
        foreach (var place in places)
        {
            await foreach (var trace in place.FindAsync(whole, cancellationToken))
            {
                found.Add((place, trace));
            }
        }

        var (erased, left) = (new List<string>(), new List<string>());
        foreach (var (place, trace) in found.OrderBy(static one => one.Trace.Place == PrivacyPlaces.Callers))
        {
            cancellationToken.ThrowIfCancellationRequested();
            (await place.EraseAsync(trace, whole, cancellationToken) ? erased : left).Add(trace.Place);
        }

        return new PrivacyReceipt(now, Counts(erased), Counts(left), [.. remaining]);
    }

    private static ImmutableSortedDictionary<string, int> Counts(IEnumerable<string> places) =>
        places.CountBy(static place => place).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private async ValueTask<CustomerSearch> WithContactsAsync(CustomerSearch search, CancellationToken cancellationToken)
    {
        var contacts = search.Contacts;
        foreach (var place in places)
        {
            contacts = contacts.Union(await place.ContactsAsync(search, cancellationToken));
        }

        return search with { Contacts = contacts };
    }
}
