namespace ContactCenter.Core.Contacts.Customers;

/// <summary>
/// Remembers for some days that a customer was in touch: no number, no address, no name, only a key that means nothing elsewhere.
/// </summary>
public interface ICallerHistory
{
    /// <summary>Notes this contact and counts the others.</summary>
    /// <param name="caller">The customer's key, see <see cref="CallerKey"/>.</param>
    /// <param name="contactId">This contact; noting it again changes nothing.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Says that nobody waits any more.</param>
    /// <returns>Other contacts of this customer within <see cref="CallerKey.Remembered"/>.</returns>
    ValueTask<int> CountAsync(string caller, string contactId, DateTimeOffset now, CancellationToken cancellationToken);
}
