using System.Globalization;

namespace Amazon.StandIns;

/// <summary>Writes the fields of a query request. Generated code calls it for members that are set.</summary>
internal sealed class QueryFields(IDictionary<string, string> fields)
{
    private readonly Stack<(string Prefix, int Index)> _around = [];
    private string _prefix = "";
    private string _name;

    /// <summary>The number of the last item of a list or map, which begin at one; below zero inside a structure.</summary>
    private int _index = -1;

    public void Name(string name) => _name = _prefix + name;

    public void Key(string key, string keyName, string valueName)
    {
        string entry = string.Create(CultureInfo.InvariantCulture, $"{_prefix}.entry.{++_index}.");
        fields.Add(entry + keyName, key);
        _name = entry + valueName;
    }

    public void StartObject() => Enter(FieldName() + ".", -1);

    public void EndObject() => (_prefix, _index) = _around.Pop();

    /// <summary>Of a list or a map.</summary>
    public void StartList() => Enter(FieldName(), 0);

    public void EndList()
    {
        if (_index == 0)
        {
            fields.Add(_prefix, ""); // an empty list is sent, a missing one is not
        }

        EndObject();
    }

    public void Value(string value) => fields.Add(FieldName(), value);

    public void Value(bool value) => Value(WireText.Of(value));

    public void Value(MemoryStream value) => Value(Convert.ToBase64String(value.ToArray()));

    public void Value<T>(T value)
        where T : struct, IFormattable => Value(WireText.Of<T>(value));

    private void Enter(string prefix, int index)
    {
        _around.Push((_prefix, _index));
        (_prefix, _index) = (prefix, index);
    }

    /// <summary>The name that was set, or the next item's.</summary>
    private string FieldName()
    {
        string name = _name ?? string.Create(CultureInfo.InvariantCulture, $"{_prefix}.member.{++_index}");
        _name = null;
        return name;
    }
}
