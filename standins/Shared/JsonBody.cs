using System.Globalization;
using System.Text.Json;

namespace Amazon.StandIns;

/// <summary>Reads the body of a JSON response, one value after the other; an empty body is an empty object.</summary>
internal ref struct JsonBody
{
    private readonly bool _isEmpty;
    private Utf8JsonReader _json;
    private ReadOnlySpan<byte> _name;

    public JsonBody(ReadOnlySpan<byte> body)
    {
        _json = new Utf8JsonReader(body);
        _isEmpty = body.IsEmpty || !_json.Read();
    }

    public readonly void StartObject() => Require(JsonTokenType.StartObject);

    public readonly void StartList() => Require(JsonTokenType.StartArray);

    public bool NextMember() => Next(isKey: false, out _);

    public bool NextEntry(out string key) => Next(isKey: true, out key);

    public bool NextItem() => _json.Read() && _json.TokenType != JsonTokenType.EndArray;

    public readonly bool Is(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    public void Skip() => _json.Skip();

    public string Text() => _json.GetString();

    public bool Bool() => _json.GetBoolean();

    /// <summary>A number, or the word for one that has no digits: NaN, Infinity, -Infinity.</summary>
    public readonly T Number<T>()
        where T : IUtf8SpanParsable<T> => T.Parse(_json.ValueSpan, CultureInfo.InvariantCulture);

    public MemoryStream Blob() => new(_json.GetBytesFromBase64());

    /// <summary>Seconds since 1970, or text.</summary>
    public DateTime Time() => _json.TokenType == JsonTokenType.Number
        ? DateTime.UnixEpoch.AddTicks((long)(_json.GetDecimal() * TimeSpan.TicksPerSecond))
        : WireText.Time(_json.GetString());

    /// <summary>Goes to the value of the next member or key that is not null.</summary>
    private bool Next(bool isKey, out string key)
    {
        key = null;
        while (!_isEmpty && _json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            _name = _json.ValueSpan;
            key = isKey ? _json.GetString() : null;
            if (_json.Read() && _json.TokenType != JsonTokenType.Null)
            {
                return true;
            }
        }

        return false;
    }

    private readonly void Require(JsonTokenType token)
    {
        if (!_isEmpty && _json.TokenType != token)
        {
            throw new JsonException($"The service answered a {_json.TokenType} where a {token} belongs.");
        }
    }
}
