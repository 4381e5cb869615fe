using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ContactCenter.StandIns.Tests.Models;

/// <summary>Trees of values in the query protocol: read from a form, written as XML.</summary>
internal static class FormFields
{
    /// <summary>Takes the fields that it reads.</summary>
    public static JsonObject Structure(ModelShape shape, string prefix, Dictionary<string, string> form) => new(shape.Members
        .Select(m => KeyValuePair.Create(m.Name, Read(m.Shape, prefix + m.Wire, form)))
        .Where(m => m.Value is not null));

    /// <summary>Writes a tree as a service would, with an element that nobody knows in every structure.</summary>
    public static object Write(ModelShape shape, JsonNode value) => shape.Type switch
    {
        "structure" => shape.Members
            .Where(m => value[m.Name] is not null)
            .Select(m => new XElement(m.Wire, Write(m.Shape, value[m.Name]!)))
            .Prepend(new XElement("NewMember", new XElement("a", new XElement("b")), new XElement("c", "d"))),
        "list" => value.AsArray().Select(i => new XElement("member", Write(shape.Item, i!))),
        "map" => value.AsObject().Select(e => new XElement(
            "entry", new XElement(shape.EntryNames.Key, e.Key), new XElement(shape.EntryNames.Value, Write(shape.Value, e.Value!)))),
        _ => (string)value!,
    };

    private static JsonNode? Read(ModelShape shape, string name, Dictionary<string, string> form)
    {
        switch (shape.Type)
        {
            case "structure":
                return Structure(shape, name + ".", form) is { Count: > 0 } members ? members : null;
            case "list":
                var list = new JsonArray();
                for (int i = 1; Read(shape.Item, Invariant($"{name}.member.{i}"), form) is { } item; i++)
                {
                    list.Add(item);
                }

                return list.Count > 0 ? list : null;
            case "map":
                var map = new JsonObject();
                for (int i = 1; form.Remove(Invariant($"{name}.entry.{i}.{shape.EntryNames.Key}"), out string? key); i++)
                {
                    map[key] = Read(shape.Value, Invariant($"{name}.entry.{i}.{shape.EntryNames.Value}"), form);
                }

                return map.Count > 0 ? map : null;
            default:
                return form.Remove(name, out string? text) ? shape.Type == "timestamp" ? WireRequest.Time(text) : text : null;
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
