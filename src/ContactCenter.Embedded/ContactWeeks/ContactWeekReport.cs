namespace ContactCenter.Embedded.ContactWeeks;

/// <summary>What became of the contacts of one week or several.</summary>
public sealed record ContactWeekReport
{
    /// <summary>Contacts that came.</summary>
    public int Contacts { get; init; }

    /// <summary>Of them those of customers who were in touch in the 24 hours before.</summary>
    public int Repeats { get; init; }

    /// <summary>Contacts that a dialogue finished without an agent.</summary>
    public int Contained { get; init; }

    /// <summary>Of them those whose customer was not in touch again within 24 hours.</summary>
    public int ContainedForGood { get; init; }

    /// <summary>Contacts that came into a queue.</summary>
    public int Queued { get; init; }

    /// <summary>Of them those who gave up.</summary>
    public int GaveUp { get; init; }

    /// <summary>How long those waited whom an agent had, in seconds, the shortest first.</summary>
    public required IReadOnlyList<double> Waits { get; init; }

    /// <summary>Contacts of which a lead was told.</summary>
    public int Escalated { get; init; }

    /// <summary>Of them those whom an agent had afterwards.</summary>
    public int EscalatedServed { get; init; }

    /// <summary>Share of contacts that were contained and stayed so, 0 to 1.</summary>
    public double ContainedShare => Contacts == 0 ? 0 : (double)ContainedForGood / Contacts;

    /// <summary>Mean wait of those whom an agent had.</summary>
    public TimeSpan MeanWait => Waits.Count == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Waits.Average());

    /// <summary>19 of 20 of those waited no longer.</summary>
    public TimeSpan LongWait => Waits.Count == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Waits[(int)(0.95 * (Waits.Count - 1))]);

    /// <summary>Several weeks together.</summary>
    public static ContactWeekReport Of(IReadOnlyList<ContactWeekReport> weeks) => new()
    {
        Contacts = weeks.Sum(static week => week.Contacts),
        Repeats = weeks.Sum(static week => week.Repeats),
        Contained = weeks.Sum(static week => week.Contained),
        ContainedForGood = weeks.Sum(static week => week.ContainedForGood),
        Queued = weeks.Sum(static week => week.Queued),
        GaveUp = weeks.Sum(static week => week.GaveUp),
        Waits = [.. weeks.SelectMany(static week => week.Waits).Order()],
        Escalated = weeks.Sum(static week => week.Escalated),
        EscalatedServed = weeks.Sum(static week => week.EscalatedServed),
    };
}
