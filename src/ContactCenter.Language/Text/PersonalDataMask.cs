using System.Text;
using System.Text.RegularExpressions;

namespace ContactCenter.Language.Text;

/// <summary>
/// Hides personal data before a text is stored: numbers of five or more digits (cards, accounts, telephones, order numbers), IBANs, e-mail
/// addresses, the card brand beside a number, and names that follow "my name is" and its like. Amounts, dates of a few digits and
/// ordinary words stay. Every digit of a hidden number becomes <c>#</c>, which the classifier reads as it reads a digit, so a masked text
/// is classified like the text itself.
/// </summary>
public static partial class PersonalDataMask
{
    /// <summary>What stands for a digit of a hidden number.</summary>
    public const char MaskedDigit = '#';

    /// <summary>What stands for an e-mail address.</summary>
    public const string MaskedAddress = "[e-mail]";

    /// <summary>What stands for a name.</summary>
    public const string MaskedName = "[name]";

    /// <summary>What stands for the card brand beside a card number.</summary>
    public const string MaskedCard = "[card]";

    // A number of fewer digits is an amount, a year or a time of day, and says what the contact is about.
    private const int MinimumHiddenDigits = 5;

    /// <summary>The text with personal data hidden; the same string when there is nothing to hide.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = Address().Replace(text, MaskedAddress);
        masked = Iban().Replace(masked, static match => HideDigits(match.Value, hideLetters: true));
        masked = Name().Replace(masked, static match => match.Groups["lead"].Value + MaskedName);
        masked = Number().Replace(masked, static match =>
            match.Value.Count(char.IsDigit) >= MinimumHiddenDigits ? HideDigits(match.Value, hideLetters: false) : match.Value);
        return BrandBesideNumber().Replace(masked, MaskedCard + "${gap}#");
    }

    private static string HideDigits(string value, bool hideLetters)
    {
        var hidden = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            _ = hidden.Append(char.IsDigit(c) || (hideLetters && char.IsLetter(c)) ? MaskedDigit : c);
        }

        return hidden.ToString();
    }

    // Bounded repetitions without nesting: the time is linear in the text for any input.
    [GeneratedRegex(@"[\p{L}\p{N}._%+\-]{1,64}@[\p{L}\p{N}\-]{1,63}(\.[\p{L}\p{N}\-]{1,63}){0,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iban();

    [GeneratedRegex(@"\d(?:(?:[ \-/()]{0,2}|\.(?=\d{3}))\d){4,40}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"(?<lead>\b(?i:my name is|my name's|name on (?:the|my) card is|cardholder(?: name)?(?: is)?:?|mein name ist|mi nombre es|me llamo|je m'appelle) )\p{Lu}[\p{L}'\-]{0,40}(?: \p{Lu}[\p{L}'\-]{0,40}){0,3}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\b(?i:visa|mastercard|master card|american express|amex|maestro|diners club|discover|jcb|unionpay)\b(?<gap>(?: (?i:card|number|no\.?|ending|in|is)){0,4}:? {0,2})#",
        RegexOptions.CultureInvariant)]
    private static partial Regex BrandBesideNumber();
}
