using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>What left the functions, step by step, as a text that people can read.</summary>
internal sealed class MessageText(World world)
{
    private static readonly JsonSerializerOptions Options =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _text = new();
    private int _http;
    private int _aws;

    /// <summary>Everything that has left since the last step, in the order of the texts, because effects may leave side by side.</summary>
    /// <param name="step">What happened.</param>
    /// <param name="answer">What the function answered to whoever called it, or null when nobody reads that.</param>
    public void Add(string step, string? answer = null)
    {
        _ = _text.Append(CultureInfo.InvariantCulture, $"# {step}\n\n");
        if (answer is not null)
        {
            _ = _text.Append(CultureInfo.InvariantCulture, $"answer\n{Readable(answer)}\n\n");
        }

        var calls = world.Functions.Http.Calls.Skip(_http).Concat(world.Functions.Aws.Calls.Skip(_aws));
        foreach (var call in calls.Select(Written).Order(StringComparer.Ordinal))
        {
            _ = _text.Append(call).Append("\n\n");
        }

        (_http, _aws) = (world.Functions.Http.Calls.Count, world.Functions.Aws.Calls.Count);
    }

    public override string ToString() => _text.ToString().TrimEnd() + "\n";

    private static string Written(OutsideCall call) => string.Join('\n', [
        $"{call.Method} {call.Service} {Uri.UnescapeDataString(call.Path)}",
        .. call.Headers.Select(header => $"{header.Name}: {header.Value}"),
        .. Body(call).Where(line => line.Length > 0),
    ]);

    private static IEnumerable<string> Body(OutsideCall call) => call.Service == "sns"
        ? OutsideCall.Form(call.Body).OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key} = {Readable(field.Value)}")
        : [Readable(call.Body)];

    /// <summary>JSON with its members one by one; JSON in a text of JSON as such, and lines as lines.</summary>
    private static string Readable(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject or JsonArray ? Lines(Opened(JsonNode.Parse(text))!.ToJsonString(Options)) : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static JsonNode? Opened(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Opened(member.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Opened)]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith('{') => JsonNode.Parse(text),
        _ => node?.DeepClone(),
    };

    private static string Lines(string json) => json.Replace("\\n", "\n    ", StringComparison.Ordinal);
}
