namespace ContactCenter.Simulation.Center;

/// <summary>The faults that are on in the present minute.</summary>
internal sealed class FaultBoard(IReadOnlyList<FaultWindow> windows)
{
    private FaultWindow[] _active = [];

    /// <summary>What is broken, each sentence once.</summary>
    public IReadOnlyList<string> Sentences => [.. _active.Select(fault => fault.Sentence).Distinct()];

    public void MoveTo(TimeSpan elapsed) => _active = [.. windows.Where(window => window.IsActive(elapsed))];

    /// <summary>The worst strength of a kind of fault on a target, or <paramref name="none"/>.</summary>
    public double Strength(FaultKind kind, string? target, double none)
    {
        var strength = none;
        foreach (var fault in _active)
        {
            if (fault.Kind == kind && (fault.Target is null || fault.Target == target))
            {
                strength = Math.Max(strength, fault.Strength);
            }
        }

        return strength;
    }

    /// <summary>The share that goes wrong, 0 without a fault.</summary>
    public double Share(FaultKind kind, string? target) => Strength(kind, target, 0);

    /// <summary>How many times as much or as long, 1 without a fault.</summary>
    public double Factor(FaultKind kind, string? target) => Strength(kind, target, 1);
}
