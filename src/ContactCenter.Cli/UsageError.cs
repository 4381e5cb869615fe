using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace ContactCenter.Cli;

/// <summary>What is told when a command line is wrong: one line that says what, one that says where to read on.</summary>
internal static partial class UsageError
{
    /// <summary>
    /// What is wrong with a command line. What looks like an option and is none counts, though the parser takes it for an argument where
    /// the command has one; whoever means it as one writes it behind <c>--</c>.
    /// </summary>
    public static IReadOnlyList<string> Of(ParseResult parsed) =>
    [
        .. parsed.Errors.Select(static error => error.Message),
        .. parsed.Tokens.TakeWhile(static token => token.Type != TokenType.DoubleDash)
            .Where(static token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))
            .Select(static token => Parser.Unrecognized(token.Value)),
    ];

    /// <summary>Writes the two lines.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="problems">What is wrong with it.</param>
    /// <param name="errors">Where they go.</param>
    public static void Write(ParseResult parsed, IEnumerable<string> problems, TextWriter errors)
    {
        // a command that is not known is missing too, which says nothing more
        string[] wrong = [.. problems.Select(Plain).Distinct()];
        var told = wrong.Length == 1 ? wrong : wrong.Where(static one => one != Parser.NoCommand);
        errors.WriteLine(string.Join(" ", told.Select(Spoken.Now.Parser)));
        errors.WriteLine(Say.UsageLine(Name(parsed)));
    }

    /// <summary>The message on one line, without names of types.</summary>
    internal static string Plain(string message)
    {
        var line = ExpectedType().Replace(
            message.ReplaceLineEndings(" ").Trim(), static match => Say.Expected(Words(match.Groups["type"].Value)));
        return Choice().Replace(line, static match =>
            Say.FoundExpected(
                match.Groups["found"].Value, Counted.Or(match.Groups["one"].Captures.Select(static one => one.Value))));
    }

    private static string Words(string type) => type switch
    {
        _ when type.Contains("Int", StringComparison.Ordinal) => Say.WholeNumber,
        _ when type.Contains("DateTime", StringComparison.Ordinal) => Say.ATime,
        _ when type.Contains("Boolean", StringComparison.Ordinal) => Say.TrueOrFalse,
        _ when type.Contains("Double", StringComparison.Ordinal) => Say.ANumber,
        _ => Say.AnotherValue,
    };

    private static string Name(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result.Command is not RootCommand;)
        {
            names.Insert(0, result.Command.Name);
            if (result.Parent is not CommandResult parent)
            {
                break;
            }

            result = parent;
        }

        return string.Join(' ', names.Prepend("contactcenter"));
    }

    [GeneratedRegex("Argument (?<found>'[^']*') not recognized\\. Must be one of:(\\s*'(?<one>[^']*)')+")]
    private static partial Regex Choice();

    [GeneratedRegex(" as expected type '(?<type>[^']+)'")]
    private static partial Regex ExpectedType();
}
