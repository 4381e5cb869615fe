using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation.Rules;

namespace ContactCenter.Core.Validation;

/// <summary>Reads and checks <c>contactcenter.json</c>: comments and trailing commas allowed, all problems told at once.</summary>
public static class ConfigurationReader
{
    /// <summary>Largest file in bytes: some thousand queues.</summary>
    public const int MaximumBytes = 1024 * 1024;

    /// <summary>The version that a file names which nothing has changed for (<c>$.version</c>).</summary>
    public static Version NewestVersion => ConfigurationNotices.Newest;

    /// <summary>Longest path, finding or expectation that is told, in characters.</summary>
    private const int MaximumText = 500;

    /// <summary>Stands in for what is required and missing, so that the rest can still be checked; it is never returned.</summary>
    private const string Placeholders = """
        {
          "environment": "any",
          "instance": { "arn": "arn:aws:connect:us-east-1:000000000000:instance/00000000-0000-0000-0000-000000000000", "alias": "any" }
        }
        """;

    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads a file that is being edited or deployed, and checks everything. Never throws for any bytes.</summary>
    public static ConfigurationReading Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumBytes)
        {
            return Failed(Findings.FileOfBytes($"{utf8.Length}"), Findings.AtMost($"{MaximumBytes}"));
        }

        if (utf8.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        if (OtherEncoding(utf8) is { } encoding)
        {
            return Failed(
                Findings.FileIn(encoding),
                Findings.Utf8Expected);
        }

        if (utf8.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return Failed(Findings.EmptyFile, Findings.ObjectExpected);
        }

        JsonNode? node;
        SettingLines lines;
        try
        {
            if (FirstUnreadableText(utf8) is { } position)
            {
                var line = 1 + utf8[..(int)position].Count((byte)'\n');
                return Failed([
                    new ConfigurationProblem(
                        "$", Findings.NotUnicode($"{position + 1}"), Findings.NoHalfPair)
                    {
                        Line = line,
                    }
                ]);
            }

            lines = SettingLines.Of(utf8);
            if (lines.Repeated.Count > 0)
            {
                return Failed(lines.Repeated.Select(static setting => new ConfigurationProblem(
                    setting.Path, Findings.Again(setting.Name), Findings.OnlyOnce($"{setting.First}"))
                {
                    Line = setting.Line,
                }));
            }

            node = JsonNode.Parse(utf8, documentOptions: Options);
        }
        catch (JsonException exception)
        {
            return Failed(
                Findings.NotJson(Place(exception), WithoutPlace(exception.Message)),
                Findings.ObjectOnce);
        }

        var check = new SchemaCheck(ConfigurationSchema.Root);
        var isWhole = check.Check(node, ConfigurationSchema.Root, "$");
        if (node is not JsonObject root)
        {
            return Failed(check.Problems.Select(problem => At(problem, lines)));
        }

        if (!isWhole)
        {
            FillGaps(root);
        }

        var written = root.Deserialize(ConfigurationJson.Default.ContactCenterConfiguration)!;
        var configuration = DeployedBot.In(written);
        var refusals = new Refusals(check.Problems, check.Incomplete);
        ConfigurationProblem[] problems =
        [
            .. check.Problems,
            .. DeployedBotRules.Check(written).Where(problem => !refusals.Explain(problem.Path)),
            .. ConfigurationRules.Check(configuration, AlarmCatalog.Default, refusals)
        ];
        return problems.Length == 0
            ? new ConfigurationReading(configuration, [])
            {
                Lines = lines,
                Notices = [.. ConfigurationNotices.Of(root, written).Select(notice => Bounded(At(notice, lines)))],
            }
            : Failed(problems.Select(problem => At(problem, lines)));
    }

    /// <summary>Reads a file that was checked before it was packaged, as fast as can be.</summary>
    /// <exception cref="JsonException">The file is not what was packaged.</exception>
    public static ContactCenterConfiguration ReadChecked(ReadOnlySpan<byte> utf8) =>
        DeployedBot.In(CheckedConfiguration.Read(utf8));

    /// <summary>
    /// Where a text begins that cannot be turned into one: bytes that are not UTF-8, or an escaped half of a surrogate pair.
    /// </summary>
    private static long? FirstUnreadableText(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(
            utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsReadable(ref reader))
            {
                return reader.TokenStartIndex;
            }
        }

        return null;
    }

    /// <summary>Text of two or four bytes a character: JSON begins with an ASCII character, whose other bytes are zero.</summary>
    private static string? OtherEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, > 0, ..] or [> 0, 0, 0, 0, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, > 0, ..] or [> 0, 0, ..] => "UTF-16",
        _ => null,
    };

    private static ConfigurationProblem At(ConfigurationProblem problem, SettingLines lines) =>
        problem with { Line = lines.Of(problem.Path) };

    private static bool IsReadable(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return Utf8.IsValid(reader.ValueSpan);
        }

        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void FillGaps(JsonObject root)
    {
        foreach (var (name, value) in JsonNode.Parse(Placeholders)!.AsObject())
        {
            if (!root.ContainsKey(name))
            {
                root[name] = value!.DeepClone();
            }
        }
    }

    private static string Place(JsonException exception) =>
        Findings.PlaceInFile($"{(exception.LineNumber ?? 0) + 1}", $"{(exception.BytePositionInLine ?? 0) + 1}");

    /// <summary>.NET counts from 0, and its place would contradict the one that is told.</summary>
    private static string WithoutPlace(string message) =>
        message.IndexOf(" LineNumber: ", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;

    private static ConfigurationReading Failed(string found, string expected) => Failed([new ConfigurationProblem("$", found, expected)]);

    private static ConfigurationReading Failed(IEnumerable<ConfigurationProblem> problems) => new(null, [.. problems.Select(Bounded)]);

    /// <summary>Names from the file stand in problems, which are printed: they are bounded and carry no control characters.</summary>
    private static ConfigurationProblem Bounded(ConfigurationProblem problem) => new(
        BoundedText.Of(problem.Path, MaximumText),
        BoundedText.Of(problem.Found, MaximumText),
        BoundedText.Of(problem.Expected, MaximumText))
    {
        Line = problem.Line,
    };
}

/// <summary>A configuration with everything that is wrong with it.</summary>
/// <param name="Configuration">The configuration; null when there are problems.</param>
/// <param name="Problems">All problems at once, in the order of the file.</param>
public sealed record ConfigurationReading(ContactCenterConfiguration? Configuration, IReadOnlyList<ConfigurationProblem> Problems)
{
    /// <summary>What is right and does something else than before, or than one might think; none when there are problems.</summary>
    public IReadOnlyList<ConfigurationProblem> Notices { get; init; } = [];

    internal SettingLines? Lines { get; init; }

    /// <summary>What was found about the configuration later, with its line in the file.</summary>
    /// <param name="problem">What was found.</param>
    public ConfigurationProblem Located(ConfigurationProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem with { Line = Lines?.Of(problem.Path) };
    }
}

/// <summary>Something that is wrong in a configuration.</summary>
/// <param name="Path">Where, as a JSON path: <c>$.queues[1].standby</c>.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would be right.</param>
public sealed record ConfigurationProblem(string Path, string Found, string Expected)
{
    /// <summary>On which line of the file, counted from 1; of what is missing that of what it belongs into. Null: not in a file.</summary>
    public int? Line { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Line is { } line
        ? Findings.FindingOnLine($"{line}", Path, Found, Expected)
        : Findings.FindingAt(Path, Found, Expected);
}
