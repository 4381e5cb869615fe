using System.Text.RegularExpressions;

namespace ContactCenter.Core.Tests.Architecture;

/// <summary>
/// One word for one idea, as docs/design/words.md has it: which words are found in names, in comments and in documents that should be
/// others. What stands between quotation marks is not looked at: messages, tables and files keep what they say.
/// </summary>
internal static partial class WordRules
{
    /// <summary>Words that gave way, each with the one that is used.</summary>
    private static readonly Dictionary<string, string> Old = new(StringComparer.OrdinalIgnoreCase)
    {
        ["trouble"] = "incident",
        ["troubles"] = "incidents",
        ["troubled"] = "incident",
        ["heal"] = "remediate",
        ["heals"] = "remediates",
        ["healed"] = "remediated",
        ["healing"] = "remediation",
        ["healer"] = "remediator",
        ["loan"] = "lease",
        ["loans"] = "leases",
        ["borrow"] = "lease",
        ["borrows"] = "leases",
        ["borrowed"] = "leased",
        ["mood"] = "sentiment",
        ["moods"] = "sentiment",
    };

    /// <summary>What files, tables and flows know by an older name (words.md), and what is made of it.</summary>
    private static readonly string[] Kept = ["HealCapacity", "HealFunctions", "TrackMood"];

    /// <summary>What was measured and bounds nothing, and a name of .NET.</summary>
    private static readonly HashSet<string> Measured =
    [
        "HighestProbability", "LargestIncidents", "LargestItem", "LongestCallback", "LongestRecovery", "LongestSample", "LongestWait",
        "MostRedAtOnce", "SmallestSize", "mostReads", "mostRed", "mostWrites",
    ];

    /// <summary>What a file of C# calls otherwise than the glossary does, as sentences.</summary>
    public static IEnumerable<string> Broken(SourceFile file)
    {
        var code = Part().Replace(file.Text, static part => part.Value.StartsWith('/') ? part.Value : "\"\"");
        foreach (var name in Name().Matches(Comment().Replace(code, " ")).Select(static match => match.Value.TrimStart('_')).Distinct())
        {
            var plain = Kept.Aggregate(name, static (name, kept) => name.Replace(kept, "", StringComparison.Ordinal));
            foreach (var word in Words().Matches(plain).Select(static match => match.Value).Where(Old.ContainsKey))
            {
                yield return $"{file.Path} has {name}: say {Old[word]} for {word}";
            }

            if (Limit().Match(name) is { Success: true } limit && !Measured.Contains(name))
            {
                yield return $"{file.Path} has {name}: a limit is {(limit.Groups["low"].Success ? "Minimum" : "Maximum")}…";
            }
        }

        foreach (var sentence in Comment().Matches(code).SelectMany(match => Prose(file.Path, Quoted().Replace(match.Value, " "))))
        {
            yield return sentence;
        }

        foreach (var type in (file with { Text = code }).Types.Where(static type => type.Contains("Repair", StringComparison.Ordinal)))
        {
            yield return $"{file.Path} declares {type}: say Remediation for Repair";
        }
    }

    /// <summary>What prose calls otherwise than the glossary does; what stands between backticks is somebody's name.</summary>
    public static IEnumerable<string> Prose(string path, string text) => Words()
        .Matches(CodeSpan().Replace(text, " "))
        .Select(static match => match.Value)
        .Where(Old.ContainsKey)
        .Select(word => $"{path}: say {Old[word]} for {word}");

    /// <summary>Comments, which are kept, and texts, which are not; whichever begins first.</summary>
    [GeneratedRegex("""//[^\n]*|/\*[\s\S]*?\*/|\"{3,}[\s\S]*?\"{3,}|@\"(\"\"|[^\"])*\"|\"(\\.|[^\"\\\n])*\"|'(\\.|[^'\\\n])'""")]
    private static partial Regex Part();

    [GeneratedRegex(@"//[^\n]*|/\*[\s\S]*?\*/")]
    private static partial Regex Comment();

    [GeneratedRegex("\"[^\"\n]*\"|<c>[^<]*</c>")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"```[\s\S]*?```|`[^`\n]*`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Name();

    /// <summary>The words of a name or a sentence.</summary>
    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Words();

    [GeneratedRegex("^([Mm]ost|[Ll]ongest|[Ll]argest|[Gg]reatest|[Hh]ighest|(?<low>[Ll]east|[Ss]hortest|[Ss]mallest))[A-Z]")]
    private static partial Regex Limit();
}
