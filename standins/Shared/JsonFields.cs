using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Amazon.StandIns;

/// <summary>Writes the body of a JSON request. Generated code calls it for members that are set.</summary>
internal sealed class JsonFields : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;

    public JsonFields() => _json = new Utf8JsonWriter(_bytes);

    public void Name(ReadOnlySpan<byte> name) => _json.WritePropertyName(name);

    public void Key(string key) => _json.WritePropertyName(key);

    public void StartObject() => _json.WriteStartObject();

    public void EndObject() => _json.WriteEndObject();

    public void StartList() => _json.WriteStartArray();

    public void EndList() => _json.WriteEndArray();

    public void Value(string value) => _json.WriteStringValue(value);

    public void Value(bool value) => _json.WriteBooleanValue(value);

    public void Value(MemoryStream value) => _json.WriteBase64StringValue(value.ToArray());

    /// <summary>A number; NaN and the infinities are words.</summary>
    public void Value<T>(T value)
        where T : struct, INumber<T>
    {
        Span<byte> text = stackalloc byte[64];
        _ = value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        if (T.IsFinite(value))
        {
            _json.WriteRawValue(text[..length], skipInputValidation: true);
        }
        else
        {
            _json.WriteStringValue(text[..length]);
        }
    }

    public byte[] ToArray()
    {
        _json.Flush();
        return _bytes.WrittenSpan.ToArray();
    }

    public void Dispose() => _json.Dispose();
}
