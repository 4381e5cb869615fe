namespace ContactCenter.Simulation.Center;

/// <summary>One fault during a half-open window of time.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Target">The table, function, flow … that it hits, by name; null hits all of them.</param>
/// <param name="From">When it begins, from the start of the scenario.</param>
/// <param name="Length">How long it lasts, unless a repair ends its effect earlier.</param>
/// <param name="Strength">How bad it is; <see cref="FaultKind"/> says in which unit.</param>
/// <param name="Sentence">What is broken, for people.</param>
public sealed record FaultWindow(FaultKind Kind, string? Target, TimeSpan From, TimeSpan Length, double Strength, string Sentence)
{
    /// <summary>For a fault that comes and goes: on for this long, then off for as long. Null: on all the time.</summary>
    public TimeSpan? Pulse { get; init; }

    /// <summary>Whether it is on, at a time from the start of the scenario.</summary>
    public bool IsActive(TimeSpan elapsed) =>
        elapsed >= From && elapsed < From + Length && (Pulse is not { } pulse || (elapsed - From).Ticks / pulse.Ticks % 2 == 0);
}
