namespace ContactCenter.Cli;

/// <summary>
/// Standard input and output as bytes: <see cref="Console.Out"/> writes each line through, which is slow for a stream of events. Who runs
/// several command lines within one process gives each its own.
/// </summary>
internal static class StandardStreams
{
    /// <summary>Opens standard input.</summary>
    public static Func<Stream> OpenInput { get; set; } = Console.OpenStandardInput;

    /// <summary>Standard input for texts, one a line; at a terminal it is said that they are awaited.</summary>
    public static TextReader AwaitTexts()
    {
        if (!Console.IsInputRedirected)
        {
            Console.Error.WriteLine(Say.TextsAwaited);
        }

        return Console.In;
    }

    /// <summary>Opens standard output.</summary>
    public static Func<Stream> OpenOutput { get; set; } = Console.OpenStandardOutput;
}
