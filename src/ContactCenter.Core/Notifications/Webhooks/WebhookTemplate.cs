using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Webhooks;

/// <summary>
/// Fills the body of another tool with what a message tells: in each text of the template <c>{subject}</c> is the member of that name of
/// <see cref="WebhookRenderer"/>'s document, and <c>{secret.name}</c> a field of the endpoint's secret. It is filled as a tree, never as
/// text, so no value can end a text or add a member.
/// </summary>
public static partial class WebhookTemplate
{
    /// <summary>Longest value where everything in full would be longer than a body may be.</summary>
    private const int MaximumShortened = 100;

    /// <summary>Members with few values, which words may be given for.</summary>
    private static readonly FrozenDictionary<string, string[]> Enumerated = new Dictionary<string, string[]>
    {
        ["severity"] = Enum.GetNames<Severity>(),
        ["state"] = Enum.GetNames<IncidentState>(),
        ["occasion"] = Enum.GetNames<Occasion>(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What may stand in braces, beside fields of the secret.</summary>
    public static IReadOnlyList<string> Placeholders { get; } =
    [
        "id", "occasion", "incident", "severity", "state", "subject", "symptom", "description", "reasons", "remark", "repair",
        "acknowledgedBy", "owner", "scope", "runbook", "alarms", "changes", "openedAt", "at", "audience", "version",
        "exercise",
    ];

    /// <summary>The placeholders that other words may be given for, each with its values.</summary>
    public static IReadOnlyDictionary<string, string[]> WithWords => Enumerated;

    /// <summary>Whether a placeholder is known.</summary>
    public static bool IsKnown(string placeholder) => Placeholders.Contains(placeholder) || SecretField(placeholder) is not null;

    /// <summary>The field of the secret that a placeholder names, or null where it names none.</summary>
    public static string? SecretField(string placeholder) =>
        SecretPlaceholder().Match(placeholder) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The names in braces of all texts of a template, with the path of each below it: <c>.payload.summary</c>.</summary>
    public static IEnumerable<(string Path, string Name)> PlaceholdersOf(JsonNode? template, string path = "") => template switch
    {
        JsonObject item => item.SelectMany(member => PlaceholdersOf(member.Value, $"{path}.{member.Key}")),
        JsonArray list => list.SelectMany((each, i) => PlaceholdersOf(each, $"{path}[{i}]")),
        JsonValue value when value.GetValueKind() == JsonValueKind.String =>
            Placeholder().Matches(value.GetValue<string>()).Select(match => (path, match.Groups[1].Value)),
        _ => [],
    };

    /// <summary>The body for a message.</summary>
    /// <param name="endpoint">The endpoint, with its template.</param>
    /// <param name="document">What a webhook without a template is sent.</param>
    /// <param name="secret">A field of the endpoint's secret; throws where there is none.</param>
    public static byte[] Fill(Endpoint endpoint, JsonObject document, Func<string, string> secret)
    {
        var body = JsonText.Bytes(With(int.MaxValue));
        return body.Length <= WebhookRenderer.MaximumBytes ? body : JsonText.Bytes(With(MaximumShortened));

        JsonNode With(int maximum) => Filled(endpoint.Body!, name => Value(name, maximum)) ?? new JsonObject();

        JsonNode? Value(string name, int maximum) => SecretField(name) is { } field ? secret(field) : document[name] switch
        {
            JsonArray list => new JsonArray([.. list.Select(each => (JsonNode)CleanText.Line((string)each!, maximum))]),
            JsonValue value when value.GetValueKind() == JsonValueKind.String =>
                Worded(endpoint, name, CleanText.Line((string)value!, maximum)),
            var other => other?.DeepClone(),
        };
    }

    private static string Worded(Endpoint endpoint, string name, string value) =>
        endpoint.Words.TryGetValue(name, out var words) && words.TryGetValue(value, out var word) ? word : value;

    /// <summary>The node with its texts filled; null where nothing is left of it.</summary>
    private static JsonNode? Filled(JsonNode? node, Func<string, JsonNode?> value) => node switch
    {
        JsonObject item => new JsonObject(item.Select(member => KeyValuePair.Create(member.Key, Filled(member.Value, value)))
            .Where(static member => member.Value is not null)),
        JsonArray list => new JsonArray([.. list.Select(each => Filled(each, value)).OfType<JsonNode>()]),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Text(text.GetValue<string>(), value),
        _ => node?.DeepClone(),
    };

    /// <summary>What is one placeholder and nothing else keeps its kind, as a number; what is not there is left out.</summary>
    private static JsonNode? Text(string text, Func<string, JsonNode?> value) =>
        Placeholder().Match(text) is { Success: true } only && only.Length == text.Length
            ? value(only.Groups[1].Value)
            : Placeholder().Replace(text, match => value(match.Groups[1].Value) switch
            {
                JsonArray list => string.Join(' ', list.Select(static each => (string?)each)),
                var single => single?.ToString() ?? "",
            });

    [GeneratedRegex("\\{([^{}]*)\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex("^secret\\.([A-Za-z][A-Za-z0-9_-]{0,63})\\z", RegexOptions.CultureInvariant)]
    private static partial Regex SecretPlaceholder();
}
