using System.Buffers;
using System.Collections.Frozen;

namespace ContactCenter.Core.Contacts.Customers;

/// <summary>
/// Tells telephone numbers from what stands in their place: callers who hide theirs come as <c>anonymous</c>, <c>unknown</c> or in any
/// other words, and all of them would be one customer.
/// </summary>
public static class TelephoneNumber
{
    /// <summary>Digits of the shortest number, an extension within the house.</summary>
    public const int MinimumDigits = 3;

    // E.164 has 15; a number that is dialled from abroad has a prefix before them
    private const int MaximumDigits = 20;

    // What carriers send for a hidden number where only digits go through: the letters of these words on a keypad.
    private static readonly FrozenSet<string> Spelled = new[]
    {
        "266696687", "7378742833", "2562533", "8656696", "86282452253"
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> Written = SearchValues.Create("+0123456789 -()/.");

    /// <summary>The digits of a telephone number; null when the text is none.</summary>
    /// <param name="text">A number as it is written or dialled, also as <c>tel:</c> or the name in a <c>sip:</c> address.</param>
    public static string? Digits(string? text)
    {
        var number = Bare(text);
        if (number.IsEmpty || number.ContainsAnyExcept(Written) || number.LastIndexOf('+') > 0)
        {
            return null;
        }

        Span<char> digits = stackalloc char[MaximumDigits];
        var count = 0;
        foreach (var letter in number)
        {
            if (!char.IsAsciiDigit(letter))
            {
                continue;
            }

            if (count == MaximumDigits)
            {
                return null;
            }

            digits[count++] = letter;
        }

        var found = digits[..count];
        return count < MinimumDigits || !found.ContainsAnyExcept(found[0]) || Spelled.Contains(found.ToString()) ? null : found.ToString();
    }

    /// <summary>The number as it was given, without <c>tel:</c> or <c>sip:</c> around it; null when the text is none.</summary>
    public static string? Of(string? text) => Digits(text) is null ? null : Bare(text).ToString();

    private static ReadOnlySpan<char> Bare(string? text)
    {
        var number = text.AsSpan().Trim();
        if (number.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            return number[4..];
        }

        var isSip = number.StartsWith("sip:", StringComparison.OrdinalIgnoreCase);
        return isSip || number.StartsWith("sips:", StringComparison.OrdinalIgnoreCase)
            ? number[(isSip ? 4 : 5)..][..Math.Max(0, number[(isSip ? 4 : 5)..].IndexOf('@'))]
            : number;
    }
}
