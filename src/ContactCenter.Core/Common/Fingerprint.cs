using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Core.Common;

/// <summary>A short name for a text: the same text gives the same fingerprint, everywhere and for ever.</summary>
public static class Fingerprint
{
    /// <summary>Letters and digits that cannot be mistaken for one another when read aloud at night (no I, L, O, U).</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Number of letters: 40 bits, so that two of a million texts collide with a chance below one half.</summary>
    public const int Length = 8;

    /// <summary>Eight letters and digits that stand for the text.</summary>
    public static string Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var utf8 = Encoding.UTF8.GetBytes(text);
        SHA256.HashData(utf8, hash);
        Span<char> letters = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            letters[i] = Alphabet[hash[i] % Alphabet.Length];
        }

        return new string(letters);
    }
}
