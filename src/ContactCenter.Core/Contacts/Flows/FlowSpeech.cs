using System.Text;

namespace ContactCenter.Core.Contacts.Flows;

/// <summary>
/// Sentences that a flow speaks or shows. Whatever was put into them, they stay plain text: they cannot open a tag of SSML, a reference
/// to an attribute (<c>$.</c>), or another line.
/// </summary>
public static class FlowSpeech
{
    /// <summary>Longest sentence in characters: about a minute of speech, and a fifth of Amazon Connect's 32 KB however it is escaped.</summary>
    public const int Longest = 1000;

    /// <summary>The text as it may be spoken; <see cref="FlowValue.None"/> when nothing is left.</summary>
    public static string Of(string? text) => FlowValue.Clean(text, Longest, IsPlain);

    private static bool IsPlain(Rune rune) => rune.Value is not ('<' or '>' or '&' or '$' or '{' or '}' or '\\' or '`');
}
