using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Contacts.Service;

/// <summary>
/// What a process knows of open troubles. While nothing is broken a look is one query of an index that is empty, half a read unit.
/// </summary>
public sealed class TroubleView(IIncidentStore store, TimeProvider clock)
{
    /// <summary>A caller hears of a trouble, and of its end, so many seconds late at most while the store answers.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(5);

    /// <summary>While the store does not answer, the last known troubles count for so long: most incidents last longer.</summary>
    public static readonly TimeSpan UsefulFor = TimeSpan.FromMinutes(10);

    private readonly KnownView<OpenTroubles> _view = new(async stop => await OpenTroubles.ReadAsync(store, stop), FreshFor, UsefulFor, clock);

    /// <summary>The newest known troubles, or null. It never throws.</summary>
    public ValueTask<OpenTroubles?> GetAsync() => _view.GetAsync();
}
