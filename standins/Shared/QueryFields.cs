using System.Globalization;

namespace Amazon.StandIns;

/// <summary>The fields of a query request below a prefix; a null member is not sent.</summary>
internal sealed class QueryFields(IDictionary<string, string> fields, string prefix)
{
    public void Put(string name, string value)
    {
        if (value is not null)
        {
            fields.Add(prefix + name, value);
        }
    }

    public void Put(string name, MemoryStream value) => Put(name, value is null ? null : Convert.ToBase64String(value.ToArray()));

    public void PutList<T>(string name, List<T> items, Action<QueryFields, T> write)
    {
        for (int i = 0; i < items?.Count; i++)
        {
            write(Below($"{name}.member.{Index(i)}"), items[i]);
        }
    }

    public void PutMap<T>(string name, Dictionary<string, T> items, Action<QueryFields, T> write)
    {
        int i = 0;
        foreach ((string key, T value) in items ?? [])
        {
            QueryFields entry = Below($"{name}.entry.{Index(i++)}");
            entry.Put("Name", key);
            write(entry.Below("Value"), value);
        }
    }

    /// <summary>Lists of this protocol begin at one.</summary>
    private static string Index(int i) => (i + 1).ToString(CultureInfo.InvariantCulture);

    private QueryFields Below(string name) => new(fields, $"{prefix}{name}.");
}
