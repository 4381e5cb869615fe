using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>One line of the log.</summary>
internal sealed record LogEntry(
    DateTimeOffset At,
    LogLevel? Level,
    RuntimeApiHeaders Invocation,
    Exception Exception,
    MessageTemplate Message)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Names that the JSON form uses itself; a placeholder of that name is only in the message.</summary>
    private static readonly HashSet<string> OwnNames =
        ["timestamp", "level", "requestId", "traceId", "tenantId", "message", "errorType", "errorMessage", "stackTrace"];

    private string Timestamp => At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public string ToText()
    {
        string text = $"{Timestamp}\t{Invocation?.AwsRequestId}\t{Abbreviate(Level)}\t{Message.Text}";
        return Exception is null ? text : $"{text}\n{Exception}";
    }

    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp", Timestamp);
            writer.WriteString("level", (Level ?? LogLevel.Information).ToString());
            WriteIfAny(writer, "requestId", Invocation?.AwsRequestId);
            WriteIfAny(writer, "traceId", Invocation?.TraceId);
            WriteIfAny(writer, "tenantId", Invocation?.TenantId);
            writer.WriteString("message", Message.Text);
            var written = new HashSet<string>(OwnNames);
            foreach ((string name, object value) in Message.Properties)
            {
                if (value is not null && written.Add(name))
                {
                    WriteValue(writer, name, value);
                }
            }

            WriteException(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case long number:
                writer.WriteNumber(name, number);
                break;
            case decimal number:
                writer.WriteNumber(name, number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumber(name, number);
                break;
            case DateTimeOffset time:
                writer.WriteString(name, time);
                break;
            default:
                writer.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string Abbreviate(LogLevel? level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        LogLevel.Critical => "crit",
        _ => "info",
    };

    private void WriteException(Utf8JsonWriter writer)
    {
        if (Exception is null)
        {
            return;
        }

        writer.WriteString("errorType", Exception.GetType().FullName);
        writer.WriteString("errorMessage", Exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (string line in Exception.ToString().Split('\n', StringSplitOptions.TrimEntries))
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
    }
}
