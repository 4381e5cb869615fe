namespace ContactCenter.Core.Notifications.Answers;

/// <summary>What came in from a person or a tool, as HTTP carries it.</summary>
public sealed record AnswerRequest
{
    /// <summary>The method, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The last segment of the path, percent-decoded; for links, the signed segment.</summary>
    public string Segment { get; init; } = "";

    /// <summary>What stands behind the question mark, without it; for links, the language of the page.</summary>
    public string Query { get; init; } = "";

    /// <summary>Headers; HTTP gives their names in any case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The raw body, decoded from base64 where the gateway encoded it. Signatures are over these bytes and no others.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The media type of the body without its parameters, in lower case; empty when none is said.</summary>
#pragma warning disable CA1308 // media types are compared, and written, in lower case
    public string MediaType => (Header("content-type") ?? "").Split(';')[0].Trim().ToLowerInvariant();
#pragma warning restore CA1308
}
