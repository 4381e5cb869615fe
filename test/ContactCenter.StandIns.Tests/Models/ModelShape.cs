using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContactCenter.StandIns.Tests.Models;

/// <summary>A shape of a service model.</summary>
internal sealed class ModelShape(ServiceModel model, string name, JsonElement json)
{
    /// <summary>Members that the official package calls otherwise (its customisations, generator/ServiceModels).</summary>
    private static readonly Dictionary<string, string> Renamed = new() { ["InvocationRequest.Payload"] = "PayloadStream" };

    public string Name => name;

    public string Type => json.GetProperty("type").GetString()!;

    public bool IsUnion => json.TryGetProperty("union", out _);

    public string? TimestampFormat => Text("timestampFormat");

    /// <summary>The error's code where it is not the shape's name.</summary>
    public string Code => json.TryGetProperty("error", out JsonElement error) && error.TryGetProperty("code", out JsonElement code)
        ? code.GetString()!
        : name;

    public IReadOnlyList<string> Enum => Strings("enum");

    public IEnumerable<ModelMember> Members => json.TryGetProperty("members", out JsonElement members)
        ? members.EnumerateObject().Select(m => new ModelMember(
            m.Name,
            model.Shape(m.Value.GetProperty("shape").GetString()!),
            m.Name == Text("payload") ? "payload"
                : m.Value.TryGetProperty("location", out JsonElement location) ? location.GetString()! : "body",
            m.Value.TryGetProperty("locationName", out JsonElement wire) ? wire.GetString()! : m.Name,
            Strings("required").Contains(m.Name),
            Renamed.GetValueOrDefault($"{name}.{m.Name}")))
        : [];

    public ModelShape Item => Inner("member");

    public ModelShape Key => Inner("key");

    public ModelShape Value => Inner("value");

    public long? Minimum => Number("min");

    public long? Maximum => Number("max");

    /// <summary>
    /// Matches a whole value. Some patterns of the models are escaped once too often, and some have what .NET spells otherwise.
    /// </summary>
    public Regex? Pattern => Text("pattern") is { } pattern
        ? new Regex(
            "^(?:" + pattern
                .Replace(@"\\", @"\", StringComparison.Ordinal)
                .Replace(@"\p{Print}", "[ -~]", StringComparison.Ordinal)
                .Replace(@"\uD800\uDC00-\uDBFF\uDFFF", @"\uD800-\uDFFF", StringComparison.Ordinal) + ")$",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(5))
        : null;

    /// <summary>The names that a form gives to a map's keys and values.</summary>
    public (string Key, string Value) EntryNames => (EntryName("key"), EntryName("value"));

    private string EntryName(string part) =>
        json.GetProperty(part).TryGetProperty("locationName", out JsonElement wire) ? wire.GetString()! : part;

    private ModelShape Inner(string part) => model.Shape(json.GetProperty(part).GetProperty("shape").GetString()!);

    private string? Text(string property) => json.TryGetProperty(property, out JsonElement value) ? value.GetString() : null;

    private long? Number(string property) => json.TryGetProperty(property, out JsonElement value) ? (long)value.GetDouble() : null;

    private string[] Strings(string property) =>
        json.TryGetProperty(property, out JsonElement values) ? [.. values.EnumerateArray().Select(v => v.GetString()!)] : [];
}

/// <summary>A member of a structure, with its place (body, uri, querystring, header, statusCode, payload) and its name there.</summary>
internal sealed record ModelMember(string Name, ModelShape Shape, string Location, string Wire, bool IsRequired, string? Called)
{
    public string Property => Called ?? char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>How its time is written, unless the model says otherwise.</summary>
    public string TimeFormat(ServiceModel model) => Shape.TimestampFormat ?? Location switch
    {
        "header" => "rfc822",
        "querystring" => "iso8601",
        _ => model.IsQuery ? "iso8601" : "unixTimestamp",
    };
}
