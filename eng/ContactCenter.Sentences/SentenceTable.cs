using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace ContactCenter.Sentences;

/// <summary>
/// The sentences of one language: lines <c>Name = sentence with {placeholders}</c>; a line that begins with a blank continues the one
/// before it, and one that begins with <c>#</c> says something to whoever writes the file. A page, such as help, is <c>Name =</c> and
/// then a line that begins with <c>|</c> for each of its lines. A word in two braces is one in braces that is no placeholder.
/// </summary>
/// <param name="About">What they are about, the first part of the name of a file such as <c>findings.en.txt</c>; else nothing.</param>
/// <param name="Language">Two-letter code, the last part of the name of the file.</param>
/// <param name="Path">The file.</param>
/// <param name="Sentences">In the order of the file.</param>
internal sealed record SentenceTable(string About, string Language, string Path, IReadOnlyList<Sentence> Sentences)
{
    private static readonly Regex Line = new("^(?<name>[A-Z][A-Za-z0-9]*) =( (?<text>.+))?$", RegexOptions.CultureInvariant);

    /// <summary>Reads a file; what is no sentence is told.</summary>
    public static SentenceTable Read(string path, SourceText text, ICollection<(int Line, string Problem)> problems)
    {
        var sentences = new List<Sentence>();
        foreach (TextLine line in text.Lines)
        {
            string words = line.ToString().TrimEnd();
            if (words.Length == 0 || words[0] == '#')
            {
                continue;
            }

            if (words[0] == ' ' && sentences.Count > 0)
            {
                Sentence before = sentences[sentences.Count - 1];
                sentences[sentences.Count - 1] = before with { Text = $"{before.Text} {words.Trim()}" };
            }
            else if (words[0] == '|' && sentences.Count > 0)
            {
                Sentence before = sentences[sentences.Count - 1];
                sentences[sentences.Count - 1] = before with
                {
                    Text = before.Text.Length == 0 && !before.IsPage ? words.Substring(1) : $"{before.Text}\n{words.Substring(1)}",
                    IsPage = true,
                };
            }
            else if (Line.Match(words) is { Success: true } match)
            {
                sentences.Add(new Sentence(match.Groups["name"].Value, match.Groups["text"].Value, line.LineNumber));
            }
            else
            {
                problems.Add((line.LineNumber, "expected 'Name = sentence', or the rest of one behind a blank"));
            }
        }

        foreach (Sentence empty in sentences.Where(static one => one.Text.Length == 0))
        {
            problems.Add((empty.Line, $"{empty.Name} says nothing"));
        }

        string name = System.IO.Path.GetFileNameWithoutExtension(path);
        int dot = name.LastIndexOf('.');
        return new SentenceTable(dot < 0 ? "" : name.Substring(0, dot), name.Substring(dot + 1), path, sentences);
    }

    /// <summary>What this language has otherwise than English.</summary>
    public IEnumerable<(int Line, string Problem)> Differences(SentenceTable english)
    {
        foreach (IGrouping<string, Sentence> twice in Sentences.GroupBy(static one => one.Name).Where(static group => group.Count() > 1))
        {
            yield return (twice.Last().Line, $"{twice.Key} stands here twice");
        }

        var own = Sentences.GroupBy(static one => one.Name).ToDictionary(static group => group.Key, static group => group.First());
        foreach (Sentence sentence in english.Sentences)
        {
            if (!own.TryGetValue(sentence.Name, out Sentence? same))
            {
                yield return (0, $"{sentence.Name} is missing; English has \"{sentence.Text}\"");
            }
            else if (!same.Placeholders.OrderBy(static name => name, StringComparer.Ordinal)
                .SequenceEqual(sentence.Placeholders.OrderBy(static name => name, StringComparer.Ordinal)))
            {
                yield return (
                    same.Line, $"{sentence.Name} must have the placeholders of English: {string.Join(", ", sentence.Placeholders)}");
            }
        }

        foreach (Sentence extra in Sentences.Where(one => english.Sentences.All(other => other.Name != one.Name)))
        {
            yield return (extra.Line, $"English has no {extra.Name}");
        }
    }
}

/// <summary>One sentence.</summary>
/// <param name="Name">By which code says it.</param>
/// <param name="Text">With its placeholders in braces; one with a star holds a sentence itself.</param>
/// <param name="Line">Where it stands, from 0.</param>
internal sealed record Sentence(string Name, string Text, int Line)
{
    private static readonly Regex Placeholder = new(@"(?<!\{)\{\*?(?<name>[a-z][A-Za-z0-9]*)\}(?!\})", RegexOptions.CultureInvariant);

    /// <summary>A word in braces that is said as it is.</summary>
    private static readonly Regex Braced = new(@"\{\{(?<name>[a-z][A-Za-z0-9]*)\}\}", RegexOptions.CultureInvariant);

    /// <summary>The text as it is said.</summary>
    public string Said => Braced.Replace(Text, "{${name}}");

    /// <summary>True for a text of several lines.</summary>
    public bool IsPage { get; init; }

    /// <summary>The names in braces, in order.</summary>
    public IReadOnlyList<string> Placeholders =>
        [.. Placeholder.Matches(Text).Cast<Match>().Select(static match => match.Groups["name"].Value)];

    /// <summary>The sentence as an interpolated string has it: braces of no placeholder are words.</summary>
    public string Interpolated
    {
        get
        {
            var code = new StringBuilder();
            int from = 0;
            foreach (Match placeholder in Placeholder.Matches(Text))
            {
                _ = code.Append(Escaped(Text.Substring(from, placeholder.Index - from))).Append($"{{{placeholder.Groups["name"].Value}}}");
                from = placeholder.Index + placeholder.Length;
            }

            return code.Append(Escaped(Text.Substring(from))).ToString();
        }
    }

    private static string Escaped(string words) => Braced.Replace(words, "{${name}}")
        .Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("{", "{{").Replace("}", "}}");
}
