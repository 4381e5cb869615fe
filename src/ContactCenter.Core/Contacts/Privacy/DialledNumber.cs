using System.Collections.Frozen;
using ContactCenter.Core.Contacts.Customers;

namespace ContactCenter.Core.Contacts.Privacy;

/// <summary>A telephone number in its parts, as far as it is dialled in more than one way.</summary>
/// <param name="Code">The country code.</param>
/// <param name="National">What is dialled within the country, without its trunk prefix.</param>
internal sealed record DialledNumber(string Code, string National)
{
    /// <summary>Country codes of two digits; 1 and 7 have one, all others three (ITU-T E.164, list of assigned codes).</summary>
    private static readonly FrozenSet<string> OfTwoDigits = new[]
    {
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54",
        "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All digits, as after a plus.</summary>
    public string Whole => Code + National;

    /// <summary>What may stand before it within its country, as a pattern (ITU-T, dialling procedures); most have 0 or nothing.</summary>
    public string Trunk => Code switch
    {
        "7" or "370" or "375" or "993" => "[08]",
        "36" => "06?",
        "52" => "01?",
        _ => "0",
    };

    /// <summary>
    /// Reads a number that begins with its country code, after a plus, 00 or nothing; null when it is none, or begins with a single 0 and
    /// is one within a country that nobody names.
    /// </summary>
    public static DialledNumber? Of(string text)
    {
        var all = TelephoneNumber.Digits(text);
        if (all?.TrimStart('0') is not { Length: > 3 } digits || all.Length - digits.Length == 1)
        {
            return null;
        }

        var code = digits[0] is '1' or '7' ? 1 : OfTwoDigits.Contains(digits[..2]) ? 2 : 3;
        return new DialledNumber(digits[..code], digits[code..].TrimStart('0'));
    }
}
