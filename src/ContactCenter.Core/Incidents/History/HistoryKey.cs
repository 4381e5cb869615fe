using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ContactCenter.Core.Incidents.History;

/// <summary>Where a record stands in the history: by the time at which it was heard of, then by its id.</summary>
/// <param name="DetectedAt">When it was heard of.</param>
/// <param name="Id">Id of the incident.</param>
public readonly record struct HistoryKey(DateTimeOffset DetectedAt, string Id)
{
    private const int Digits = 15;
    private const int MaximumLength = 64;

    /// <summary>The key as text; later ones sort behind earlier ones.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{DetectedAt.ToUnixTimeMilliseconds():D15}#{Id}");

    /// <summary>The key as what a reader hands back to go on behind it; nobody has to know what is in it.</summary>
    public string Token => TokenOf(Text);

    /// <summary>The token of a key's text, for whoever has no more than that.</summary>
    public static string TokenOf(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    /// <summary>What a token stands for, as <see cref="Text"/>; null when it is none of ours.</summary>
    public static string? TextOf(string token)
    {
        if (token.Length is 0 or > 2 * MaximumLength || !Base64Url.IsValid(token))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        return text.Length is > Digits + 1 and <= MaximumLength
            && text[Digits] == '#'
            && text.AsSpan(0, Digits).IndexOfAnyExceptInRange('0', '9') < 0
            && text.AsSpan(Digits + 1).IndexOfAnyExceptInRange('\x21', '\x7e') < 0 ? text : null;
    }
}
