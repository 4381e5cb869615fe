using System.Globalization;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Text;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Comments;

/// <summary>What a customer wrote in a survey or a public review.</summary>
/// <param name="Text">The words, as they stand in the file.</param>
/// <param name="Rating">1 to 5; null: there is none.</param>
/// <param name="Day">When; null: it is not known.</param>
/// <param name="Source">Where it was written; null: it is not known.</param>
/// <param name="Language">Two-letter code; null: nobody says, and the words have to.</param>
public sealed record Comment(string Text, int? Rating, DateOnly? Day, string? Source, string? Language);

/// <summary>
/// Reads comments from comma-separated values, as <see cref="LabelledCsv"/> reads texts. The first line names the columns: <c>comment</c>,
/// <c>text</c> or <c>review</c>, and if they are there <c>rating</c> or <c>stars</c>, <c>date</c>, <c>source</c> and <c>language</c>.
/// </summary>
public static class CommentCsv
{
    /// <summary>More than a center gets in years.</summary>
    public const int MaximumRows = 200_000;

    /// <summary>The best rating.</summary>
    private const int Best = 5;

    private const int MaximumQuotation = 40;
    private const char Star = '\u2605';
    private const char Emoji = '\u2B50';

    private static readonly string[] Texts = ["comment", "text", "review", "kommentar", "bewertungstext"];
    private static readonly string[] Ratings = ["rating", "stars", "score", "bewertung", "sterne"];
    private static readonly string[] Dates = ["date", "day", "time", "timestamp", "datum"];
    private static readonly string[] Sources = ["source", "channel", "site", "quelle"];
    private static readonly string[] Spoken = ["language", "lang", "sprache"];
    private static readonly string[] Days = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];

    /// <summary>Reads all rows; those without words are in it too, because they may have a rating.</summary>
    /// <exception cref="FormatException">A column is missing or a row is broken; the message says what would be right.</exception>
    public static IReadOnlyList<Comment> Read(TextReader reader) => LabelledCsv.Read<Comment>(
        reader,
        [Texts],
        static header =>
        {
            var text = LabelledCsv.Column(header, Texts)!.Value;
            int?[] others = [.. new[] { Ratings, Dates, Sources, Spoken }.Select(names => LabelledCsv.Column(header, names))];
            return (row, line) => new Comment(
                row[text],
                Cell(row, others[0]) is { } rating ? Rating(rating, line) : null,
                Cell(row, others[1]) is { } date ? Day(date, line) : null,
                Cell(row, others[2]),
                Languages.Code(Cell(row, others[3])));
        },
        MaximumRows,
        "comment,rating");

    private static string? Cell(List<string> row, int? column) =>
        column is { } at && row[at].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number, one out of five, or as many stars.</summary>
    private static int Rating(string text, int line)
    {
        var plain = text.EndsWith("/5", StringComparison.Ordinal) ? text[..^2].TrimEnd() : text;
        if (plain.All(static letter => letter is Star or Emoji or '\u2606' or '\uFE0F'))
        {
            plain = $"{plain.Count(static letter => letter is Star or Emoji)}";
        }

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rating)
            && rating is >= 1 and <= Best && rating == decimal.Truncate(rating)
                ? (int)rating
                : throw new FormatException(Problems.RowRating($"{line}", Quoted(text)));
    }

    private static DateOnly Day(string text, int line) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : text.Length > "yyyy-MM-dd".Length && text[10] is 'T' or ' '
            && DateOnly.TryParseExact(text[..10], Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day
        : throw new FormatException(Problems.RowDate($"{line}", Quoted(text)));

    private static string Quoted(string text) => string.Concat(
        (text.Length > MaximumQuotation ? $"{text[..MaximumQuotation]}\u2026" : text)
            .Select(static letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '\u00B7' : letter));
}
