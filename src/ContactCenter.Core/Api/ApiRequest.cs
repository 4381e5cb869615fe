namespace ContactCenter.Core.Api;

/// <summary>A request to the API as HTTP carries it.</summary>
public sealed record ApiRequest
{
    /// <summary>The method, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path as it was sent, percent-encoded.</summary>
    public required string Path { get; init; }

    /// <summary>Headers; HTTP gives their names in any case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The parameters behind the question mark, decoded.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, decoded from base64 where the gateway encoded it.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>
    /// What the gateway's authorizer has read from a token whose signature, issuer, audience and time it has checked; null on a path
    /// without one. Only the gateway can write this.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Claims { get; init; }

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

    /// <summary>The media type of the body without its parameters; empty when none is said.</summary>
    public string MediaType => (Header("content-type") ?? "").Split(';')[0].Trim();
}
