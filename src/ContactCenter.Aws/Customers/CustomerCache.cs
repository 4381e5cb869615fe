using ContactCenter.Core.Contacts.Customers;

namespace ContactCenter.Aws.Customers;

/// <summary>
/// Customers that this process has looked up lately. Kept for the time that the configuration says; while the system is broken what was
/// read within the last hour still counts.
/// </summary>
internal sealed class CustomerCache(TimeSpan freshFor, TimeProvider clock)
{
    /// <summary>How long a customer counts when the system is broken.</summary>
    public static readonly TimeSpan UsableFor = TimeSpan.FromHours(1);

    /// <summary>Customers at most: a process serves one call after the other.</summary>
    private const int MaximumLength = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (CustomerAnswer Answer, long At)> _known = new(StringComparer.Ordinal);

    public CustomerAnswer? Fresh(Uri address) => Find(address, freshFor);

    public CustomerAnswer? Usable(Uri address) => Find(address, UsableFor);

    public void Keep(Uri address, CustomerAnswer answer)
    {
        lock (_gate)
        {
            if (_known.Count >= MaximumLength)
            {
                _known.Clear();
            }

            _known[address.AbsoluteUri] = (answer with { IsCached = true, Took = null }, clock.GetTimestamp());
        }
    }

    private CustomerAnswer? Find(Uri address, TimeSpan maximum)
    {
        lock (_gate)
        {
            return _known.TryGetValue(address.AbsoluteUri, out var known) && clock.GetElapsedTime(known.At) < maximum ? known.Answer : null;
        }
    }
}
