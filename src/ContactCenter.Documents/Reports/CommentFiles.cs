using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;

namespace ContactCenter.Documents.Reports;

/// <summary>What customers wrote, as files.</summary>
public static class CommentFiles
{
    private const string Html = ".html";
    private const string Markdown = ".md";
    private const string Json = ".json";
    private const string Csv = ".csv";

    /// <summary>As it is read on a screen; no file is written so.</summary>
    public const string Screen = "";

    /// <summary>The formats, by how their files end.</summary>
    public static IReadOnlyList<string> Endings { get; } = [Html, Markdown, Json, Csv];

    /// <summary>It in a format.</summary>
    /// <param name="digest">What was counted.</param>
    /// <param name="ending">One of <see cref="Endings"/>, or <see cref="Screen"/>.</param>
    /// <param name="reader">Who reads it; what is for programs is the same for everybody.</param>
    public static string Text(CommentDigest digest, string ending, PaperReader reader) => ending switch
    {
        Html => HtmlFormat.Of(CommentPaper.Of(digest, reader)),
        Json => JsonSerializer.Serialize(digest, CommentJson.Default.CommentDigest) + "\n",
        Csv => Lines(digest),
        Screen => PlainFormat.Of(CommentPaper.Of(digest, reader)),
        _ => MarkdownFormat.Of(CommentPaper.Of(digest, reader)),
    };

    /// <summary>A line for each topic and source, with its examples last.</summary>
    private static string Lines(CommentDigest digest)
    {
        var text = new StringBuilder(
            "section,of,comments,negative,neutral,positive,rated,lowRatings,meanRating,meanLow,meanHigh,gain,gainLow,gainHigh,examples\n");
        var gains = digest.Gains.ToDictionary(static gain => gain.Topic, StringComparer.Ordinal);
        foreach (var (section, groups) in new[] { ("topic", digest.Topics), ("source", digest.Sources) })
        {
            foreach (var group in groups)
            {
                var gain = section == "topic" ? gains.GetValueOrDefault(group.Name) : null;
                var mean = group.Ratings.Mean;
                string[] numbers =
                [
                    Number(group.Count), Number(group.Negative), Number(group.Neutral), Number(group.Positive), Number(group.Ratings.Count),
                    Number(group.Ratings.Low), Number(mean?.Value), Number(mean?.Low), Number(mean?.High), Number(gain?.Value),
                    Number(gain?.Low), Number(gain?.High),
                ];
                _ = text.Append(CultureInfo.InvariantCulture,
                    $"{section},{CsvCell.Of(group.Name)},{string.Join(',', numbers)},{CsvCell.Of(string.Join(" | ", group.Examples))}\n");
            }
        }

        return text.ToString();
    }

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Comments as JSON.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true)]
[JsonSerializable(typeof(CommentDigest))]
public sealed partial class CommentJson : JsonSerializerContext;
