using System.Collections.Immutable;
using System.Text;

namespace ContactCenter.Core.Texts;

/// <summary>The sentences of one table in one language, by their places.</summary>
/// <param name="language">The language, which says how numbers are marked.</param>
/// <param name="table">The table, its sentences parted by <see cref="Translation.EndOfSentence"/>.</param>
public sealed class SentenceFiller(Translation language, ReadOnlySpan<byte> table)
{
    private readonly ImmutableArray<string> _sentences = [.. Encoding.UTF8.GetString(table).Split(Translation.EndOfSentence)];

    /// <summary>A sentence. What stands in a value is never taken for a placeholder.</summary>
    /// <param name="place">Its place, from 0.</param>
    /// <param name="values">Of its placeholders; numbers get the marks of the language.</param>
    public string Words(int place, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var sentence = _sentences[place];
        if (values.IsEmpty)
        {
            return sentence;
        }

        var said = new StringBuilder();
        var from = 0;
        while (from < sentence.Length)
        {
            var filled = false;
            foreach (var (name, value) in values)
            {
                if (sentence[from] == '{' && sentence.AsSpan(from + 1).StartsWith(name, StringComparison.Ordinal)
                    && sentence[from + 1 + name.Length] == '}')
                {
                    said.Append(Number(value));
                    from += name.Length + 2;
                    filled = true;
                    break;
                }
            }

            if (!filled)
            {
                said.Append(sentence[from++]);
            }
        }

        return said.ToString();
    }

    /// <summary>A number with the marks of the language, however it is padded; anything else as it is.</summary>
    public string Number(string value) => value.AsSpan().Trim(' ') is { IsEmpty: false } digits
        ? value.Replace(digits.ToString(), language.Number(digits.ToString()), StringComparison.Ordinal)
        : value;
}
