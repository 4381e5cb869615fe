namespace ContactCenter.Core.Forecasting.Agents;

/// <summary>What agents are reckoned for.</summary>
public sealed record StaffingGoal
{
    /// <summary>Mean time that a contact takes, with the work after it, in seconds; above 0.</summary>
    public required double HandleSeconds { get; init; }

    /// <summary>Mean patience in seconds, above 0: after an exponential time a customer gives up.</summary>
    public double PatienceSeconds { get; init; } = 120;

    /// <summary>Contacts that are answered within so many seconds count, 0 or more.</summary>
    public double TargetSeconds { get; init; } = 20;

    /// <summary>Share of all contacts to be answered in time, above 0 and below 1; who gives up counts as not answered.</summary>
    public double ServiceLevel { get; init; } = 0.8;

    /// <summary>Share of paid time that is not spent with customers, 0 to below 1.</summary>
    public double Shrinkage { get; init; } = 0.3;

    /// <summary>Share of their time that agents may be busy, above 0 and at most 1.</summary>
    public double MaximumOccupancy { get; init; } = 0.9;

    /// <summary>Length of a slot.</summary>
    public TimeSpan Slot { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The share that is answered in time.</summary>
    /// <param name="contacts">Contacts of the slot, 0 or more.</param>
    /// <param name="agents">Agents, 0 or more.</param>
    public double Reached(double contacts, int agents) =>
        contacts <= 0 ? 1 : agents == 0 ? 0 : Queue(contacts, agents).ServiceLevel(TargetSeconds);

    internal ErlangA Queue(double contacts, int agents) =>
        new(contacts / Slot.TotalSeconds, HandleSeconds, PatienceSeconds, agents);

    /// <summary>Work that comes in, in erlangs.</summary>
    internal double Load(double contacts) => contacts / Slot.TotalSeconds * HandleSeconds;
}
