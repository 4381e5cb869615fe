using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>An item of a table, in the JSON of DynamoDB, with what its body says when that is JSON, compressed or not.</summary>
/// <param name="Attributes">The item.</param>
internal sealed record StoredItem(Dictionary<string, AttributeValue> Attributes)
{
    private static readonly JsonSerializerOptions Options =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Partition and sort key.</summary>
    public (string Partition, string Sort) Key => (Attributes["pk"].S, Attributes["sk"].S);

    /// <summary>The body, or null when there is none or it is no JSON.</summary>
    public JsonNode? Body
    {
        get
        {
            var value = Attributes.GetValueOrDefault("body") ?? Attributes.GetValueOrDefault("document");
            var text = value switch
            {
                null => "",
                { B: { } bytes } => Decompressed(bytes),
                _ => value.S,
            };
            return text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null;
        }
    }

    /// <summary>Name and kind of each attribute, and path and kind of each member of the body; what it is, and not what it says.</summary>
    public IEnumerable<string> Shape() => Attributes
        .Where(attribute => attribute.Value.B is null || attribute.Key != "body")
        .Select(attribute => attribute.Key == "body" ? "body" : $"{attribute.Key} {Json(attribute.Value).Single().Key}")
        .Append(Attributes.ContainsKey("body") ? "body" : "")
        .Concat(JsonShape.Of(Body).Select(path => $"body{path}"))
        .Where(line => line.Length > 0).Distinct().Order(StringComparer.Ordinal);

    public static string Write(IEnumerable<StoredItem> items) => new JsonArray([.. items.Select(item => (JsonNode)new JsonObject
    {
        ["item"] = new JsonObject(item.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Json(pair.Value)))),
        ["body"] = item.Body,
    })]).ToJsonString(Options) + "\n";

    public static IEnumerable<StoredItem> Read(string json) => JsonNode.Parse(json)!.AsArray().Select(entry => new StoredItem(
        entry!["item"]!.AsObject().ToDictionary(pair => pair.Key, pair => Value(pair.Value!.AsObject().Single()))));

    private static string Decompressed(MemoryStream bytes)
    {
        using var stream = new BrotliStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static JsonObject Json(AttributeValue value) => value switch
    {
        { S: { } text } => new JsonObject { ["S"] = text },
        { N: { } number } => new JsonObject { ["N"] = number },
        { B: { } bytes } => new JsonObject { ["B"] = Convert.ToBase64String(bytes.ToArray()) },
        { SS: { Count: > 0 } texts } => new JsonObject
        {
            ["SS"] = new JsonArray([.. texts.Order(StringComparer.Ordinal).Select(text => (JsonNode)text)]),
        },
        { NS: { Count: > 0 } numbers } => new JsonObject
        {
            ["NS"] = new JsonArray([.. numbers.Order(StringComparer.Ordinal).Select(number => (JsonNode)number)]),
        },
        _ => throw new NotSupportedException("an attribute of a kind that is not stored yet"),
    };

    private static AttributeValue Value(KeyValuePair<string, JsonNode?> kind) => kind.Key switch
    {
        "S" => new AttributeValue { S = (string)kind.Value! },
        "N" => new AttributeValue { N = (string)kind.Value! },
        "B" => new AttributeValue { B = new MemoryStream(Convert.FromBase64String((string)kind.Value!)) },
        "SS" => new AttributeValue { SS = [.. kind.Value!.AsArray().Select(text => (string)text!)] },
        "NS" => new AttributeValue { NS = [.. kind.Value!.AsArray().Select(number => (string)number!)] },
        _ => throw new NotSupportedException($"an attribute of the kind {kind.Key}"),
    };
}
