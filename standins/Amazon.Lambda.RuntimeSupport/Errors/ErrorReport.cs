using System.Buffers;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>
/// How Lambda is told of an exception: <c>errorType</c>, <c>errorMessage</c>, <c>stackTrace</c> and <c>cause</c>.
/// The Runtime API refuses large reports, so each part is bounded.
/// </summary>
internal sealed record ErrorReport(string ErrorType, string ErrorMessage, IReadOnlyList<string> StackTrace, ErrorReport Cause)
{
    private const int MaximumMessage = 16_384;
    private const int MaximumStackTrace = 100;
    private const int DeepestCause = 8;

    public static ErrorReport Of(Exception exception, string errorType = null) => Of(exception, errorType, DeepestCause);

    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static ErrorReport Of(Exception exception, string errorType, int depth)
    {
        // An aggregate of one says less than the one.
        if (exception is AggregateException { InnerExceptions.Count: 1 } aggregate)
        {
            exception = aggregate.InnerExceptions[0];
        }

        string message = exception.Message;
        return new ErrorReport(
            errorType ?? exception.GetType().Name,
            message.Length <= MaximumMessage ? message : message[..MaximumMessage],
            [.. Lines(exception.StackTrace).Take(MaximumStackTrace)],
            exception.InnerException is null || depth == 0 ? null : Of(exception.InnerException, null, depth - 1));
    }

    private static string[] Lines(string stackTrace) =>
        stackTrace?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", ErrorType);
        writer.WriteString("errorMessage", ErrorMessage);
        writer.WriteStartArray("stackTrace");
        foreach (string line in StackTrace)
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
        if (Cause is not null)
        {
            writer.WritePropertyName("cause");
            Cause.Write(writer);
        }

        writer.WriteEndObject();
    }
}
