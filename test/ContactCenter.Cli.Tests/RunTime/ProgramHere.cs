using System.Collections.Frozen;
using System.Text;

namespace ContactCenter.Cli.Tests.RunTime;

/// <summary>
/// The program within this process, which spares each command the start of one of its own: what it reads and prints is its own, beside
/// whatever other tests run at the same time. The folder and the environment are those of the process, and the same for all.
/// </summary>
internal static class ProgramHere
{
    /// <summary>What a test gives as credentials, for the emulator and for accounts of its own.</summary>
    public static readonly FrozenDictionary<string, string> Credentials = new Dictionary<string, string>
    {
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
    }.ToFrozenDictionary();

    private static readonly AsyncLocal<Streams?> Taken = new();

    /// <summary>Made when it is first needed: who runs the tests puts writers of its own there after this assembly was loaded.</summary>
    private static readonly Lazy<bool> IsRouted = new(Route);

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="folder">The folder in which it runs, and all that runs at the same time; null: one where no file of ours is.</param>
    /// <param name="input">What it finds on standard input.</param>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string[] arguments, string? folder = null, string input = "")
    {
        _ = IsRouted.Value;
        var streams = new Streams(input);
        Taken.Value = streams;
        if (folder is not null)
        {
            Directory.SetCurrentDirectory(folder);
        }

        try
        {
            return (await Program.Run(arguments), Encoding.UTF8.GetString(streams.Bytes.ToArray()), streams.Told.ToString());
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
    private static bool Route()
    {
        Directory.SetCurrentDirectory(Path.GetTempPath());
        Environment.SetEnvironmentVariable("LC_ALL", "C");
        foreach (var (name, value) in Credentials)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Console.SetIn(new RoutedReader());
        Console.SetOut(new RoutedWriter(Console.Out, static streams => streams.Output));
        Console.SetError(new RoutedWriter(Console.Error, static streams => streams.Errors));
        StandardStreams.OpenInput = static () => Taken.Value?.OpenInput() ?? Stream.Null;
        StandardStreams.OpenOutput = static () => Taken.Value?.Bytes ?? Console.OpenStandardOutput();
        return true;
    }

    /// <summary>What one command reads and writes.</summary>
    private sealed class Streams(string input)
    {
        public KeptStream Bytes { get; } = new();

        public TextReader Input { get; } = new StringReader(input);

        public TextWriter Output => field ??= TextWriter.Synchronized(new StreamWriter(Bytes, leaveOpen: true) { AutoFlush = true });

        public StringWriter Told { get; } = new();

        public TextWriter Errors => field ??= TextWriter.Synchronized(Told);

        public MemoryStream OpenInput() => new MemoryStream(Encoding.UTF8.GetBytes(input));
    }

    /// <summary>What a command has written: it may close this, and another part of it write on.</summary>
    private sealed class KeptStream : MemoryStream
    {
        /// <summary>There is nothing to let go of.</summary>
        public override void Close()
        {
        }
    }

    /// <summary>Reads what the command finds whose flow of control this is; else nothing.</summary>
    private sealed class RoutedReader : TextReader
    {
        private static TextReader Now => Taken.Value?.Input ?? Null;

        public override int Peek() => Now.Peek();

        public override int Read() => Now.Read();

        public override int Read(char[] buffer, int index, int count) => Now.Read(buffer, index, count);
    }

    /// <summary>Writes to where the command writes whose flow of control this is; else to where the process does.</summary>
    private sealed class RoutedWriter(TextWriter process, Func<Streams, TextWriter> of) : TextWriter
    {
        public override Encoding Encoding => process.Encoding;

        private TextWriter Now => Taken.Value is { } streams ? of(streams) : process;

        public override void Write(char value) => Now.Write(value);

        public override void Write(string? value) => Now.Write(value);

        public override void Write(char[] buffer, int index, int count) => Now.Write(buffer, index, count);

        public override void Write(ReadOnlySpan<char> buffer) => Now.Write(buffer);

        public override void Flush() => Now.Flush();
    }
}
