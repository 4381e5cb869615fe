using System.Text;

namespace ContactCenter.Core.Contacts.Flows;

/// <summary>Values that go back to a flow: never empty, because comparing with an empty attribute is an error there, and short.</summary>
public static class FlowValue
{
    /// <summary>What stands for "nothing".</summary>
    public const string None = "none";

    /// <summary>Longest value in characters: an answer of twenty of them stays below Amazon Connect's 32 KB, however it is escaped.</summary>
    public const int Longest = 128;

    /// <summary>The text without control characters and broken surrogates, cut; <see cref="None"/> when nothing is left.</summary>
    public static string Of(string? text)
    {
        if (text is null)
        {
            return None;
        }

        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            _ = Rune.IsControl(rune) || rune == Rune.ReplacementChar ? clean.Append(' ') : clean.Append(rune.ToString());
        }

        var value = clean.ToString().Trim();
        return value.Length == 0 ? None : value;
    }
}
