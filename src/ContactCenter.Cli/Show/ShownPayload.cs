using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Cli.Show;

/// <summary>What a request carries, as JSON: the body itself, or what SNS is asked to publish.</summary>
internal static class ShownPayload
{
    private const string Attribute = "MessageAttributes.entry.";

    /// <summary>The requests that carry something: what only asks is left out.</summary>
    public static IEnumerable<(SentRequest Request, JsonObject Payload)> Of(ShownMessage message) => message.Requests
        .Where(static request => request.Body.Length > 0)
        .Select(static request => (request, Read(request.Body)));

    /// <summary>The text of an e-mail or a text message.</summary>
    public static string Text(JsonObject publish, Channel channel)
    {
        var message = publish["Message"]!;
        return (message is JsonObject texts ? texts[channel == Channel.Sms ? "sms" : "email"]! : message).GetValue<string>();
    }

    /// <summary>The message with its payloads, for tools.</summary>
    public static JsonObject Described(ShownMessage message)
    {
        var effect = message.Effect;
        return new JsonObject
        {
            ["channel"] = Word(message.Endpoint.Channel),
            ["to"] = message.Endpoint.To,
            ["audience"] = effect.Audience,
            ["occasion"] = Word(effect.Message.Occasion),
            ["severity"] = effect.Message.Severity.ToString(),
            ["incident"] = effect.IncidentId,
            ["at"] = effect.At.UtcDateTime,
            ["refusal"] = message.Refusal,
            ["requests"] = new JsonArray(
            [
                .. Of(message).Select(static sent => (JsonNode)new JsonObject
                {
                    ["method"] = sent.Request.Method,
                    ["address"] = sent.Request.Address.AbsoluteUri,
                    ["headers"] = new JsonObject(sent.Request.Headers.OrderBy(static header => header.Key, StringComparer.Ordinal)
                        .Select(static header => KeyValuePair.Create<string, JsonNode?>(header.Key, header.Value))),
                    ["payload"] = sent.Payload,
                }),
            ]),
        };
    }

    /// <summary>A value as the command line and JSON have it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static JsonObject Read(string body) => body.StartsWith('{') ? JsonNode.Parse(body)!.AsObject() : Published(body);

    /// <summary>A form of SNS's query protocol as the request that it was made of.</summary>
    private static JsonObject Published(string form)
    {
        var fields = form.Split('&').Select(static field => $"{field}=".Split('=')).ToDictionary(
            static field => WebUtility.UrlDecode(field[0]), static field => WebUtility.UrlDecode(field[1]));
        var publish = new JsonObject();
        foreach (var name in new[] { "TopicArn", "PhoneNumber", "Subject", "MessageStructure" })
        {
            if (fields.TryGetValue(name, out var value))
            {
                publish[name] = value;
            }
        }

        publish["Message"] = fields.ContainsKey("MessageStructure") ? JsonNode.Parse(fields["Message"]) : fields["Message"];
        publish["MessageAttributes"] = new JsonObject(fields
            .Where(static field => field.Key.StartsWith(Attribute, StringComparison.Ordinal)
                && field.Key.EndsWith(".Name", StringComparison.Ordinal))
            .OrderBy(static field => field.Value, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create<string, JsonNode?>(
                field.Value, fields.GetValueOrDefault($"{field.Key[..^".Name".Length]}.Value.StringValue"))));
        return publish;
    }
}
