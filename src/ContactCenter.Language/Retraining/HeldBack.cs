using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Language.Retraining;

/// <summary>
/// A fifth of all texts, chosen by the text itself, that no retraining learns from. The choice is the same in every run, so a text that
/// is held back today has never been seen by a model that an earlier run promoted; and the same text twice falls on the same side.
/// </summary>
public static class HeldBack
{
    private const int Parts = 5;

    /// <summary>Whether this text is held back.</summary>
    public static bool Contains(string text) => Number(text) % Parts == 0;

    /// <summary>
    /// The text without what does not make it another text: letter case, punctuation, spaces, and pictures beside words. A text of nothing
    /// but pictures is told by them.
    /// </summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        Append(key, text, Rune.IsLetterOrDigit);
        if (key.Length == 0)
        {
            Append(key, text, static rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol);
        }

        return key.ToString();
    }

    private static void Append(StringBuilder key, string text, Func<Rune, bool> counts)
    {
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (counts(rune))
            {
                _ = key.Append(units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)]);
            }
        }
    }

    /// <summary>A number that looks random and depends on nothing but the text.</summary>
    internal static ulong Number(string text) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Key(text))));
}
