using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.StandIns.Tests.Models;

/// <summary>What a tree of values breaks of its model: required members, values of enumerations, lengths, ranges, patterns.</summary>
internal static class ModelRules
{
    public static IEnumerable<string> Broken(ModelShape shape, JsonNode? value, string path) => (shape.Type, value) switch
    {
        ("structure", JsonObject members) => shape.Members.SelectMany(m => members[m.Name] is { } member
            ? Broken(m.Shape, member, $"{path}.{m.Name}")
            : m.IsRequired && !shape.IsUnion ? [$"{path}.{m.Name} is required"] : []),
        ("list", JsonArray items) => OfLength(shape, items.Count, path).Concat(items.SelectMany(i => Broken(shape.Item, i, path + "[]"))),
        ("map", JsonObject entries) => entries.SelectMany(e =>
            Broken(shape.Key, e.Key, path + " key").Concat(Broken(shape.Value, e.Value, path + "{}"))),
        ("string", JsonValue text) => OfText(shape, (string)text!, path),
        ("integer" or "long", JsonValue number) => OfLength(shape, long.Parse((string)number!, CultureInfo.InvariantCulture), path),
        ("float" or "double" or "boolean" or "timestamp" or "blob", JsonValue) => [],
        _ => [$"{path} is no {shape.Type}"],
    };

    private static IEnumerable<string> OfText(ModelShape shape, string text, string path)
    {
        if (shape.Enum is { Count: > 0 } values)
        {
            return values.Contains(text) ? [] : [$"{path} may not be {text}"];
        }

        IEnumerable<string> broken = OfLength(shape, text.Length, path);
        return shape.Pattern?.IsMatch(text) == false ? broken.Append($"{path} does not match {shape.Pattern}: {text}") : broken;
    }

    private static IEnumerable<string> OfLength(ModelShape shape, long length, string path) =>
        length < shape.Minimum || length > shape.Maximum ? [$"{path} is not within {shape.Minimum} and {shape.Maximum}: {length}"] : [];
}
