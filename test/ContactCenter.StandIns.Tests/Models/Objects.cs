using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace ContactCenter.StandIns.Tests.Models;

/// <summary>Objects of the stand-ins from trees of values, and back. A member that an object lacks is left out of both.</summary>
internal static class Objects
{
    public static object Create(Type type, ModelShape shape, JsonNode value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        switch (shape.Type)
        {
            case "structure":
                object result = Activator.CreateInstance(type)!;
                foreach (ModelMember member in shape.Members.Where(m => value[m.Name] is not null))
                {
                    PropertyInfo property = Property(type, member);
                    property.SetValue(result, Create(property.PropertyType, member.Shape, value[member.Name]!));
                }

                return result;
            case "list":
                var list = (IList)Activator.CreateInstance(type)!;
                foreach (JsonNode? item in value.AsArray())
                {
                    _ = list.Add(Create(type.GenericTypeArguments[0], shape.Item, item!));
                }

                return list;
            case "map":
                var map = (IDictionary)Activator.CreateInstance(type)!;
                foreach ((string key, JsonNode? item) in value.AsObject())
                {
                    map.Add(key, Create(type.GenericTypeArguments[1], shape.Value, item!));
                }

                return map;
            case "blob":
                return new MemoryStream(Convert.FromBase64String((string)value!));
            case "timestamp":
                return DateTime.Parse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
            default:
                string text = (string)value!;
                return type.IsSubclassOf(typeof(ConstantClass))
                    ? Activator.CreateInstance(type, text)!
                    : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
        }
    }

    /// <returns>Null for what is not set.</returns>
    public static JsonNode? Read(ModelShape shape, object? value) => (shape.Type, value) switch
    {
        (_, null) => null,
        ("structure", _) => new JsonObject(shape.Members
            .Select(m => KeyValuePair.Create(m.Name, Read(m.Shape, value.GetType().GetProperty(m.Property)?.GetValue(value))))
            .Where(m => m.Value is not null)),
        ("list", IList items) => new JsonArray([.. items.Cast<object>().Select(i => Read(shape.Item, i))]),
        ("map", IDictionary entries) => new JsonObject(
            entries.Keys.Cast<string>().Select(k => KeyValuePair.Create(k, Read(shape.Value, entries[k])))),
        ("blob", MemoryStream bytes) => Convert.ToBase64String(bytes.ToArray()),
        ("timestamp", DateTime time) => time.Kind == DateTimeKind.Utc ? time.ToString("O") : throw new FormatException("A time is not UTC"),
        ("boolean", bool flag) => flag ? "true" : "false",
        (_, ConstantClass constant) => constant.Value,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Takes out of a tree what the type does not have: a newer model may have more. What the model lacks is an error.</summary>
    public static void Restrict(Type type, ModelShape shape, JsonNode value)
    {
        if (shape.Type is "list" or "map")
        {
            IEnumerable<JsonNode?> items = value is JsonArray array ? array : value.AsObject().Select(e => e.Value);
            foreach (JsonNode? item in items)
            {
                Restrict(type.GenericTypeArguments[^1], shape.Type == "list" ? shape.Item : shape.Value, item!);
            }
        }
        else if (shape.Type == "structure")
        {
            PropertyInfo[] own = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            Assert.Equal([], own.Select(p => p.Name).Except(shape.Members.Select(m => m.Property)));
            foreach (ModelMember member in shape.Members.Where(m => value[m.Name] is not null))
            {
                if (type.GetProperty(member.Property) is { } property)
                {
                    Restrict(property.PropertyType, member.Shape, value[member.Name]!);
                }
                else
                {
                    _ = value.AsObject().Remove(member.Name);
                }
            }
        }
    }

    private static PropertyInfo Property(Type type, ModelMember member) =>
        type.GetProperty(member.Property) ?? throw new InvalidOperationException($"{type.Name} has no {member.Property}.");
}
