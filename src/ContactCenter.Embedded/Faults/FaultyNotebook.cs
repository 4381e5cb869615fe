using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Embedded.Faults;

/// <summary>A notebook, with processes that die before and after each call.</summary>
internal sealed class FaultyNotebook(INotebook notebook, FaultDice dice, Sabotage sabotage) : INotebook
{
    public async ValueTask<bool> TryAddAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        dice.MayCrash("before noting");
        var isNew = sabotage == Sabotage.ForgetsFallbacks || await notebook.TryAddAsync(name, text, expiresAt, cancellationToken);
        dice.MayCrash("after noting");
        return isNew;
    }

    public async ValueTask SetAsync(string name, string text, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        dice.MayCrash("before noting");
        await notebook.SetAsync(name, text, expiresAt, cancellationToken);
        dice.MayCrash("after noting");
    }

    public ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        dice.MayCrash("before looking up a note");
        return notebook.FindAsync(name, cancellationToken);
    }
}
