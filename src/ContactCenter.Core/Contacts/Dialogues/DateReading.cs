using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>A day as customers say it, type it or key it in: tomorrow, Friday, 3. Dezember, December 3rd, 03.12.2026, 03122026.</summary>
internal static partial class DateReading
{
    /// <summary>Names of the months, from January on.</summary>
    internal static readonly string[][] Months =
    [
        ["january", "januar", "jan", "jaenner"], ["february", "februar", "feb"], ["march", "maerz", "mar"], ["april", "apr"],
        ["may", "mai"], ["june", "juni", "jun"], ["july", "juli", "jul"], ["august", "aug"], ["september", "sept", "sep"],
        ["october", "oktober", "oct", "okt"], ["november", "nov"], ["december", "dezember", "dec", "dez"],
    ];

    /// <summary>By <see cref="DayOfWeek"/>.</summary>
    internal static readonly string[][] Weekdays =
    [
        ["sunday", "sonntag"], ["monday", "montag"], ["tuesday", "dienstag"], ["wednesday", "mittwoch"], ["thursday", "donnerstag"],
        ["friday", "freitag"], ["saturday", "samstag", "sonnabend"],
    ];

    /// <summary>The day, or null: there is none, or more than one.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="words">The same as words.</param>
    /// <param name="today">The day on which it was said.</param>
    /// <param name="isMonthFirst">In figures the month stands before the day.</param>
    public static DateOnly? Of(string text, SaidWords words, DateOnly today, bool isMonthFirst) =>
        InFigures(text, today, isMonthFirst) ?? WithMonth(words.All, today) ?? OnWeekday(words.All, today) ?? Relative(words, today);

    private static DateOnly? InFigures(string text, DateOnly today, bool isMonthFirst)
    {
        if (Iso().Match(text) is { Success: true } iso)
        {
            return Day(Number(iso, "y"), Number(iso, "m"), Number(iso, "d"), today);
        }

        if (Dotted().Match(text) is { Success: true } dotted)
        {
            return Day(Number(dotted, "y"), Number(dotted, "m"), Number(dotted, "d"), today);
        }

        if (Slashed().Match(text) is { Success: true } slashed)
        {
            return Either(Number(slashed, "a")!.Value, Number(slashed, "b")!.Value, Number(slashed, "y"), today, isMonthFirst);
        }

        return Keyed().Match(text) is { Success: true } keyed
            ? Either(Number(keyed, "a")!.Value, Number(keyed, "b")!.Value, Number(keyed, "y"), today, isMonthFirst)
            : null;
    }

    private static DateOnly? Either(int first, int second, int? year, DateOnly today, bool isMonthFirst) =>
        isMonthFirst
            ? Day(year, first, second, today) ?? Day(year, second, first, today)
            : Day(year, second, first, today) ?? Day(year, first, second, today);

    private static DateOnly? WithMonth(IReadOnlyList<string> words, DateOnly today)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var month = Array.FindIndex(Months, names => names.Contains(words[i])) + 1;
            if (month == 0)
            {
                continue;
            }

            var before = i > 0 && words[i - 1] is "of" ? i - 2 : i - 1;
            var year = words.Skip(i + 1).Take(3).Select(static word => word.Length == 4 && int.TryParse(word, out var y) ? y : (int?)null)
                .FirstOrDefault(static y => y is not null);
            if (((before >= 0 ? DayUpTo(words, before) : null) ?? DayFrom(words, i + 1)) is { } day)
            {
                return Day(year, month, day, today);
            }
        }

        return null;
    }

    /// <summary>The day of a month that ends at a word: eleventh, twenty first.</summary>
    private static int? DayUpTo(IReadOnlyList<string> words, int at) =>
        DayNumber(words[at]) is not { } day ? null
        : day < 10 && at > 0 && NumberWords.Ten(words[at - 1]) is { } ten and (20 or 30) ? ten + day
        : day;

    private static int? DayFrom(IReadOnlyList<string> words, int at)
    {
        var start = at < words.Count && words[at] is "the" ? at + 1 : at;
        return start >= words.Count ? null
            : NumberWords.Ten(words[start]) is { } ten and (20 or 30) && start + 1 < words.Count
                && DayNumber(words[start + 1]) is { } unit and < 10
                ? ten + unit
            : DayNumber(words[start]);
    }

    private static int? DayNumber(string word) =>
        (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : NumberWords.Ordinal(word) ?? NumberWords.Of(word)) is { } day and >= 1 and <= 31
            ? day
            : null;

    /// <summary>The next one: today's name is a week from now.</summary>
    private static DateOnly? OnWeekday(IReadOnlyList<string> words, DateOnly today)
    {
        int[] named = [.. Enumerable.Range(0, Weekdays.Length).Where(day => words.Any(Weekdays[day].Contains))];
        if (named is not [var weekday])
        {
            return null;
        }

        var ahead = (weekday - (int)today.DayOfWeek + Weekdays.Length) % Weekdays.Length;
        return today.AddDays(ahead == 0 ? Weekdays.Length : ahead);
    }

    private static DateOnly? Relative(SaidWords words, DateOnly today)
    {
        var said = words.All;
        for (var i = 0; i + 2 < said.Count; i++)
        {
            if (said[i] is "in" && Amount(said[i + 1]) is { } amount)
            {
                return said[i + 2] switch
                {
                    "day" or "days" or "tag" or "tagen" => today.AddDays(amount),
                    "week" or "weeks" or "woche" or "wochen" => today.AddDays(7 * amount),
                    _ => null,
                };
            }
        }

        return words.HasPhrase(["day after tomorrow", "uebermorgen"]) ? today.AddDays(2)
            : words.HasPhrase(["tomorrow", "morgen"]) && !words.HasPhrase(["guten morgen"]) ? today.AddDays(1)
            : words.HasPhrase(["today", "heute"]) ? today
            : null;
    }

    private static int? Amount(string word) =>
        word is "a" or "einem" or "einer" ? 1
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 366 ? number
        : NumberWords.Of(word) is { } said and <= 366 ? said
        : null;

    /// <summary>A day that is there; without a year it is the next one.</summary>
    private static DateOnly? Day(int? year, int? month, int? day, DateOnly today)
    {
        var full = year is < 100 ? 2000 + year.Value : year ?? today.Year;
        if (Exists(full, month, day) is not { } date)
        {
            // the 29th of February may be in the next year alone
            return year is null ? Exists(full + 1, month, day) : null;
        }

        return year is null && date < today ? Exists(full + 1, month, day) : date;
    }

    /// <summary>The day, where the calendar has it.</summary>
    internal static DateOnly? Exists(int year, int? month, int? day) =>
        month is >= 1 and <= 12 && day is >= 1 && year is >= 1900 and <= 2999 && day <= DateTime.DaysInMonth(year, month.Value)
            ? new DateOnly(year, month.Value, day.Value)
            : null;

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.?(\s?(?<y>\d{4}|\d{2}))?(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<!\d)(?<a>\d{1,2})/(?<b>\d{1,2})(/(?<y>\d{4}|\d{2}))?(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Slashed();

    /// <summary>Keys of a telephone: day and month, or month and day, and a year perhaps.</summary>
    [GeneratedRegex(@"^\s*(?<a>\d{2})(?<b>\d{2})(?<y>\d{4}|\d{2})?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Keyed();
}
