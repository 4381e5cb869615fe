using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// Writes the function's log to standard output, which Lambda sends to CloudWatch Logs: one JSON object per line when
/// <c>AWS_LAMBDA_LOG_FORMAT</c> is <c>JSON</c>, tab-separated text otherwise; nothing below <c>AWS_LAMBDA_LOG_LEVEL</c>.
/// </summary>
internal sealed class LambdaConsoleLogger(TextWriter output, bool json, LogLevel minimumLevel, TimeProvider clock) : ILambdaLogger
{
    private volatile RuntimeApiHeaders _invocation;

    public static LambdaConsoleLogger Create(TimeProvider clock) => new(
        Console.Out,
        string.Equals(Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT"), "JSON", StringComparison.OrdinalIgnoreCase),
        ParseLevel(Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL")) ?? LogLevel.Trace,
        clock);

    public void BeginInvocation(RuntimeApiHeaders headers) => _invocation = headers;

    public void Log(string message) => output.Write(message);

    public void LogLine(string message) => Write(null, null, message, []);

    public void Log(string level, string message) => Write(level, null, message, []);

    public void Log(string level, string message, params object[] args) => Write(level, null, message, args);

    public void Log(string level, Exception exception, string message, params object[] args) =>
        Write(level, exception, message, args);

    /// <param name="level">Null for a bare line, which is always written.</param>
    /// <param name="exception">Null when there is none.</param>
    /// <param name="message">May hold {placeholders}.</param>
    /// <param name="args">The values of the placeholders, in their order.</param>
    public void Write(string level, Exception exception, string message, object[] args)
    {
        LogLevel? parsed = ParseLevel(level);
        if (parsed < minimumLevel)
        {
            return;
        }

        var entry = new LogEntry(clock.GetUtcNow(), parsed, _invocation, exception, MessageTemplate.Parse(message, args));
        output.WriteLine(json ? entry.ToJson() : entry.ToText());
    }

    /// <summary>Reads the names of this enumeration as well as those of Lambda's settings (WARN, FATAL).</summary>
    private static LogLevel? ParseLevel(string text) => text?.ToUpperInvariant() switch
    {
        null or "" => null,
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" or "CRITICAL" => LogLevel.Critical,
        _ => LogLevel.Information,
    };
}
