using System.Text;

namespace ContactCenter.Cli.Tests.RunTime;

/// <summary>
/// The program within this process, which spares each command the start of one of its own: what it prints and reads is its own, beside
/// whatever other tests run at the same time. The folder and the environment are those of the process, and the same for all.
/// </summary>
internal static class ProgramHere
{
    /// <summary>Made when they are first needed: who runs the tests puts writers of its own there after this assembly was loaded.</summary>
    private static readonly Lazy<(RoutedWriter Out, RoutedWriter Error)> Writers = new(Route);

    /// <summary>Runs a command line that reads nothing from standard input, and writes to it by <see cref="Console.Out"/> alone.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="folder">The folder in which it runs, and all that runs at the same time; null: one where no file of ours is.</param>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, string? folder = null)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var (toOutput, toErrors) = Writers.Value;
        (toOutput.Taken, toErrors.Taken) = (TextWriter.Synchronized(output), TextWriter.Synchronized(errors));
        if (folder is not null)
        {
            Directory.SetCurrentDirectory(folder);
        }

        try
        {
            return (await Program.Run(arguments), output.ToString(), errors.ToString());
        }
        finally
        {
            if (folder is not null)
            {
                Directory.SetCurrentDirectory(Path.GetTempPath());
            }
        }
    }

    /// <summary>In a folder where no file of ours is found unasked, and in English, whatever whoever runs the tests speaks.</summary>
    private static (RoutedWriter Out, RoutedWriter Error) Route()
    {
        Directory.SetCurrentDirectory(Path.GetTempPath());
        Environment.SetEnvironmentVariable("LC_ALL", "C");
        var (output, errors) = (new RoutedWriter(Console.Out), new RoutedWriter(Console.Error));
        Console.SetIn(TextReader.Null);
        Console.SetOut(output);
        Console.SetError(errors);
        return (output, errors);
    }

    /// <summary>Writes to where the command writes whose flow of control this is; else to where the process does.</summary>
    private sealed class RoutedWriter(TextWriter process) : TextWriter
    {
        private readonly AsyncLocal<TextWriter?> _taken = new();

        public TextWriter? Taken
        {
            set => _taken.Value = value;
        }

        public override Encoding Encoding => process.Encoding;

        private TextWriter Now => _taken.Value ?? process;

        public override void Write(char value) => Now.Write(value);

        public override void Write(string? value) => Now.Write(value);

        public override void Write(char[] buffer, int index, int count) => Now.Write(buffer, index, count);

        public override void Write(ReadOnlySpan<char> buffer) => Now.Write(buffer);

        public override void Flush() => Now.Flush();
    }
}
