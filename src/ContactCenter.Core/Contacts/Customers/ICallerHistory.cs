namespace ContactCenter.Core.Contacts.Customers;

/// <summary>
/// Remembers for some days that a customer was in touch: no number, no address, no name, only a key that means nothing elsewhere.
/// </summary>
public interface ICallerHistory
{
    /// <summary>Notes this contact, and tells what is remembered of the customer.</summary>
    /// <param name="caller">The customer's key, see <see cref="CallerKey"/>.</param>
    /// <param name="contactId">This contact; noting it again changes nothing but that it is told.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Says that nobody waits any more.</param>
    ValueTask<CallerMemory> ArriveAsync(string caller, string contactId, DateTimeOffset now, CancellationToken cancellationToken);
}
