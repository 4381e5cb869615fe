using System.Globalization;
using System.Numerics;

namespace ContactCenter.Core.Contacts.Entities;

/// <summary>
/// What numbers of a kind look like, in a part of the language of regular expressions that needs no going back: letters and digits,
/// <c>\d</c>, <c>[A-F0-9]</c>, and behind one of these <c>?</c>, <c>{6}</c> or <c>{4,8}</c>. All places where the text may be in the
/// pattern are known at once, as bits, so that a character costs the same whatever was before. Hyphens, slashes and blanks mean nothing:
/// customers say and write them as they like.
/// </summary>
public sealed class NumberPattern
{
    /// <summary>Characters of the longest number.</summary>
    public const int MaximumCharacters = 40;

    /// <summary>With fewer every other word would be one.</summary>
    public const int MinimumCharacters = 4;

    private const int Letters = 10;

    private const ulong Digits = (1UL << Letters) - 1;

    private readonly ulong[] _characters;
    private readonly ulong _optional;

    private NumberPattern(ulong[] characters, ulong optional) => (_characters, _optional) = (characters, optional);

    /// <summary>Where every number begins.</summary>
    public ulong Beginning => Pass(1);

    /// <summary>Reads a pattern; null where it is none, is too short or too long, or has no place for a digit.</summary>
    public static NumberPattern? Parse(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var characters = new List<ulong>();
        var optional = 0UL;
        for (var at = 0; at < pattern.Length;)
        {
            if (pattern[at] is '-' or '/' or ' ')
            {
                at += at + 1 < pattern.Length && pattern[at + 1] == '?' ? 2 : 1;
                continue;
            }

            if (One(pattern, ref at) is not { } one || Times(pattern, ref at) is not { } times
                || characters.Count + times.Most > MaximumCharacters)
            {
                return null;
            }

            for (var i = 0; i < times.Most; i++)
            {
                optional |= i >= times.Least ? 1UL << characters.Count : 0;
                characters.Add(one);
            }
        }

        var needed = characters.Count - BitOperations.PopCount(optional);
        return needed >= MinimumCharacters && characters.Exists(static one => (one & Digits) != 0)
            ? new NumberPattern([.. characters], optional)
            : null;
    }

    /// <summary>Where the text may be behind one more character; 0: it is no such number.</summary>
    /// <param name="places">Where it may be before.</param>
    /// <param name="character">A letter, whatever its case, or a digit.</param>
    public ulong Next(ulong places, char character)
    {
        var bit = Bit(character);
        var next = 0UL;
        for (var left = places; left != 0; left &= left - 1)
        {
            var at = BitOperations.TrailingZeroCount(left);
            next |= at < _characters.Length && (_characters[at] & bit) != 0 ? 1UL << (at + 1) : 0;
        }

        return Pass(next);
    }

    /// <summary>Whether a number may end there.</summary>
    public bool IsWhole(ulong places) => (places & (1UL << _characters.Length)) != 0;

    /// <summary>What may be left out is passed over.</summary>
    private ulong Pass(ulong places)
    {
        for (var at = 0; at < _characters.Length; at++)
        {
            places |= (places & _optional & (1UL << at)) << 1;
        }

        return places;
    }

    private static ulong Bit(char character) => character switch
    {
        >= '0' and <= '9' => 1UL << (character - '0'),
        >= 'a' and <= 'z' => 1UL << (Letters + character - 'a'),
        >= 'A' and <= 'Z' => 1UL << (Letters + character - 'A'),
        _ => 0,
    };

    private static ulong? One(string pattern, ref int at)
    {
        if (pattern[at] == '\\')
        {
            at += 2;
            return at <= pattern.Length && pattern[at - 1] == 'd' ? Digits : null;
        }

        if (pattern[at] == '[')
        {
            var end = pattern.IndexOf(']', at);
            var several = end < 0 ? null : Several(pattern.AsSpan((at + 1)..end));
            at = end + 1;
            return several;
        }

        return Bit(pattern[at++]) is > 0 and var one ? one : null;
    }

    private static ulong? Several(ReadOnlySpan<char> inside)
    {
        var several = 0UL;
        for (var at = 0; at < inside.Length;)
        {
            var isRange = at + 2 < inside.Length && inside[at + 1] == '-';
            var (first, last) = (Bit(inside[at]), Bit(inside[isRange ? at + 2 : at]));
            if (first == 0 || last < first || (first <= Digits) != (last <= Digits))
            {
                return null;
            }

            // all bits from the first to the last
            several |= (last | (last - 1)) & ~(first - 1);
            at += isRange ? 3 : 1;
        }

        return several == 0 ? null : several;
    }

    private static (int Least, int Most)? Times(string pattern, ref int at)
    {
        if (at >= pattern.Length || pattern[at] is not ('?' or '{'))
        {
            return (1, 1);
        }

        if (pattern[at] == '?')
        {
            at++;
            return (0, 1);
        }

        var end = pattern.IndexOf('}', at);
        var parts = end < 0 ? [] : pattern[(at + 1)..end].Split(',');
        at = end + 1;
        return parts switch
        {
            [var times] when Count(times) is { } same => (same, same),
            [var least, var most] when Count(least) is { } from && Count(most) is { } to && from <= to => (from, to),
            _ => null,
        };
    }

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MaximumCharacters
            ? count
            : null;
}
