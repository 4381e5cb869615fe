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

    /// <summary>What people decided and did by the API, in order.</summary>
    public IReadOnlyList<WeekAct> Acts { get; init; } = [];
}

/// <summary>Something that a person decided or did.</summary>
/// <param name="What">What, such as <c>close a queue</c>.</param>
/// <param name="Author">Who.</param>
/// <param name="IsDone">True when the API has done it.</param>
public sealed record WeekAct(string What, string Author, bool IsDone)
{
    /// <summary>True when a caller heard of it ten seconds later; null: callers hear nothing of such an act.</summary>
    public bool? IsHeard { get; init; }

    /// <summary>True when it stands once, with its author, in the audit or on the timeline.</summary>
    public bool HasAuthor { get; init; }

    /// <summary>True when it was undone, or taken back; null: nobody tried.</summary>
    public bool? IsUndone { get; init; }

    /// <summary>True when everything came of it that is promised.</summary>
    public bool IsKept => IsDone && IsHeard != false && HasAuthor && IsUndone != false;
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
