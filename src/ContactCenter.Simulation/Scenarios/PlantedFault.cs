using ContactCenter.Simulation.Center;

namespace ContactCenter.Simulation.Scenarios;

/// <summary>A fault that is planted into a scenario, and what is promised about it.</summary>
/// <param name="Promises">The kinds of alarm that tell it.</param>
/// <param name="Faults">What goes wrong.</param>
public sealed record PlantedFault(IReadOnlyList<PromisedAlarm> Promises, params IReadOnlyList<FaultWindow> Faults)
{
    /// <summary>When it begins, from the start of the scenario.</summary>
    public TimeSpan From => Faults.Min(static fault => fault.From);

    /// <summary>When it ends.</summary>
    public TimeSpan Until => Faults.Max(static fault => fault.From + fault.Length);

    /// <summary>How long what it left behind may still be told: queues empty slowly, and rates are about a quarter of an hour.</summary>
    public TimeSpan Settles { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>True for one that customers feel as a P1 for longer than is promised, although somebody has taken it.</summary>
    public bool Lasts { get; init; }

    /// <summary>True for one that can wait until the morning: a page meanwhile is one for nothing.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether what is told at a time may be about it.</summary>
    public bool Explains(TimeSpan elapsed) => elapsed >= From && elapsed < Until + Settles;
}

/// <summary>A kind of alarm, and what is promised about it.</summary>
/// <param name="Alarm">Id of the alarm of the catalog.</param>
/// <param name="Within">How long after the fault began somebody is told at the latest.</param>
public sealed record PromisedAlarm(string Alarm, TimeSpan Within);
