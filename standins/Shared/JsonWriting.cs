using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.StandIns;

/// <summary>Writes members that are set; a null member is not sent.</summary>
internal static class JsonWriting
{
    public static void Put(this Utf8JsonWriter writer, string name, string value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void Put(this Utf8JsonWriter writer, string name, ConstantClass value) => writer.Put(name, value?.Value);

    public static void Put(this Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } set)
        {
            writer.WriteBoolean(name, set);
        }
    }

    public static void Put(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } set)
        {
            writer.WriteNumber(name, set);
        }
    }

    public static void Put(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } set)
        {
            writer.WriteNumber(name, set);
        }
    }

    /// <summary>Seconds since 1970, with a fraction where there is one.</summary>
    public static void Put(this Utf8JsonWriter writer, string name, DateTime? value)
    {
        if (value is { } set)
        {
            writer.WriteNumber(name, (decimal)(set.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond);
        }
    }

    public static void PutObject<T>(this Utf8JsonWriter writer, string name, T value, Action<Utf8JsonWriter, T> members)
        where T : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteObject(value, members);
        }
    }

    public static void PutList<T>(this Utf8JsonWriter writer, string name, List<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items is not null)
        {
            writer.WriteStartArray(name);
            foreach (T item in items)
            {
                write(writer, item);
            }

            writer.WriteEndArray();
        }
    }

    public static void PutObjects<T>(this Utf8JsonWriter writer, string name, List<T> items, Action<Utf8JsonWriter, T> members) =>
        writer.PutList(name, items, (w, item) => w.WriteObject(item, members));

    public static void PutTexts(this Utf8JsonWriter writer, string name, List<string> items) =>
        writer.PutList(name, items, (w, item) => w.WriteStringValue(item));

    public static void PutTexts(this Utf8JsonWriter writer, string name, Dictionary<string, string> items) =>
        writer.PutObject(name, items, (w, values) =>
        {
            foreach ((string key, string value) in values)
            {
                w.WriteString(key, value);
            }
        });

    public static void WriteObject<T>(this Utf8JsonWriter writer, T value, Action<Utf8JsonWriter, T> members)
    {
        writer.WriteStartObject();
        members(writer, value);
        writer.WriteEndObject();
    }
}
