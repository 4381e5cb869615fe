using System.Text;
using System.Text.Json;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Secrets;

/// <summary>A secret: a JSON object with named fields, or a plain text. It never shows itself in a log.</summary>
public sealed class Secret
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly string _text;

    /// <summary>Makes a secret of what Secrets Manager stores.</summary>
    public Secret(string text)
    {
        _text = text;
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                _text = "";
                foreach (var property in document.RootElement.EnumerateObject())
                {
                    Keep(property);
                }
            }
        }
        catch (JsonException)
        {
            // a plain text, such as the address of a webhook
        }
    }

    /// <summary>Names of the fields that hold something.</summary>
    public IEnumerable<string> Fields => _fields.Where(static one => one.Value.Length > 0).Select(static one => one.Key);

    /// <summary>True for a plain text.</summary>
    public bool IsText => _text.Length > 0;

    /// <summary>A field, or null when there is none or it is empty.</summary>
    public string? Field(string name) => _fields.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>A field, or the whole text where the secret is a plain text; null when there is neither.</summary>
    public string? FieldOrText(string name) => Field(name) ?? (_text.Length > 0 ? _text : null);

    /// <summary>
    /// A key for somebody else's API: a field, or the whole text, without the line feed that whoever pasted it has taken along, and with
    /// which it is another key.
    /// </summary>
    /// <exception cref="ChannelException">There is neither.</exception>
    public string KeyText(string name) => FieldOrText(name)?.Trim() is { Length: > 0 } key
        ? key
        : throw new ChannelException(Sentences.SecretLacks(name), isPassing: false);

    /// <summary>The bytes of a field, or of the whole text.</summary>
    /// <exception cref="ChannelException">There is neither.</exception>
    public byte[] Key(string name) => Encoding.UTF8.GetBytes(
        FieldOrText(name) ?? throw new ChannelException(Sentences.SecretLacks(name), isPassing: false));

    /// <summary>Half a letter in a name or a text is valid to the parser and no text: that field is as good as not there.</summary>
    private void Keep(JsonProperty property)
    {
        try
        {
            _fields[property.Name] = property.Value.ValueKind == JsonValueKind.String
                ? property.Value.GetString()!
                : property.Value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            // the others count
        }
    }

    /// <summary>Nothing of the secret.</summary>
    public override string ToString() => "secret";
}
