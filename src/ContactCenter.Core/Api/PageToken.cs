using System.Buffers.Text;
using System.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api;

/// <summary>
/// Where a page ends, so that the next can begin there: opaque to callers, and worth nothing to who makes one up, because it only says
/// behind which entry to go on.
/// </summary>
public static class PageToken
{
    private const char Separator = '\n';
    private const int MaximumLength = 1024;

    /// <summary>A token of the values by which a list is sorted.</summary>
    public static string Make(params string[] place) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, place)));

    /// <summary>The values of a token; null when it is none of ours.</summary>
    /// <param name="token">The token; null or empty: the first page.</param>
    /// <param name="parts">How many values it has.</param>
    /// <param name="place">The values; null for the first page.</param>
    public static bool TryRead(string? token, int parts, out string[]? place)
    {
        place = null;
        if (string.IsNullOrEmpty(token))
        {
            return true;
        }

        if (token.Length > MaximumLength || !Base64Url.IsValid(token))
        {
            return false;
        }

        place = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split(Separator);
        return place.Length == parts;
    }

    /// <summary>What is answered to a token that is none of ours.</summary>
    public static ApiAnswer Refused { get; } =
        ApiAnswer.Of(ApiProblem.BadRequest, Replies.AfterWrong);
}
