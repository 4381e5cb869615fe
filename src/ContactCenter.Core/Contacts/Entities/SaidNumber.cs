using System.Buffers;
using System.Text;
using ContactCenter.Core.Contacts.Dialogues;

namespace ContactCenter.Core.Contacts.Entities;

/// <summary>
/// Finds a number of a kind in what a customer said: in figures, in groups, spelled with letters, its digits in words. A part of a longer
/// number is none, and the number of a card never is one.
/// </summary>
internal sealed class SaidNumber
{
    // One or two are a count: "two of them", "eine oder zwei".
    private const int MinimumSpoken = 3;

    // What a neighbour of so many digits belongs to is longer; one of a digit less does where the number itself is said in groups.
    private const int DigitsOfGroup = 3;

    // What no number has: a day in figures is none.
    private const string Nothing = "\0";

    private const int MinimumCard = 13;
    private const int MaximumCard = 19;
    private const int MaximumGap = 3;

    // What stands between the groups of a number that somebody writes.
    private static readonly SearchValues<char> Between = SearchValues.Create(" -/_\u2013\u00A0");

    private readonly SaidTokens _said;
    private readonly string[] _characters;
    private readonly bool[] _isSpoken;

    public SaidNumber(SaidTokens said)
    {
        _said = said;
        _isSpoken = new bool[said.Count];
        _characters = [.. said.Words];
        for (var at = 0; at < said.Count;)
        {
            at = Math.Max(at + 1, ReadSpoken(at));
        }

        for (var at = 0; at < said.Count; at++)
        {
            Array.Fill(_characters, Nothing, at, Math.Min(SaidDay.LengthInFigures(said, at), said.Count - at));
        }
    }

    /// <summary>The first number that looks so, letters and digits alone; null where there is none.</summary>
    public string? Find(NumberPattern pattern)
    {
        var value = new StringBuilder(NumberPattern.MaximumCharacters);
        for (var start = 0; start < _said.Count; start++)
        {
            var before = start > 0 && Continues(start) ? Joined(start - 1, start) : 0;
            if (_said.IsGlued(start) || before >= DigitsOfGroup)
            {
                continue;
            }

            var places = pattern.Beginning;
            string? found = null;
            _ = value.Clear();
            for (var at = start; at < _said.Count && (at == start || Continues(at)); at++)
            {
                foreach (var character in _characters[at])
                {
                    places = pattern.Next(places, character);
                }

                if (places == 0)
                {
                    break;
                }

                _ = value.Append(_characters[at]);
                var behind = at + 1 < _said.Count && Continues(at + 1) ? Joined(at + 1, at) : 0;
                var isPart = _said.IsGlued(at + 1) || Math.Max(before, behind) >= (at > start ? DigitsOfGroup - 1 : DigitsOfGroup);
                found = pattern.IsWhole(places) && !isPart ? value.ToString().ToUpperInvariant() : found;
            }

            if (found is not null && !IsCard(found))
            {
                return found;
            }
        }

        return null;
    }

    private bool IsDigits(int at) => _characters[at] is [>= '0' and <= '9', ..];

    /// <summary>How many digits of a neighbour may belong to the digits beside it; one that is said in words among words does.</summary>
    private int Joined(int neighbour, int at) =>
        !IsDigits(neighbour) || !IsDigits(at) ? 0
        : _isSpoken[neighbour] && _isSpoken[at] ? DigitsOfGroup
        : _characters[neighbour].Length;

    /// <summary>Whether a number may go on over what stands before a word.</summary>
    private bool Continues(int at)
    {
        var gap = _said.Gap(at);
        if (_isSpoken[at] && _isSpoken[at - 1])
        {
            return gap.Length <= MaximumGap && gap.IndexOfAnyExcept(' ', ',', '-') < 0;
        }

        return gap is "." || (gap.Length <= MaximumGap && gap.IndexOfAnyExcept(Between) < 0);
    }

    /// <summary>Reads digits that are said in words from here on, if so many are that they are a number; tells where they end.</summary>
    private int ReadSpoken(int start)
    {
        var (at, spoken) = (start, 0);
        while (at < _said.Count && Length(at) is > 0 and var length)
        {
            spoken += _said.IsFigures(at) ? 0 : 1;
            at += length;
        }

        for (var i = start; i < at && spoken >= MinimumSpoken;)
        {
            var length = Length(i);
            var digit = NumberWords.Digit(_said[i + length - 1]) is { } said ? (char)('0' + said) : '\0';
            _characters[i] = length > 1 ? "" : _characters[i];
            _characters[i + length - 1] = digit == '\0' ? _characters[i] : new string(digit, Repeats(_said[i]));
            for (var j = i; j < i + length; j++)
            {
                _isSpoken[j] = true;
            }

            i += length;
        }

        return at;
    }

    /// <summary>Words of one digit: "double four" has two.</summary>
    private int Length(int at) =>
        _said.IsFigures(at) || NumberWords.Digit(_said[at]) is not null ? 1
        : Repeats(_said[at]) > 1 && NumberWords.Digit(_said[at + 1]) is not null ? 2
        : 0;

    private static int Repeats(string word) => word switch { "double" or "doppel" => 2, "triple" => 3, _ => 1 };

    /// <summary>By its check digit (ISO/IEC 7812-1, annex B).</summary>
    private static bool IsCard(string number)
    {
        if (number.Length is < MinimumCard or > MaximumCard || !number.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            var doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
