using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ContactCenter.Language.Text;

namespace ContactCenter.Core.Contacts.Surveys;

/// <summary>
/// Finds the rating in what a customer wrote or said, English and German. What names its scale counts first ("4 of 5", "4 stars", rows
/// of stars), then a number that stands alone between two marks, then the last number. What counts something else ("2 people",
/// "3 hours") is none. Two numbers of the same rank that differ are no rating: it is better to ask again.
/// </summary>
internal static partial class RatingText
{
    private const char Star = '⭐';

    /// <summary>Beyond it nobody rates.</summary>
    private const int MaximumCharacters = 2000;

    private static readonly HashSet<string> Counted = new(StringComparer.OrdinalIgnoreCase)
    {
        "hour", "hours", "minute", "minutes", "min", "mins", "second", "seconds", "day", "days", "week", "weeks", "month", "months", "year",
        "years", "time", "times", "people", "person", "persons", "agent", "agents", "call", "calls", "colleagues", "employees", "euro", "euros",
        "dollar", "dollars", "pounds", "am", "pm", "questions", "problems", "things", "attempts", "transfers", "orders", "cards", "letters",
        "Stunde", "Stunden", "Minuten", "Sekunden", "Tag", "Tage", "Tagen", "Woche", "Wochen", "Monat", "Monate", "Monaten", "Jahr", "Jahre",
        "Jahren", "Mal", "Leute", "Personen", "Mitarbeiter", "Mitarbeitern", "Mitarbeiterinnen", "Anrufe", "Anrufen", "Uhr", "Fragen", "Probleme",
        "Problemen", "Dinge", "Kollegen", "Menschen", "Briefe", "Karten",
    };

    private static readonly HashSet<string> Joining = new(StringComparer.OrdinalIgnoreCase)
    {
        "or", "to", "and", "maybe", "perhaps", "rather", "oder", "bis", "und", "vielleicht", "eher", "-", "–", "—", "/",
    };

    // of "no one", "this one" and "the one who" no number is meant
    private static readonly HashSet<string> BeforeOne = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "the", "this", "that", "which", "any", "every", "some", "another", "each",
    };

    /// <summary>The rating, 1 to <see cref="Survey.Best"/>; null when there is none, or more than one.</summary>
    public static int? Find(string text)
    {
        var pieces = Piece().Matches(Plain(text[..Math.Min(text.Length, MaximumCharacters)])).Select(static match => match.Value).ToArray();
        List<int> scaled = [], alone = [];
        List<(int At, int Value)> all = [];
        var isOtherScale = false;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i][0] == Star && !(i > 0 && Number(pieces, i - 1) is not null))
            {
                scaled.Add(pieces[i].Count(static letter => letter == Star));
            }
            else if (Number(pieces, i) is { } number)
            {
                switch (Scale(pieces, i))
                {
                    case Survey.Best:
                        scaled.Add(number);
                        break;
                    case not null:
                        isOtherScale = true;
                        break;
                    default:
                        if (number is >= 1 and <= Survey.Best && !(i + 1 < pieces.Length && Counted.Contains(pieces[i + 1])))
                        {
                            all.Add((i, number));
                            if (IsEdge(pieces, i - 1) && IsEdge(pieces, i + 1))
                            {
                                alone.Add(number);
                            }
                        }

                        break;
                }

                i += Scale(pieces, i) is null ? 0 : 1;
            }
        }

        return scaled.Count > 0 ? Only(scaled)
            : isOtherScale ? null
            : alone.Count > 0 ? Only(alone)
            : all.Count > 0 ? Last(all, pieces)
            : null;
    }

    private static int? Only(List<int> values) => values.TrueForAll(value => value == values[0]) && values[0] is >= 1 and <= Survey.Best
        ? values[0]
        : null;

    private static int? Last(List<(int At, int Value)> all, string[] pieces)
    {
        var (at, value) = all[^1];
        var isOneOfTwo = all.Count > 1
            && all[^2].Value != value
            && pieces.AsSpan((all[^2].At + 1)..at) is { Length: <= 2 } between
            && All(between, Joining.Contains);
        return isOneOfTwo ? null : value;
    }

    private static bool All(ReadOnlySpan<string> pieces, Func<string, bool> holds)
    {
        foreach (var piece in pieces)
        {
            if (!holds(piece))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The number of a piece, also one beyond the scale; null for what is none.</summary>
    private static int? Number(string[] pieces, int at) => pieces[at].ToUpperInvariant() switch
    {
        "ONE" => IsNumberOne(pieces, at) ? 1 : null,
        "EINS" => 1,
        "EIN" or "EINEN" => at + 1 < pieces.Length && StarWord().IsMatch(pieces[at + 1]) ? 1 : null,
        "TWO" or "ZWEI" => 2,
        "THREE" or "DREI" => 3,
        "FOUR" or "VIER" => 4,
        "FIVE" or "FÜNF" or "FUENF" => 5,
        var piece => int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    private static bool IsNumberOne(string[] pieces, int at)
    {
        var next = at + 1 < pieces.Length ? pieces[at + 1] : "";
        var isOfMany = string.Equals(next, "of", StringComparison.OrdinalIgnoreCase)
            && !(at + 2 < pieces.Length && Number(pieces, at + 2) is not null);
        return !isOfMany && !(at > 0 && BeforeOne.Contains(pieces[at - 1]));
    }

    /// <summary>The scale that a number names: of "4 of 5", "4/5" and "4 stars" it is 5; null when it names none.</summary>
    private static int? Scale(string[] pieces, int at)
    {
        var next = at + 1;
        if (next >= pieces.Length)
        {
            return null;
        }

        if (pieces[next] == $"{Star}" || StarWord().IsMatch(pieces[next]))
        {
            return Survey.Best;
        }

        next += pieces[next] is "out" or "Out" ? 1 : 0;
        return next + 1 < pieces.Length && pieces[next] is "of" or "von" or "aus" or "/" ? Number(pieces, next + 1) : null;
    }

    private static bool IsEdge(string[] pieces, int at) => at < 0 || at >= pieces.Length
        || pieces[at] is "," or "." or ";" or ":" or "!" or "?" or "(" or ")" or "\n" or "#" or "*";

    /// <summary>Digits of any script and of keycaps as plain ones, stars of any kind as one of them.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in LetterComposition.Compose(text).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                0xFE0F or 0x20E3 => plain,
                '★' or Star or 0x1F31F => plain.Append(Star),
                _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber => plain.Append((int)Rune.GetNumericValue(rune)),
                _ => plain.Append(rune.ToString()),
            };
        }

        return plain.ToString();
    }

    // a number with a fraction, a sign or a letter at it is a piece of its own, and none that rates
    [GeneratedRegex(
        @"⭐(?:[ \t]*⭐)*|-?[\p{L}\p{M}\d]*\d+[.,]\d[\d.,]*|(?<=[\p{L}\d]\s?)-|-\d+|\d+(?=[^\p{L}\p{M}\d]|$)|[\p{L}\p{M}\d'’]+|\n|[^\s\p{L}\p{M}\d]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex("^(?:stars?|sterne?n?|points?|punkte?n?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StarWord();
}
