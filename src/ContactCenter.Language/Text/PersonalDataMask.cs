using System.Text;
using System.Text.RegularExpressions;

namespace ContactCenter.Language.Text;

/// <summary>
/// Hides personal data before a text is stored: numbers of five or more digits (cards, accounts, telephones, order numbers), of twelve or
/// more whatever marks stand between them, and those that are spoken as words, English and German; what is named as a secret ("my PIN
/// is 1234"); IBANs, e-mail addresses, the card brand beside a number, and names that follow "my name is" and its like. Amounts, dates of
/// a few digits and ordinary words stay. Every digit of a hidden number becomes <c>#</c>, which the classifier reads as it reads a digit,
/// so a masked text is classified like the text itself.
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
        var masked = Iban().Replace(LetterComposition.Compose(text), static match => HideDigits(match.Value, hideLetters: true));
        masked = LongNumber().Replace(masked, static match => HideDigits(match.Value, hideLetters: false));
        masked = Address().Replace(masked, MaskedAddress);
        masked = SpokenNames.Mask(masked);
        masked = SpokenDigits.Mask(masked);
        masked = Number().Replace(masked, static match =>
            match.Value.Count(char.IsDigit) >= MinimumHiddenDigits ? HideDigits(match.Value, hideLetters: false) : match.Value);
        masked = Secret().Replace(masked, HideSecret);
        masked = SecretBehind().Replace(masked, HideSecret);
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

    // what is said around it stays: it tells what the contact is about
    private static string HideSecret(Match match)
    {
        var value = match.Groups["value"];
        return string.Concat(
            match.Value.AsSpan(0, value.Index - match.Index),
            SpokenDigits.Hide(HideDigits(value.Value, hideLetters: value.Value.Any(char.IsDigit))),
            match.Value.AsSpan(value.Index - match.Index + value.Length));
    }

    private const string SecretName =
        @"(?:card (?:verification|security) (?:code|value|number)|security (?:code|number)|verification (?:code|number)"
        + @"|access (?:code|number)|pass ?(?:code|word|phrase)|pin(?: ?code| number)?|cv[vcn]2?|csc|cid|otp|one[- ]time (?:code|password)|tan"
        + @"|geheimzahl|pr[uü]f(?:ziffer|nummer|zahl)|karten ?pr[uü]fnummer|sicherheits(?:code|nummer)|zugangs(?:code|daten)|kennwort"
        + @"|passwort|pinnummer)";

    private const string SecretValue =
        @"(?<value>(?=[^\s]*\d)[^\s,;]{3,64}(?<![.!?])(?:[ \-]\d{1,4}){0,3}|(?:\d[ \-,.]{0,2}){3,8}(?<=\d)|" + SpokenDigits.Run + @"{2,7})";

    // what may stand between the name of a secret and the secret
    private const string SecretLink =
        @"(?:\s?[:=\-]|\s(?:is|was|are|its|it's|would be|number|code|my|the|for|to|card|and|ist|war|lautet|lauten|nummer|meine|mein|der|die|das"
        + @"|zu|fur|für|karte))*\s?[:=\-]?\s?""?'?";

    // Bounded repetitions without nesting: the time is linear in the text for any input.
    [GeneratedRegex(
        @"[\p{L}\p{N}._%+\-]{1,64}(?:@|\s?[(\[{<]\s?(?:at|@|ät)\s?[)\]}>]\s?)[\p{L}\p{N}\-]{1,63}"
        + @"(?:(?:\.|\s?[(\[{]\s?(?:dot|punkt|\.)\s?[)\]}]\s?)[\p{L}\p{N}\-]{1,63}){0,4}"
        + @"|[\p{L}\p{N}._%+\-]{1,64} (?:at|ät) [\p{L}\p{N}\-]{1,63}(?: (?:dot|punkt) [\p{L}\p{N}\-]{1,63}){1,4}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iban();

    // whatever groups them: commas, dashes of any kind, stars, tabs, line breaks, blanks that do not break
    [GeneratedRegex(@"\d(?:[^\p{L}\p{Nd}]{0,3}\d){11,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"\d(?:(?:[ \-/()]{0,2}|\.(?=\d{3}))\d){4,40}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b" + SecretName + @"\b" + SecretLink + SecretValue, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(
        @"\b(?<value>\d{3,8}|" + SpokenDigits.Run + @"{2,7})(?=\s?(?:is|was|as|ist|war|als) (?:my|the|a|meine|mein|die|das|der) "
        + SecretName + @"\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SecretBehind();

    [GeneratedRegex(
        @"\b(?i:visa|mastercard|master card|american express|amex|maestro|diners club|discover|jcb|unionpay)\b"
        + @"(?<gap>(?: (?i:card|number|no\.?|ending|in|is)){0,4}:? {0,2})#",
        RegexOptions.CultureInvariant)]
    private static partial Regex BrandBesideNumber();
}
