namespace ContactCenter.Core.Texts;

/// <summary>Which of our languages a header <c>Accept-Language</c> asks for.</summary>
internal static class AcceptedLanguage
{
    /// <summary>A browser asks for a few languages; what is longer is not read.</summary>
    private const int MaximumHeader = 200;

    /// <summary>The first that we have, by weight (RFC 9110, section 12.5.4); those without one come first. Null: none.</summary>
    /// <param name="header">The header, or null.</param>
    public static string? Of(string? header) => header is null or { Length: > MaximumHeader } ? null
        : header.Split(',')
            .Select(static part => part.Split(';', StringSplitOptions.TrimEntries))
            .Where(static part => Weight(part) != "0")
            .OrderByDescending(Weight, StringComparer.Ordinal)
            .Select(static part => Known(part[0].Split('-')[0]))
            .FirstOrDefault(static language => language is not null);

    /// <summary>The language, as we write it, where we have it; else null.</summary>
    /// <param name="language">Two-letter code in any letter case, or null.</param>
    public static string? Known(string? language) =>
        Translation.Languages.FirstOrDefault(one => one.Equals(language, StringComparison.OrdinalIgnoreCase));

    /// <summary>Weights have one digit before the point and at most three behind, so they are in order as text.</summary>
    private static string Weight(string[] part) => part is [_, ['q', '=', .. var weight], ..]
        ? weight.TrimEnd('0').TrimEnd('.') is { Length: > 0 } known ? known : "0"
        : "1";
}
