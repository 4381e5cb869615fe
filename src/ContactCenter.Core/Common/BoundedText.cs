namespace ContactCenter.Core.Common;

/// <summary>Texts from outside: bounded in length and free of control characters, which could forge lines in logs and messages.</summary>
internal static class BoundedText
{
    public static string Of(string text, int maximumLength)
    {
        var length = Math.Min(text.Length, maximumLength);
        if (length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        var clean = text.AsSpan(0, length);
        return clean.ContainsAnyInRange('\0', '\x1f') || clean.ContainsAnyInRange('\x7f', '\x9f')
            ? string.Create(length, text, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            })
            : length == text.Length ? text : text[..length];
    }
}
