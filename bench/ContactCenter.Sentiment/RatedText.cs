using System.Globalization;

namespace ContactCenter.Sentiment;

/// <summary>A text and what people think of it.</summary>
/// <param name="Rating">Mean of people's ratings, -4 to 4.</param>
/// <param name="Text">The text.</param>
internal sealed record RatedText(double Rating, string Text)
{
    /// <summary>
    /// Reads lines of <c>rating TAB text</c> or <c>id TAB rating TAB text</c>, the shape in which the public files come; others are
    /// passed over.
    /// </summary>
    public static IReadOnlyList<RatedText> Read(string path) => [.. File.ReadLines(path).Select(Parse).OfType<RatedText>()];

    private static RatedText? Parse(string line)
    {
        var cells = line.Split('\t', 3);
        return cells switch
        {
            [_, var rating, var text] when Rated(rating) is { } value => new RatedText(value, text),
            [var rating, .. var text] when text.Length > 0 && Rated(rating) is { } value => new RatedText(value, string.Join('\t', text)),
            _ => null,
        };
    }

    private static double? Rated(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var rating) && rating is >= -4 and <= 4 ? rating : null;
}
