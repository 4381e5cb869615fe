using System.Globalization;
using ContactCenter.Core.Contacts.Dialogues;

namespace ContactCenter.Core.Contacts.Entities;

/// <summary>An amount of money as customers say or write it. A number without a currency is none.</summary>
/// <param name="Amount">The amount.</param>
/// <param name="Currency">Its code (ISO 4217).</param>
internal readonly record struct SaidAmount(decimal Amount, string Currency)
{
    private const int MaximumDigits = 9;
    private const int GroupDigits = 3;
    private const int CentDigits = 2;

    /// <summary>The amount as a flow compares it: with cents where it has some.</summary>
    public string Text => Amount == decimal.Truncate(Amount)
        ? Amount.ToString("0", CultureInfo.InvariantCulture)
        : Amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The first amount; null where there is none.</summary>
    public static SaidAmount? Find(SaidTokens said)
    {
        for (var at = 0; at < said.Count; at++)
        {
            if (IsBefore(said[at]) && CodeOf(said[at]) is { } before && at + 1 < said.Count && IsNear(said, at + 1)
                && InFigures(said, at + 1) is { } behind && !IsNumberBefore(said, at))
            {
                return new SaidAmount(behind.Value, before);
            }

            // a number is read from its beginning
            if (!(at > 0 && said.IsGlued(at) && !IsBefore(said[at - 1])) && Number(said, at) is { } number
                && number.End < said.Count && IsNear(said, number.End) && CodeOf(said[number.End]) is { } after)
            {
                return new SaidAmount(number.Value + Cents(said, number), after);
            }
        }

        return null;
    }

    /// <summary>"20 $ 5" is twenty dollars.</summary>
    private static bool IsNumberBefore(SaidTokens said, int at) => at > 0 && said.IsFigures(at - 1) && IsNear(said, at);

    private static (decimal Value, int End)? Number(SaidTokens said, int at) =>
        said.IsFigures(at) ? InFigures(said, at)
        : NumberWords.At(said.Words, at) is { } words ? ((decimal)words.Value, at + words.Words)
        : null;

    /// <summary>What is said behind the currency: "3 euros 50", "drei Euro fünfzig". What goes on with a unit is another number.</summary>
    private static decimal Cents(SaidTokens said, (decimal Value, int End) number)
    {
        var at = number.End + 1;
        at += said[at] is "and" or "und" ? 1 : 0;
        if (number.Value != decimal.Truncate(number.Value) || at >= said.Count || said.Gap(at) is not " ")
        {
            return 0;
        }

        (int? cents, int end) = said.IsFigures(at)
            ? (said[at].Length == CentDigits ? said.Figures(at, CentDigits) : null, at + 1)
            : NumberWords.At(said.Words, at) is { Value: >= 10 and < 100 } words ? ((int?)words.Value, at + words.Words)
            : ((int?)null, at);
        var isOfCents = said[end] is "cent" or "cents" or "pence" or "p" or "rappen";
        return cents is { } found && (isOfCents || (said[at - 1] is not ("and" or "und") && !IsUnit(said[end]))) ? found / 100m : 0;
    }

    /// <summary>
    /// Figures from here on. Marks and blanks group three digits; one or two digits behind the last mark are decimals. What is grouped
    /// otherwise is no amount.
    /// </summary>
    private static (decimal Value, int End)? InFigures(SaidTokens said, int at)
    {
        if (!said.IsFigures(at))
        {
            return null;
        }

        var (digits, end) = (said[at], at + 1);
        for (; end < said.Count && said.IsFigures(end); end++)
        {
            var gap = said.Gap(end);
            if (gap is "." or "," && said[end].Length is 1 or CentDigits)
            {
                var decimals = said[end].PadRight(CentDigits, '0');
                return IsMark(said, end + 1) || digits.Length > MaximumDigits ? null
                    : (Whole(digits) + (Whole(decimals) / 100m), end + 1);
            }

            var isGroup = gap is "." or "," or " " or "'" or "\u00A0" && said[end].Length == GroupDigits
                && (end == at + 1 ? said[at].Length <= GroupDigits : said[end - 1].Length == GroupDigits);
            if (!isGroup)
            {
                // 12.3456 is no amount; "123 456789" are two numbers, of which the second may be one
                return null;
            }

            digits += said[end];
        }

        return digits.Length > MaximumDigits ? null : (Whole(digits), end);
    }

    private static bool IsMark(SaidTokens said, int at) => at < said.Count && said.IsFigures(at) && said.Gap(at) is "." or ",";

    private static decimal Whole(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    private static bool IsNear(SaidTokens said, int at) => said.Gap(at) is "" or " " or "-" or "\u00A0";

    private static bool IsBefore(string word) => word is "€" or "$" or "£" or "eur" or "usd" or "gbp" or "chf";

    private static bool IsUnit(string word) => word is "times" or "mal" or "days" or "day" or "tage" or "tagen" or "weeks" or "wochen"
        or "months" or "monate" or "monaten" or "minutes" or "minuten" or "hours" or "stunden" or "years" or "jahre" or "jahren"
        or "percent" or "prozent" or "uhr" or "items" or "pieces" or "stueck" || CodeOf(word) is not null;

    private static string? CodeOf(string word) => word switch
    {
        "€" or "eur" or "euro" or "euros" => "EUR",
        "$" or "usd" or "dollar" or "dollars" or "bucks" => "USD",
        "£" or "gbp" or "pound" or "pounds" or "pfund" or "quid" => "GBP",
        "chf" or "franken" or "francs" or "stutz" => "CHF",
        _ => null,
    };
}
