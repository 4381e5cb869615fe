using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>In which language the page behind a link is.</summary>
internal static class LinkLanguage
{
    /// <summary>A browser asks for a few languages; what is longer is not read.</summary>
    private const int MaximumHeader = 200;

    /// <summary>
    /// That of whom the link was made for: it stands in its address, and without one it is English. Of an address that is no link of ours
    /// nobody knows for whom it was made: then the first language that the browser asks for and we have, else that of the center.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="isOurs">Whether the link is genuine.</param>
    /// <param name="center">The language of the center.</param>
    public static Translation Of(AnswerRequest request, bool isOurs, Translation center) =>
        Known(request.Query) is { } said ? Translation.Into(said)
        : isOurs ? Translation.None
        : Asked(request.Header("accept-language")) is { } asked ? Translation.Into(asked)
        : center;

    /// <summary>The first that we have, by weight (RFC 9110, section 12.5.4); those without one come first.</summary>
    private static string? Asked(string? header) => header is null or { Length: > MaximumHeader } ? null
        : header.Split(',')
            .Select(static part => part.Split(';', StringSplitOptions.TrimEntries))
            .Where(static part => Weight(part) != "0")
            .OrderByDescending(Weight, StringComparer.Ordinal)
            .Select(static part => Known(part[0].Split('-')[0]))
            .FirstOrDefault(static language => language is not null);

    /// <summary>Weights have one digit before the point and at most three behind, so they are in order as text.</summary>
    private static string Weight(string[] part) => part is [_, ['q', '=', .. var weight], ..]
        ? weight.TrimEnd('0').TrimEnd('.') is { Length: > 0 } known ? known : "0"
        : "1";

    private static string? Known(string language) =>
        Translation.Languages.FirstOrDefault(one => one.Equals(language, StringComparison.OrdinalIgnoreCase));
}
