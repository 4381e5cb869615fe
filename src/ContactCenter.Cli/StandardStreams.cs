namespace ContactCenter.Cli;

/// <summary>
/// Standard input and output as bytes: <see cref="Console.Out"/> writes each line through, which is slow for a stream of events. Who runs
/// several command lines within one process gives each its own.
/// </summary>
internal static class StandardStreams
{
    /// <summary>Opens standard input.</summary>
    public static Func<Stream> OpenInput { get; set; } = Console.OpenStandardInput;

    /// <summary>Opens standard output.</summary>
    public static Func<Stream> OpenOutput { get; set; } = Console.OpenStandardOutput;
}
