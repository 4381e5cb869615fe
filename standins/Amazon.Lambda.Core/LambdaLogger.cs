namespace Amazon.Lambda.Core;

/// <summary>The function's log where no <see cref="ILambdaContext"/> is at hand. Outside of a runtime it is the console.</summary>
public static class LambdaLogger
{
    /// <summary>Set by the runtime: level (or null for a bare line), exception (or null), message template, arguments.</summary>
    internal static Action<string, Exception, string, object[]> Write { get; set; } = WriteToConsole;

    public static void Log(string message) => Write(null, null, message, []);

    public static void Log(string level, string message, params object[] args) => Write(level, null, message, args);

    public static void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) =>
        Write(level, exception, message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Log(level.ToString(), exception, message, args);

    private static void WriteToConsole(string level, Exception exception, string message, object[] args)
    {
        Console.WriteLine(message);
        if (exception is not null)
        {
            Console.WriteLine(exception);
        }
    }
}
