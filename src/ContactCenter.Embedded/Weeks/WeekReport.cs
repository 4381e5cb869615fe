using ContactCenter.Core.Common;

namespace ContactCenter.Embedded.Weeks;

/// <summary>What a simulated week held of what is promised.</summary>
/// <param name="Seed">The seed, with which it plays again.</param>
/// <param name="TimeZone">Where the center is.</param>
/// <param name="Planted">What was planted, and when each kind of alarm told of it.</param>
/// <param name="FalsePages">Who was woken up although nothing had been planted then.</param>
/// <param name="Quiet">Incidents at such times of which somebody reads in the morning: P3 and P4.</param>
public sealed record WeekReport(
    long Seed, string TimeZone, IReadOnlyList<ToldFault> Planted, IReadOnlyList<FalsePage> FalsePages, int Quiet)
{
    /// <summary>Contacts that agents answered.</summary>
    public long Answered { get; init; }

    /// <summary>State changes of alarms.</summary>
    public int AlarmChanges { get; init; }
}

/// <summary>A planted fault, and what became of it.</summary>
/// <param name="Alarm">Id of the alarm that tells it.</param>
/// <param name="Within">How long after it began somebody is told at the latest.</param>
/// <param name="After">How long after it began somebody was told; null: nobody was.</param>
public sealed record ToldFault(string Alarm, TimeSpan Within, TimeSpan? After)
{
    /// <summary>True when it was told in time.</summary>
    public bool IsKept => After <= Within;

    /// <summary>
    /// Audiences of <c>escalation.P1.unresolved</c> that were not told when they were due, of a P1 that lasts beyond its promise; null for
    /// a fault of another kind.
    /// </summary>
    public IReadOnlyList<string>? NotReached { get; init; }

    /// <summary>True when somebody had taken it before the last of them was told.</summary>
    public bool IsAcknowledged { get; init; }
}

/// <summary>A message that woke somebody up for nothing.</summary>
/// <param name="At">When.</param>
/// <param name="Local">The same on the clocks of the center.</param>
/// <param name="Severity">As what.</param>
/// <param name="What">Subject and symptom.</param>
public sealed record FalsePage(DateTimeOffset At, DateTime Local, Severity Severity, string What);
