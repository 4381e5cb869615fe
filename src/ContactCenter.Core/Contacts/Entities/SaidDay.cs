using ContactCenter.Core.Contacts.Dialogues;

namespace ContactCenter.Core.Contacts.Entities;

/// <summary>
/// A day that a customer names, past or to come. Without a year it is the nearest one; of a weekday alone nobody knows which week is meant,
/// so it is none, nor is a day years away, which is more often a birthday than what the contact is about.
/// </summary>
internal static class SaidDay
{
    private const int Week = 7;
    private const int MaximumYears = 2;
    private const int MaximumAmount = 366;
    private const int YearDigits = 4;

    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    /// <summary>The first day; null where there is none.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="today">The day on which it was said.</param>
    /// <param name="isMonthFirst">In figures with slashes the month stands before the day.</param>
    public static DateOnly? Find(SaidTokens said, DateOnly today, bool isMonthFirst)
    {
        for (var at = 0; at < said.Count; at++)
        {
            if ((InFigures(said, at, today, isMonthFirst) ?? WithMonth(said, at, today) ?? Relative(said, at, today)
                ?? OnWeekday(said, at, today)) is { } day && Math.Abs(day.DayNumber - today.DayNumber) <= MaximumYears * MaximumAmount)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>How many words a day in figures takes that begins at a word, whenever it is; 0: none does.</summary>
    public static int LengthInFigures(SaidTokens said, int at) =>
        InFigures(said, at, AnyDay, isMonthFirst: false) is null ? 0
        : said.IsFigures(at + 2) && said.Gap(at + 2) is "." or ". " or "-" or "/" ? 3
        : 2;

    private static DateOnly? InFigures(SaidTokens said, int at, DateOnly today, bool isMonthFirst)
    {
        // what goes on before is another number, such as that of an order
        if (said.IsGlued(at) || (at > 0 && said.IsFigures(at - 1) && said.Gap(at) is "." or "/" or "-" or ","))
        {
            return null;
        }

        if (said[at].Length == YearDigits && said.Gap(at + 1) is "-" && said.Gap(at + 2) is "-")
        {
            return Day(said.Figures(at, YearDigits), said.Figures(at + 1, 2), said.Figures(at + 2, 2), today);
        }

        if (said.Figures(at, 2) is not { } first || said.Figures(at + 1, 2) is not { } second)
        {
            return null;
        }

        var year = said.Figures(at + 2, YearDigits);
        if (said.Gap(at + 1) is "/")
        {
            // without a year it may be a half
            return year is null || said.Gap(at + 2) is not "/" ? null
                : isMonthFirst ? Day(year, first, second, today) ?? Day(year, second, first, today)
                : Day(year, second, first, today) ?? Day(year, first, second, today);
        }

        if (said.Gap(at + 1) is not ("." or ". "))
        {
            return null;
        }

        // 12.30 is a time or an amount, unless a mark ends it behind a word of time
        return year is not null && said.Gap(at + 2) is "." or ". " ? Day(year, second, first, today)
            : said.Gap(at + 2).StartsWith('.') && IsBeforeDay(said[at - 1]) ? Day(null, second, first, today)
            : null;
    }

    private static bool IsBeforeDay(string word) => word is "am" or "vom" or "bis" or "seit" or "zum" or "ab" or "dem" or "den" or "der"
        or "on" or "since" or "until" or "from" or "of" or "the";

    private static DateOnly? WithMonth(SaidTokens said, int at, DateOnly today)
    {
        var month = Array.FindIndex(DateReading.Months, names => names.Contains(said[at])) + 1;
        if (month == 0)
        {
            return null;
        }

        var before = said[at - 1] is "of" ? at - 2 : at - 1;
        var isNear = said.Gap(at) is " " or "." or ". ";
        if (isNear && DayUpTo(said, before) is { } day)
        {
            return Day(Year(said, at + 1), month, day, today);
        }

        var from = said[at + 1] is "the" ? at + 2 : at + 1;
        return said.Gap(from) is " " && DayFrom(said, from) is var (number, end) ? Day(Year(said, end), month, number, today) : null;
    }

    private static int? Year(SaidTokens said, int at) =>
        said[at].Length == YearDigits && said.Gap(at) is " " or ", " ? said.Figures(at, YearDigits) : null;

    /// <summary>The day of a month that ends at a word: 3rd, 3., eleventh, twenty first.</summary>
    private static int? DayUpTo(SaidTokens said, int at)
    {
        if (IsEnding(said, at))
        {
            return said.Figures(at - 1, 2);
        }

        return said.Figures(at, 2) ?? (Ordinal(said[at]) is not { } day ? null
            : day < 10 && NumberWords.Ten(said[at - 1]) is { } ten and (20 or 30) ? ten + day
            : day);
    }

    private static (int Day, int End)? DayFrom(SaidTokens said, int at) =>
        said.Figures(at, 2) is { } figures ? (figures, IsEnding(said, at + 1) ? at + 2 : at + 1)
        : NumberWords.Ten(said[at]) is { } ten and (20 or 30) && Ordinal(said[at + 1]) is { } unit and < 10 ? (ten + unit, at + 2)
        : Ordinal(said[at]) is { } day ? (day, at + 1)
        : null;

    private static bool IsEnding(SaidTokens said, int at) => said.IsGlued(at) && said[at] is "st" or "nd" or "rd" or "th";

    private static int? Ordinal(string word) => word.Length == 0 ? null : NumberWords.Ordinal(word);

    private static DateOnly? Relative(SaidTokens said, int at, DateOnly today) => said[at] switch
    {
        "today" or "heute" => today,
        "yesterday" => today.AddDays(IsDayBefore(said, at, "before") ? -2 : -1),
        "gestern" => today.AddDays(-1),
        "vorgestern" => today.AddDays(-2),
        "tomorrow" => today.AddDays(IsDayBefore(said, at, "after") ? 2 : 1),
        "morgen" when IsTomorrow(said, at) => today.AddDays(1),
        "uebermorgen" => today.AddDays(2),
        "in" => Span(said, at + 1) is var (days, _) ? today.AddDays(days) : null,
        "vor" => Span(said, at + 1) is var (days, _) ? today.AddDays(-days) : null,
        _ => Span(said, at) is var (days, end) && said[end] is "ago" ? today.AddDays(-days) : null,
    };

    private static bool IsDayBefore(SaidTokens said, int at, string word) => said[at - 1] == word && said[at - 2] is "day";

    /// <summary>"Guten Morgen" and "heute Morgen" are of another day, and "Morgen, …" greets.</summary>
    private static bool IsTomorrow(SaidTokens said, int at) =>
        said[at - 1] is not ("guten" or "guter" or "schoenen" or "heute" or "gestern" or "am" or "jeden" or "diesen" or "vorgestern")
        && !(at == 0 && said.Gap(at + 1).IndexOfAny(",!.") >= 0);

    private static (int Days, int End)? Span(SaidTokens said, int at)
    {
        var days = said[at + 1] switch
        {
            "day" or "days" or "tag" or "tage" or "tagen" => 1,
            "week" or "weeks" or "woche" or "wochen" => Week,
            _ => 0,
        };
        var number = said[at] is "a" or "einem" or "einer" ? 1 : said.Figures(at, 3) ?? NumberWords.Of(said[at]);
        return days > 0 && number is >= 1 and <= MaximumAmount ? (number.Value * days, at + 2) : null;
    }

    private static DateOnly? OnWeekday(SaidTokens said, int at, DateOnly today)
    {
        var weekday = Array.FindIndex(DateReading.Weekdays, names => names.Contains(said[at]));
        if (weekday < 0)
        {
            return null;
        }

        var ahead = (weekday - (int)today.DayOfWeek + Week) % Week;
        var next = today.AddDays(ahead == 0 ? Week : ahead);
        var last = next.AddDays(-(ahead == 0 ? 2 * Week : Week));
        var monday = today.AddDays(-(((int)today.DayOfWeek + Week - 1) % Week));

        // of "next Friday" on a Tuesday people do not agree; of "next Monday" they do
        return said[at - 1] switch
        {
            "last" or "letzten" or "letzter" or "vergangenen" or "vorigen" => last < monday ? last : null,
            "next" or "naechsten" or "naechster" => next >= monday.AddDays(Week) ? next : null,
            "this" or "diesen" or "dieser" => next < monday.AddDays(Week) ? next : null,
            "coming" or "kommenden" or "kommender" => next,
            _ => null,
        };
    }

    /// <summary>A day that is there; without a year the nearest one.</summary>
    private static DateOnly? Day(int? year, int? month, int? day, DateOnly today) => year is { } said
        ? DateReading.Exists(said < 100 ? 2000 + said : said, month, day)
        : Enumerable.Range(today.Year - 1, 3).Select(one => DateReading.Exists(one, month, day)).OfType<DateOnly>()
            .OrderBy(one => Math.Abs(one.DayNumber - today.DayNumber)).Select(static one => (DateOnly?)one).FirstOrDefault();
}
