using System.Globalization;

namespace ContactCenter.Sentiment;

/// <summary>A text and what people think of it.</summary>
internal sealed record RatedText(double Rating, string Text)
{
    /// <summary>Reads lines of <c>rating TAB text</c>, which may begin with an id and a TAB; others are passed over.</summary>
    public static IReadOnlyList<RatedText> Read(string path) =>
    [
        .. File.ReadLines(path)
            .Select(static line => line.Split('\t'))
            .Where(static cells => cells.Length >= 2 && double.TryParse(cells[^2], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .Select(static cells => new RatedText(double.Parse(cells[^2], CultureInfo.InvariantCulture), cells[^1])),
    ];
}
