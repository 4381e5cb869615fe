namespace ContactCenter.Plots;

/// <summary>What every plot has: a name in its page, what it shows in words, and its size.</summary>
public sealed record PlotFrame
{
    /// <summary>Narrower no axis has room for its labels, in units of the drawing.</summary>
    public const int MinimumWidth = 240;

    /// <summary>Wider no page shows a plot.</summary>
    public const int MaximumWidth = 2000;

    /// <summary>Lower no line can be told from another.</summary>
    public const int MinimumHeight = 120;

    /// <summary>Higher no page shows a plot.</summary>
    public const int MaximumHeight = 1200;

    /// <summary>Longer nobody listens to.</summary>
    private const int MaximumTitle = 200;

    private const int MaximumDescription = 1000;

    /// <summary>A frame.</summary>
    /// <param name="id">Tells the plot from others in its page: ASCII letters, digits and hyphens, a letter first.</param>
    /// <param name="title">What it shows; a screen reader says it.</param>
    /// <param name="description">What there is to see in it, with its numbers; a screen reader says it after the title.</param>
    /// <exception cref="ArgumentException">The id cannot be one, or the title is empty.</exception>
    public PlotFrame(string id, string title, string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        if (!id.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign == '-') || id.Length == 0 || !char.IsAsciiLetter(id[0]))
        {
            throw new ArgumentException("An id has ASCII letters, digits and hyphens, and begins with a letter.", nameof(id));
        }

        (Id, Title, Description) = (id, SvgText.Shortened(title, MaximumTitle), SvgText.Shortened(description, MaximumDescription));
    }

    /// <summary>Tells the plot from others in its page.</summary>
    public string Id { get; }

    /// <summary>What it shows.</summary>
    public string Title { get; }

    /// <summary>What there is to see in it.</summary>
    public string Description { get; }

    /// <summary>Width of the drawing; text has a size of 12. Values out of bounds count as the bound.</summary>
    public int Width { get; init => field = Math.Clamp(value, MinimumWidth, MaximumWidth); } = 720;

    /// <summary>Height of the drawing.</summary>
    public int Height { get; init => field = Math.Clamp(value, MinimumHeight, MaximumHeight); } = 240;

    /// <summary>How numbers, days and months are written.</summary>
    public PlotWords Words { get; init; } = PlotWords.English;
}

/// <summary>How numbers, days and months are written in the language of the reader.</summary>
/// <param name="DecimalMark">What parts the whole from its fraction.</param>
/// <param name="GroupMark">What parts thousands.</param>
/// <param name="Days">Short names of the days of the week, Monday first.</param>
/// <param name="Months">Short names of the months, January first.</param>
/// <param name="DayFirst">True: the day before the month, as in 30. Nov.</param>
public sealed record PlotWords(
    string DecimalMark, string GroupMark, IReadOnlyList<string> Days, IReadOnlyList<string> Months, bool DayFirst)
{
    /// <summary>English.</summary>
    public static PlotWords English { get; } = new(
        ".",
        ",",
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        DayFirst: false);

    /// <summary>A day of the year, such as <c>Nov 30</c>.</summary>
    internal string Date(DateTime day)
    {
        var (number, month) = (SvgText.Number(day.Day), Months[day.Month - 1]);
        return DayFirst ? $"{number}. {month}" : $"{month} {number}";
    }
}
