using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A message such as "Incident {Id} opened in {Milliseconds:F1} ms" with its values.</summary>
/// <param name="Text">With the values in place.</param>
/// <param name="Properties">The placeholders' names and values, in order.</param>
internal sealed record MessageTemplate(string Text, IReadOnlyList<KeyValuePair<string, object>> Properties)
{
    public static MessageTemplate Parse(string template, object[] args)
    {
        template ??= "";
        if (args is null or { Length: 0 })
        {
            return new MessageTemplate(template, []);
        }

        var text = new StringBuilder(template.Length + 32);
        var properties = new List<KeyValuePair<string, object>>();
        int position = 0;
        while (position < template.Length)
        {
            char c = template[position];
            if (c is '{' or '}' && position + 1 < template.Length && template[position + 1] == c)
            {
                _ = text.Append(c);
                position += 2;
                continue;
            }

            int end = c == '{' ? template.IndexOf('}', position) : -1;
            if (end < 0)
            {
                _ = text.Append(c);
                position++;
                continue;
            }

            Append(template[(position + 1)..end], args, text, properties);
            position = end + 1;
        }

        return new MessageTemplate(text.ToString(), properties);
    }

    private static void Append(string placeholder, object[] args, StringBuilder text, List<KeyValuePair<string, object>> properties)
    {
        int colon = placeholder.IndexOf(':', StringComparison.Ordinal);
        string name = (colon < 0 ? placeholder : placeholder[..colon]).TrimStart('@');
        int index = int.TryParse(name, CultureInfo.InvariantCulture, out int given) ? given : properties.Count;
        if (index < 0 || index >= args.Length)
        {
            _ = text.Append('{').Append(placeholder).Append('}');
            return;
        }

        object value = args[index];
        properties.Add(new KeyValuePair<string, object>(name, value));
        _ = value is IFormattable formattable
            ? text.Append(formattable.ToString(colon < 0 ? null : placeholder[(colon + 1)..], CultureInfo.InvariantCulture))
            : text.Append(value);
    }
}
