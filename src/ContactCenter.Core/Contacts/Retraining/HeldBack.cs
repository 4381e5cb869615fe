using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Core.Contacts.Retraining;

/// <summary>
/// A fifth of all texts, chosen by the text itself, that no retraining learns from. The choice is the same in every run, so a text that
/// is held back today has never been seen by a model that an earlier run promoted; and the same text twice falls on the same side.
/// </summary>
public static class HeldBack
{
    private const int Parts = 5;

    /// <summary>Whether this text is held back.</summary>
    public static bool Contains(string text) => Number(text) % Parts == 0;

    /// <summary>The text without what does not make it another text: letter case, punctuation, spaces.</summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            // the halves of emoji count: "👍" and "😡" are two texts
            _ = char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) ? key.Append(char.ToLowerInvariant(letter)) : key;
        }

        return key.ToString();
    }

    /// <summary>A number that looks random and depends on nothing but the text.</summary>
    internal static ulong Number(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Key(text))));
}
