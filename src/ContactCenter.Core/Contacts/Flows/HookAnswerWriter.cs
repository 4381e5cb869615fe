using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContactCenter.Core.Contacts.Flows;

/// <summary>
/// Writes what goes back to the flow: always the same keys, those of the prepared answer, each with a clean string that is not empty, and
/// never more than Amazon Connect takes.
/// </summary>
public static class HookAnswerWriter
{
    /// <summary>Amazon Connect takes less than 32 KB of UTF-8 (administrator guide, Lambda functions).</summary>
    public const int MaximumBytes = (32 * 1024) - 1;

    // a flow is no web page: quotes stay short, so that more fits and people can read it in the log of the flow
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The parameter <c>answer</c> of the block is <c>json</c>: the block's response type is JSON, and objects are wanted as such, because
    /// "set routing criteria" takes nothing else. Everything beside them is the same.
    /// </summary>
    public static bool WantsObjects(FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return string.Equals(request.Parameters.GetValueOrDefault("answer"), "json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Writes an answer.</summary>
    /// <param name="answer">The answer; what it lacks is taken from the prepared one, what only it has is left out.</param>
    /// <param name="prepared">The prepared answer of the hook, which fits always.</param>
    /// <param name="request">
    /// Who is answered: what is spoken is spelled for it, and <see cref="WantsObjects"/> says in what form objects come.
    /// </param>
    public static byte[] Write(HookAnswer answer, HookAnswer prepared, FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(prepared);
        var buffer = new ArrayBufferWriter<byte>(1024);
        WriteTo(buffer, answer, prepared, request);
        if (buffer.WrittenCount > MaximumBytes)
        {
            buffer.Clear();
            WriteTo(buffer, prepared, prepared, request);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteTo(ArrayBufferWriter<byte> buffer, HookAnswer answer, HookAnswer prepared, FlowRequest request)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        foreach (var (name, value) in prepared.Values)
        {
            json.WriteString(name, FlowValue.Of(answer.Values.GetValueOrDefault(name) ?? value));
        }

        foreach (var (name, text) in prepared.Sentences)
        {
            json.WriteString(name, FlowSpeech.For(request, answer.Sentences.GetValueOrDefault(name) ?? text) ?? FlowValue.None);
        }

        foreach (var (name, text) in prepared.Notes)
        {
            json.WriteString(name, FlowSpeech.Shown(answer.Notes.GetValueOrDefault(name) ?? text));
        }

        var asObjects = WantsObjects(request);

        foreach (var (name, text) in prepared.Objects)
        {
            var value = answer.Objects.GetValueOrDefault(name) ?? text ?? "{}";
            if (asObjects)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value);
            }
            else
            {
                json.WriteString(name, value);
            }
        }

        json.WriteEndObject();
    }
}
