using System.CommandLine;
using System.CommandLine.Completions;

namespace ContactCenter.Cli.Tests.Outside;

/// <summary>Every command with its options, its arguments and the values that they name.</summary>
internal static class CommandTree
{
    public static IEnumerable<string> Of(Command command, string path = "contactcenter")
    {
        yield return $"{path}{Aliases(command.Aliases)}{(command.Hidden ? " (hidden)" : "")}";
        foreach (var argument in command.Arguments)
        {
            yield return $"  <{argument.Name}>{Number(argument.Arity)}{Values(argument)}";
        }

        foreach (var option in command.Options.OrderBy(option => option.Name, StringComparer.Ordinal))
        {
            var required = option.Required ? " required" : "";
            yield return $"  {option.Name}{Aliases(option.Aliases)}{Number(option.Arity)}{required}{Values(option)}";
        }

        var subcommands = command.Subcommands.OrderBy(each => each.Name, StringComparer.Ordinal);
        foreach (var line in subcommands.SelectMany(each => Of(each, $"{path} {each.Name}")))
        {
            yield return line;
        }
    }

    private static string Aliases(ICollection<string> aliases) =>
        string.Concat(aliases.Order(StringComparer.Ordinal).Select(alias => $" | {alias}"));

    private static string Number(ArgumentArity arity) =>
        $" {arity.MinimumNumberOfValues}..{(arity.MaximumNumberOfValues > 1 ? "n" : $"{arity.MaximumNumberOfValues}")}";

    private static string Values(Symbol symbol)
    {
        var values = symbol.GetCompletions(CompletionContext.Empty)
            .Select(completion => completion.Label).Order(StringComparer.Ordinal).ToArray();
        return values.Length == 0 ? "" : $": {string.Join(" | ", values)}";
    }
}
