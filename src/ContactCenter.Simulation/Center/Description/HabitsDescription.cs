namespace ContactCenter.Simulation.Center.Description;

/// <summary>
/// What a center does day and night: it closes, calls back, answers chats, tasks and e-mails, speaks two languages. A center without habits
/// takes whatever call comes, at any time, and nothing else.
/// </summary>
public sealed record HabitsDescription
{
    /// <summary>Share of those who call a closed queue and ask to be called back; the others hang up.</summary>
    public double CallbackShare { get; init; } = 0.04;

    /// <summary>Share of callers who speak the second language only.</summary>
    public double SecondLanguageShare { get; init; } = 0.2;

    /// <summary>Share of agents who speak both languages.</summary>
    public double BilingualShare { get; init; } = 0.45;

    /// <summary>So many agents of a group speak both at least, where there are as many: the few of a night can serve everybody.</summary>
    public int FewestBilingual { get; init; } = 6;

    /// <summary>Share of talks that a bad line cuts off; the customer calls again.</summary>
    public double CutShare { get; init; } = 0.004;

    /// <summary>Share of those who are paid that is on a break around noon, and planned to be.</summary>
    public double NoonBreakShare { get; init; } = 0.2;

    /// <summary>Calls on a holiday for each call of the same weekday.</summary>
    public double HolidayShare { get; init; } = 0.3;

    /// <summary>Days on which the center is closed.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Share of the agents of a shift who log in each minute until all are there.</summary>
    public double LoginsPerMinute { get; init; } = 0.13;

    /// <summary>Share of them who go each minute when fewer are needed.</summary>
    public double LeavesPerMinute { get; init; } = 0.04;

    /// <summary>Minutes in which callbacks that waited for a queue to open are planned to be worked off.</summary>
    public double BacklogMinutes { get; init; } = 8;
}
