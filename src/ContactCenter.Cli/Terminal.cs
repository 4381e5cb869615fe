using Spectre.Console;

namespace ContactCenter.Cli;

/// <summary>The terminal: colours and the window's width for people, plain lines of any length for files and pipes.</summary>
internal static class Terminal
{
    /// <summary>Wide enough that no line of ours is broken.</summary>
    private const int UnbrokenWidth = 1000;

    public static IAnsiConsole Create()
    {
        var isFile = Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = isFile ? AnsiSupport.No : AnsiSupport.Detect });
        if (isFile)
        {
            console.Profile.Width = UnbrokenWidth;
        }

        return console;
    }
}
