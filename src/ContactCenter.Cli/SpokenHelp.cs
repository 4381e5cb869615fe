using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ContactCenter.Cli;

/// <summary>The help of a command, whose headings are the library's, in the language of the reader.</summary>
internal sealed class SpokenHelp(HelpAction english) : SynchronousCommandLineAction
{
    /// <summary>What the library puts around the words of a command.</summary>
    private static readonly string[] Words =
    [
        Parser.Description, Parser.Usage, Parser.Arguments, Parser.Options, Parser.Commands, Parser.OptionsMark, Parser.CommandMark,
        Parser.Default, Parser.Required, Parser.ShowHelp, Parser.ShowVersion,
    ];

    /// <summary>Help is told whatever else the command line lacks.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var page = new StringWriter();
        configuration.Output = page;
        var code = english.Invoke(parseResult);
        configuration.Output = output;
        output.Write(Words.Aggregate(page.ToString(), static (text, words) => text.Replace(
            words, Spoken.Now.Parser(words), StringComparison.Ordinal)));
        return code;
    }
}
