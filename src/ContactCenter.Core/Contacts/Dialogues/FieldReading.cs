using System.Globalization;
using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration.Dialogues;

namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>Reads what a field of a dialogue takes out of what a customer said, and says it back. Pure.</summary>
internal static partial class FieldReading
{
    /// <summary>How far ahead a day may be where nothing else is configured.</summary>
    private const int UsualDays = 366;

    private const int CardDigits = 4;

    /// <summary>Digits of the whole number of a card (ISO/IEC 7812).</summary>
    private const int MinimumCard = 12;
    private const int MaximumCard = 19;

    /// <summary>A pattern of a configuration may be anything; nobody waits for it.</summary>
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    private static readonly string[] EnglishMonths =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"
    ];

    private static readonly string[] GermanMonths =
    [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"
    ];

    /// <summary>The value as the function gets it, or null: it is not there, or not within what the field takes.</summary>
    public static string? Read(DialogueField field, string text, SaidWords words, DialogueContext context)
    {
        var value = field.Kind switch
        {
            DialogueFieldKind.CardEnding => Card(words),
            DialogueFieldKind.Digits => Digits(words, (int)(field.Minimum ?? 1), (int)(field.Maximum ?? FieldLimits.MaximumDigits)),
            DialogueFieldKind.Date => DateReading.Of(text, words, context.Today, context.IsMonthFirst)
                ?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DialogueFieldKind.Amount => Amount(text, words),
            DialogueFieldKind.Choice => Choice(field, text, words, context.Language),
            _ => Plain(text),
        };
        return value is not null && IsWithin(field, value, context.Today) ? value : null;
    }

    /// <summary>Whether a value that comes back with the contact is one: attributes of a contact can be changed on their way.</summary>
    public static bool IsWithin(DialogueField field, string value, DateOnly today)
    {
        var (minimum, maximum) = (field.Minimum ?? 0, field.Maximum ?? double.MaxValue);
        var isWithin = field.Kind switch
        {
            DialogueFieldKind.CardEnding => value.Length == CardDigits && value.All(char.IsAsciiDigit),
            DialogueFieldKind.Digits => value.All(char.IsAsciiDigit) && value.Length >= Math.Max(1, minimum)
                && value.Length <= Math.Min(FieldLimits.MaximumDigits, maximum),
            DialogueFieldKind.Date => Day(value) is { } day
                && day.DayNumber - today.DayNumber is var ahead && ahead >= minimum && ahead <= (field.Maximum ?? UsualDays),
            DialogueFieldKind.Amount => Number(value) is { } amount && (double)amount >= minimum && (double)amount <= maximum,
            DialogueFieldKind.Choice => field.Choices.Any(choice => choice.Value == value),
            _ => value.Length >= Math.Max(1, minimum) && value.Length <= Math.Min(FieldLimits.MaximumWords, maximum),
        };
        return isWithin && (field.Pattern is null || Matches(field.Pattern, value));
    }

    /// <summary>The value as a customer hears or reads it.</summary>
    public static string Said(DialogueField field, string value, string language, bool isSpoken) => field.Kind switch
    {
        // a voice would make a number of it
        DialogueFieldKind.CardEnding or DialogueFieldKind.Digits => isSpoken ? string.Join(' ', value.AsEnumerable()) : value,
        DialogueFieldKind.Date => Named(Day(value)!.Value, language),
        DialogueFieldKind.Amount => language == "de" ? value.Replace('.', ',') : value,
        DialogueFieldKind.Choice =>
            field.Choices.First(choice => choice.Value == value).Words.GetValueOrDefault(language) is [var word, ..] ? word : value,
        _ => value,
    };

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static decimal? Number(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Named(DateOnly day, string language) => language == "de"
        ? $"{day.Day}. {GermanMonths[day.Month - 1]}"
        : $"{EnglishMonths[day.Month - 1]} {day.Day}";

    private static bool Matches(string pattern, string value)
    {
        try
        {
            return Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant, PatternTime);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string? Card(SaidWords words)
    {
        var runs = Runs(words);
        string[] four = [.. runs.Where(static run => run.Length == CardDigits)];
        var all = string.Concat(runs);
        return all.Length is >= MinimumCard and <= MaximumCard ? all[^CardDigits..]
            : runs.FirstOrDefault(static run => run.Length is >= MinimumCard and <= MaximumCard) is { } whole ? whole[^CardDigits..]
            : four is [var only] ? only
            : four.Length == 0 && all.Length == CardDigits ? all
            : null;
    }

    private static string? Digits(SaidWords words, int minimum, int maximum)
    {
        var runs = Runs(words);
        string[] fitting = [.. runs.Where(run => run.Length >= minimum && run.Length <= maximum)];
        var all = string.Concat(runs);
        return fitting is [var only] && (runs.Count == 1 || minimum > 1) ? only
            : fitting.Length != 1 && all.Length >= Math.Max(1, minimum) && all.Length <= maximum ? all
            : null;
    }

    /// <summary>
    /// Digits that are said one behind the other: as figures, as words, in pairs ("forty eight twenty one", "achtundvierzig").
    /// </summary>
    private static List<string> Runs(SaidWords words)
    {
        var runs = new List<string>();
        var run = "";
        for (var i = 0; i < words.All.Count; i++)
        {
            var word = words.All[i];
            if (word.All(char.IsAsciiDigit))
            {
                run += word;
            }
            else if (NumberWords.Digit(word) is { } digit)
            {
                run += digit;
            }
            else if (NumberWords.Ten(word) is { } ten && i + 1 < words.All.Count && NumberWords.Digit(words.All[i + 1]) is { } unit and > 0)
            {
                run += ten + unit;
                i++;
            }
            else if (NumberWords.Of(word) is { } pair and < 100)
            {
                run += pair;
            }
            else if (run.Length > 0)
            {
                runs.Add(run);
                run = "";
            }
        }

        return run.Length > 0 ? [.. runs, run] : runs;
    }

    private static string? Amount(string text, SaidWords words)
    {
        var figures = Figures().Matches(text);
        if (figures.Count > 1)
        {
            return null;
        }

        if (figures.Count == 1)
        {
            var factor = words.HasPhrase(["thousand", "tausend"]) ? 1000 : words.HasPhrase(["hundred", "hundert"]) ? 100 : 1;
            return InFigures(figures[0].Value) is { } amount ? Text(amount * factor) : null;
        }

        double? said = null;
        for (var i = 0; i < words.All.Count;)
        {
            if (NumberWords.At(words.All, i) is not { } number || (number.Words == 1 && words.All[i] is "ein" or "eine" or "oh"))
            {
                i++;
                continue;
            }

            i += number.Words;
            var isCents = i < words.All.Count && words.All[i] is "cent" or "cents";
            switch (said)
            {
                case null when !isCents:
                    said = number.Value;
                    break;
                case not null when isCents && number.Value < 100:
                    said += number.Value / 100;
                    break;
                default:
                    return null;
            }
        }

        return said is { } whole ? Text((decimal)whole) : null;
    }

    /// <summary>The last mark is that of decimals, unless three digits follow it; a star is one on the telephone.</summary>
    private static decimal? InFigures(string figures)
    {
        var plain = figures.Replace('*', '.').Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var last = plain.LastIndexOfAny(['.', ',']);
        var isDecimal = last >= 0 && plain.Length - last - 1 is 1 or 2;
        var digits = isDecimal
            ? $"{Bare(plain[..last])}.{plain[(last + 1)..]}"
            : Bare(plain);
        return Number(digits);
    }

    private static string Bare(string figures) => string.Concat(figures.Where(char.IsAsciiDigit));

    private static string Text(decimal amount) => amount == decimal.Truncate(amount)
        ? amount.ToString("0", CultureInfo.InvariantCulture)
        : amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string? Choice(DialogueField field, string text, SaidWords words, string language)
    {
        if (text.Trim() is { Length: 1 } key && key[0] is >= '1' and <= '9')
        {
            return field.Choices.ElementAtOrDefault(key[0] - '1')?.Value;
        }

        string[] meant =
        [
            .. field.Choices
                .Where(choice => words.HasPhrase((choice.Words.GetValueOrDefault(language) ?? []).Append(choice.Value)
                    .Select(static said => SaidWords.Of(said).Joined.Trim())))
                .Select(static choice => choice.Value),
        ];
        return meant is [var only] ? only : null;
    }

    /// <summary>Words as they are, but for the whole number of a card.</summary>
    private static string? Plain(string text)
    {
        var bare = CardNumber().Replace(text, static card => string.Concat(Bare(card.Value).TakeLast(CardDigits)));
        var plain = Blanks().Replace(bare, " ").Trim();
        return plain.Length == 0 ? null : plain;
    }

    [GeneratedRegex(@"\d{1,3}([.,' ]\d{3})+([.,*]\d{1,2})?(?!\d)|\d+([.,*]\d{1,2})?(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Figures();

    [GeneratedRegex(@"(\d[ -]?){11,18}\d", RegexOptions.ExplicitCapture)]
    private static partial Regex CardNumber();

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Blanks();
}
