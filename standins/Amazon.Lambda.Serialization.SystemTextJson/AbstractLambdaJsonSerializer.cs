using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>What every JSON serializer of functions does: bytes in and out, errors that name the type, the options.</summary>
public abstract class AbstractLambdaJsonSerializer
{
    /// <summary>Longest excerpt of an event in an error message: enough to recognise it, not enough to log a customer's data.</summary>
    private const int ExcerptLength = 80;

    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
    {
        WriterOptions = new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        jsonWriterCustomizer?.Invoke(WriterOptions);
    }

    protected JsonWriterOptions WriterOptions { get; }

    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using var writer = new Utf8JsonWriter(responseStream, WriterOptions);
            InternalSerialize(writer, response);
        }
        catch (Exception e)
        {
            throw new JsonSerializerException($"Cannot write a {typeof(T).FullName} as JSON: {e.Message}", e);
        }
    }

    public T Deserialize<T>(Stream requestStream)
    {
        byte[] json = ReadAll(requestStream);
        try
        {
            return InternalDeserialize<T>(json);
        }
        catch (Exception e)
        {
            string message = json.Length == 0
                ? $"Cannot read a {typeof(T).FullName}: the event is empty."
                : $"Cannot read a {typeof(T).FullName} from an event of {json.Length} bytes that begins with '{Excerpt(json)}': "
                    + $"{e.Message}";
            throw new JsonSerializerException(message, e);
        }
    }

    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = new AwsNamingPolicy(),
        Converters = { new DateTimeConverter(), new MemoryStreamConverter(), new ByteArrayConverter() },
    };

    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    private static byte[] ReadAll(Stream stream)
    {
        if (stream is MemoryStream memory)
        {
            return memory.ToArray();
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Excerpt(byte[] json)
    {
        string text = Encoding.UTF8.GetString(json, 0, Math.Min(json.Length, ExcerptLength));
        return text.ReplaceLineEndings(" ");
    }
}
