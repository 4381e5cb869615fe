namespace ContactCenter.Cli.Invoke;

/// <summary>A file that was named is not what it should be; the message names it and says what is expected.</summary>
internal sealed class InputException(string message) : Exception(message);
