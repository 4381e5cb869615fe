namespace ContactCenter.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Everything went well.</summary>
    public const int Done = 0;

    /// <summary>The command did its work, but part of the input was refused or found wrong.</summary>
    public const int Problems = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Somebody stopped it (128 and the number of the signal, as shells have it).</summary>
    public const int Interrupted = 130;
}
