using System.CommandLine;

namespace ContactCenter.Cli;

/// <summary>The help of the program on one page: each command in a line; its own help tells the rest.</summary>
internal static class HelpPage
{
    private const int Width = 100;

    /// <summary>True for a command line that asks for nothing but the help of the program.</summary>
    public static bool IsAsked(string[] arguments) =>
        arguments is ["--help" or "-h" or "-?" or "/?" or "help"] or ["--help" or "-h" or "-?" or "/?" or "help", "--language", _];

    /// <summary>The language that is named beside the flag for help, or null.</summary>
    public static string? Language(string[] arguments) => IsAsked(arguments) && arguments is [_, _, var language] ? language : null;

    /// <summary>The page.</summary>
    /// <param name="root">The program.</param>
    public static string Of(RootCommand root)
    {
        var commands = root.Subcommands.Select(static command => Line(command.Name, command.Description ?? ""));
        return $"""
            {root.Description}

            {Say.HelpCommands}
            {string.Join('\n', commands)}

            {Say.HelpFoot}

            """.ReplaceLineEndings();
    }

    /// <summary>The first sentence, as far as it fits.</summary>
    private static string Line(string name, string description)
    {
        var text = string.Join(' ', description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        var sentence = end < 0 ? text : text[..(end + 1)];
        var begin = $"  {name,-16}";
        var room = Width - begin.Length;
        if (sentence.Length <= room)
        {
            return begin + sentence;
        }

        var cut = sentence.LastIndexOf(' ', room - 2);
        return $"{begin}{sentence[..(cut > 0 ? cut : room - 2)]} …";
    }
}
