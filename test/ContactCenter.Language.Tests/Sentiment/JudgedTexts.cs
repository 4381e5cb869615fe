using System.Globalization;

namespace ContactCenter.Language.Tests.Sentiment;

/// <summary>Short texts of our own, rated by us; see <c>judged.tsv</c>.</summary>
internal static class JudgedTexts
{
    public static IReadOnlyList<(double Rating, string Text)> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Sentiment", "judged.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(cells => (double.Parse(cells[0], CultureInfo.InvariantCulture), cells[1])),
    ];

    public delegate double Score(ReadOnlySpan<char> text);

    /// <summary>Pearson's correlation of ratings and scores.</summary>
    public static double Correlation(Score score)
    {
        (double X, double Y)[] pairs = [.. All.Select(text => (text.Rating, score(text.Text)))];
        var (x, y) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Y));
        return pairs.Sum(pair => (pair.X - x) * (pair.Y - y))
            / Math.Sqrt(pairs.Sum(pair => (pair.X - x) * (pair.X - x)) * pairs.Sum(pair => (pair.Y - y) * (pair.Y - y)));
    }
}
