using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation;

/// <summary>
/// Checks a document against the schema and takes out what does not fit, so that one wrong value does not hide the problems of the rest.
/// It knows the part of JSON Schema that <see cref="ConfigurationSchema"/> uses.
/// </summary>
internal sealed class SchemaCheck(JsonObject root)
{
    /// <summary>
    /// A configuration's patterns are simple, and a match takes microseconds; this bounds the work on a hostile value, also where a busy
    /// machine stops in between.
    /// </summary>
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Values are printed as they were written: an é stays one.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<ConfigurationProblem> _problems = [];
    private readonly List<string> _incomplete = [];

    public IReadOnlyList<ConfigurationProblem> Problems => _problems;

    /// <summary>
    /// Paths of lists and dictionaries that lost an entry: what they hold, and where it stands, is no longer what was written.
    /// </summary>
    public IReadOnlyList<string> Incomplete => _incomplete;

    /// <summary>True when the node fits, after parts of it that did not were taken out.</summary>
    public bool Check(JsonNode? node, JsonObject schema, string path)
    {
        schema = Resolve(schema);
        if (!HasType(node, schema))
        {
            return Refuse(path, node, Findings.ExpectedThat(TypeText(schema)));
        }

        return node switch
        {
            JsonObject item => CheckObject(item, schema, path),
            JsonArray list => CheckArray(list, schema, path),
            JsonValue value => CheckValue(value, schema, path),
            _ => true,
        };
    }

    private bool CheckObject(JsonObject item, JsonObject schema, string path)
    {
        var properties = schema["properties"] as JsonObject;
        var others = schema["additionalProperties"] as JsonObject;
        if (properties is null && others is null)
        {
            // what somebody else's format is, such as the body of a webhook, this schema says nothing about
            return true;
        }

        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in item.ToArray())
        {
            var child = $"{path}.{name}";
            var known = properties?[name] as JsonObject ?? others;
            if (known is null)
            {
                var names = properties?.Select(property => property.Key) ?? [];
                Refuse(child, value, Suggestion.After(Findings.NoSuchSetting, name, names));
                item.Remove(name);
            }
            else if (!Check(value, known, child))
            {
                refused.Add(name);
                item.Remove(name);
                if (others is not null)
                {
                    _incomplete.Add(path);
                }
            }
        }

        var missing = (schema["required"] as JsonArray ?? []).Select(required => required!.GetValue<string>())
            .Where(required => !item.ContainsKey(required))
            .ToArray();
        foreach (var required in missing.Where(required => !refused.Contains(required)))
        {
            Add($"{path}.{required}", Findings.Nothing, Findings.RequiredSetting(Describe(properties?[required])));
        }

        return missing.Length == 0;
    }

    private bool CheckArray(JsonArray list, JsonObject schema, string path)
    {
        if (schema["items"] is JsonObject items)
        {
            var kept = list.ToArray().Where((item, i) => Check(item, items, $"{path}[{i}]")).ToArray();
            if (kept.Length < list.Count)
            {
                _incomplete.Add(path);
                list.Clear();
                foreach (var item in kept)
                {
                    list.Add(item);
                }
            }
        }

        return true;
    }

    private bool CheckValue(JsonValue value, JsonObject schema, string path)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(candidate => JsonNode.DeepEquals(candidate, value)))
        {
            return Refuse(
                path, value, Findings.ExpectedOneOf(
                    Wording.Or(allowed.OfType<JsonValue>().Select(static candidate => candidate.ToString()))));
        }

        if (value.GetValueKind() == JsonValueKind.String)
        {
            var text = value.GetValue<string>();
            if (schema["pattern"]?.GetValue<string>() is { } pattern && !IsMatch(text, pattern))
            {
                return Refuse(
                    path,
                    value,
                    Findings.ExpectedThat(
                        schema[ConfigurationSchema.PatternMeaning]?.GetValue<string>() ?? Form(pattern) ?? Describe(schema)));
            }

            return HasFormat(value, text, schema["format"]?.GetValue<string>()) || Refuse(path, value, Findings.ExpectedThat(
                Describe(schema)));
        }

        if (value.GetValueKind() == JsonValueKind.Number)
        {
            var number = value.GetValue<double>();
            var (minimum, maximum) = (schema["minimum"]?.GetValue<double>(), schema["maximum"]?.GetValue<double>());
            return (!(number < minimum) && !(number > maximum))
                || Refuse(path, value, Findings.NumberFromTo($"{minimum}", $"{maximum}"));
        }

        return true;
    }

    private JsonObject Resolve(JsonObject schema)
    {
        if (schema["$ref"]?.GetValue<string>() is not { } reference)
        {
            return schema;
        }

        JsonNode? node = root;
        foreach (var part in reference.Split('/').Skip(1))
        {
            node = node is JsonArray list
                ? list[int.Parse(part, CultureInfo.InvariantCulture)]
                : node?[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        }

        return node as JsonObject ?? [];
    }

    private bool Refuse(string path, JsonNode? found, string expected)
    {
        Add(path, Shorten(found?.ToJsonString(Readable) ?? "null"), expected);
        return false;
    }

    private void Add(string path, string found, string expected)
    {
        _problems.Add(new ConfigurationProblem(
            path, path.EndsWith(".secret", StringComparison.Ordinal) ? Findings.NotShown : found, expected));
    }

    /// <summary>The whole text must match: in .NET, unlike in JSON Schema, "$" also matches before a line break at the end.</summary>
    private static bool IsMatch(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.CultureInvariant, PatternTimeout) is { Success: true } match && match.Length == text.Length;

    private static bool HasType(JsonNode? node, JsonObject schema)
    {
        var kind = node?.GetValueKind() ?? JsonValueKind.Null;
        return Types(schema) is not { Length: > 0 } types || types.Any(type => type switch
        {
            "object" => kind == JsonValueKind.Object,
            "array" => kind == JsonValueKind.Array,
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "integer" => node is JsonValue value && value.TryGetValue<int>(out _),
            "number" => node is JsonValue value && value.TryGetValue<double>(out var number) && double.IsFinite(number),
            _ => kind == JsonValueKind.Null,
        });
    }

    private static string[] Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray list => [.. list.Select(type => type!.GetValue<string>())],
        JsonValue single => [single.GetValue<string>()],
        _ => schema["enum"] is null ? [] : ["string", .. schema["enum"]!.AsArray().Any(value => value is null) ? new[] { "null" } : []],
    };

    private static string TypeText(JsonObject schema) => Types(schema).FirstOrDefault() switch
    {
        "object" => Findings.AnObject,
        "array" => Findings.AList,
        "string" => Findings.ATextOf(Describe(schema)),
        "boolean" => Findings.TrueOrFalse,
        "integer" => Findings.WholeNumber,
        _ => Sentences.ANumber,
    };

    private static string Describe(JsonNode? schema) =>
        schema is JsonObject known && known["description"]?.GetValue<string>() is { } description
            ? description
            : schema?["pattern"]?.GetValue<string>() is { } pattern ? Form(pattern) ?? Findings.TextMatching(pattern)
            : schema?["format"]?.GetValue<string>() is { } format ? $"a {format}"
            : Findings.AValue;

    /// <summary>Durations and times look the same wherever they stand.</summary>
    private static string? Form(string pattern) => pattern switch
    {
        DurationConverter.Pattern => Findings.ADuration,
        TimeOfDayConverter.Pattern => Findings.ATimeOfDay,
        _ => null,
    };

    /// <summary>As strict as the reader that follows; and a time without an offset would depend on the machine that reads it.</summary>
    private static bool HasFormat(JsonValue value, string text, string? format) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => value.TryGetValue<DateTimeOffset>(out _) && text.Split('T') is [_, var time] && time.IndexOfAny(['Z', '+', '-']) > 0,
        _ => true,
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{BoundedText.Of(text, 57)}…";
}
