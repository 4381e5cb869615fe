using System.Text.RegularExpressions;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Knowledge;

/// <summary>
/// Reads an article from Markdown: a head between two lines <c>---</c> with <c>title</c>, <c>language</c>, <c>topic</c>, <c>spoken</c> and
/// the list <c>questions</c>, then the answer. The name of the file is the id. Marks of Markdown go, because a customer would hear them.
/// </summary>
public static partial class ArticleMarkdown
{
    private const string Fence = "---";

    /// <summary>Reads one file.</summary>
    /// <param name="id">Name of the file without its ending.</param>
    /// <param name="file">How problems name it.</param>
    /// <param name="text">Its content.</param>
    /// <param name="problems">Gets what is wrong with it.</param>
    /// <returns>The article, or null when it cannot be read at all; the rules of articles are checked apart from it.</returns>
    public static Article? Read(string id, string file, string text, ICollection<KnowledgeProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines.Length > 0 && lines[0].Trim() == Fence ? Array.FindIndex(lines, 1, static line => line.Trim() == Fence) : -1;
        if (end < 0)
        {
            problems.Add(new KnowledgeProblem(file, Problems.HeadMissing));
            return null;
        }

        var head = ReadHead(file, lines[1..end], problems, out var questions);
        return new Article
        {
            Id = id,
            Language = head.GetValueOrDefault("language", "en"),
            Title = head.GetValueOrDefault("title", ""),
            Questions = questions,
            Topic = head.GetValueOrDefault("topic"),
            Answer = Plain(string.Join('\n', lines[(end + 1)..])),
            Spoken = head.GetValueOrDefault("spoken"),
        };
    }

    private static Dictionary<string, string> ReadHead(
        string file, string[] lines, ICollection<KnowledgeProblem> problems, out List<string> questions)
    {
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        questions = [];
        var isList = false;
        foreach (var line in lines.Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal) && isList)
            {
                questions.Add(Unquote(line[2..]));
                continue;
            }

            var (name, value) = line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
                ? (line[..colon].Trim(), Unquote(line[(colon + 1)..]))
                : (line, "");
            isList = name == "questions";
            if (isList)
            {
                continue;
            }

            if (name is not ("title" or "language" or "topic" or "spoken"))
            {
                problems.Add(new KnowledgeProblem(file, Problems.HeadUnknown(name)));
            }
            else if (value.Length > 0)
            {
                head[name] = value;
            }
        }

        return head;
    }

    private static string Unquote(string value)
    {
        value = value.Trim();
        return value.Length > 1 && value[0] == value[^1] && value[0] is '"' or '\'' ? value[1..^1] : value;
    }

    private static string Plain(string markdown)
    {
        var text = Link().Replace(markdown, "$1 ($2)");
        text = LineMark().Replace(text, "");
        text = Emphasis().Replace(text, "$2");
        return Blank().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"\[([^\[\]]{1,200})\]\(([^()\s]{1,200})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^[ \t]*(?:#{1,6}|[-*+]|>)[ \t]+", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LineMark();

    [GeneratedRegex(@"(\*\*|__|\*|`)([^*_`\n]{1,400})\1", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
