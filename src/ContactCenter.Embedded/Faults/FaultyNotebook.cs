using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Embedded.Faults;

/// <summary>A notebook, with processes that die before and after each call.</summary>
/// <param name="notebook">The notebook.</param>
/// <param name="dice">Decides what goes wrong.</param>
/// <param name="sabotage">What is broken on purpose.</param>
/// <param name="byHand">Name of an alarm that somebody has changed by hand; null: there is none.</param>
internal sealed class FaultyNotebook(INotebook notebook, FaultDice dice, Sabotage sabotage, string? byHand = null) : INotebook
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
        if (sabotage != Sabotage.ForgetsWrittenThresholds || name != ThresholdKeeper.Note)
        {
            await notebook.SetAsync(name, text, expiresAt, cancellationToken);
        }

        dice.MayCrash("after noting");
    }

    public async ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        dice.MayCrash("before looking up a note");
        var note = await notebook.FindAsync(name, cancellationToken);
        return sabotage == Sabotage.WritesOtherThresholds && name == ThresholdKeeper.Note ? $"{note}\n{byHand}" : note;
    }
}
