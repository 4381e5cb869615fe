using System.Buffers.Text;
using System.Text.Json;

namespace ContactCenter.Core.Api.Access;

/// <summary>What stands in a token (JWT). It checks nothing: it is only for a token that somebody else has verified.</summary>
internal static class TokenPayload
{
    /// <summary>The texts of a claim that is a list; null: the token has no such list.</summary>
    /// <param name="token">The token.</param>
    /// <param name="claim">The claim.</param>
    public static string[]? List(string token, string claim)
    {
        if (token.Split('.') is not [_, { } payload, _] || !Base64Url.IsValid(payload))
        {
            return null;
        }

        try
        {
            using var read = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return read.RootElement.ValueKind == JsonValueKind.Object
                && read.RootElement.TryGetProperty(claim, out var list)
                && list.ValueKind == JsonValueKind.Array
                && list.EnumerateArray().All(static one => one.ValueKind == JsonValueKind.String)
                    ? [.. list.EnumerateArray().Select(static one => one.GetString()!)]
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
