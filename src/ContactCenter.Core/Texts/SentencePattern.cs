using System.Collections.Immutable;
using System.Text;

namespace ContactCenter.Core.Texts;

/// <summary>A sentence with its placeholders.</summary>
internal sealed class SentencePattern
{
    /// <summary>A length of time has two numbers with their units.</summary>
    private const int MaximumBlanks = 3;

    private readonly ImmutableArray<string> _starred;

    /// <summary>Takes a sentence apart.</summary>
    /// <param name="text">The sentence; <c>{name}</c> holds a value and <c>{*name}</c> a sentence.</param>
    public SentencePattern(string text)
    {
        Text = text;
        var literals = ImmutableArray.CreateBuilder<string>();
        var names = ImmutableArray.CreateBuilder<string>();
        var starred = ImmutableArray.CreateBuilder<string>();
        var from = 0;
        for (var open = Placeholder(text, 0); open >= 0; open = Placeholder(text, from))
        {
            var close = text.IndexOf('}', open);
            literals.Add(text[from..open]);
            var name = text[(open + 1)..close];
            names.Add(name.TrimStart('*'));
            if (name[0] == '*')
            {
                starred.Add(names[^1]);
            }

            from = close + 1;
        }

        literals.Add(text[from..]);
        Literals = literals.ToImmutable();
        Names = names.ToImmutable();
        _starred = starred.ToImmutable();
    }

    /// <summary>Whether a sentence has a placeholder; other braces are words.</summary>
    public static bool HasPlaceholder(string text) => Placeholder(text, 0) >= 0;

    /// <summary>As it stands in the table.</summary>
    public string Text { get; }

    /// <summary>What stands around the placeholders: one more than there are.</summary>
    public ImmutableArray<string> Literals { get; }

    /// <summary>The placeholders, in order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>True when a placeholder holds a sentence of the table itself.</summary>
    public bool IsSentence(string name) => _starred.Contains(name);

    /// <summary>The values of the placeholders in a text, or null when it is not this sentence.</summary>
    public IReadOnlyList<string>? Match(string text)
    {
        if (!text.StartsWith(Literals[0], StringComparison.Ordinal) || !text.EndsWith(Literals[^1], StringComparison.Ordinal))
        {
            return null;
        }

        var values = new List<string>(Names.Length);
        var from = Literals[0].Length;
        var last = text.Length - Literals[^1].Length;
        for (var i = 1; i < Literals.Length; i++)
        {
            var to = i == Literals.Length - 1 ? last
                : Literals[i].Length == 0 ? NoteIn(text, from)
                : text.IndexOf(Literals[i], Math.Min(from + 1, text.Length), StringComparison.Ordinal);
            if (to <= from || to > last)
            {
                return null;
            }

            var value = text[from..to];
            if (!Holds(Names[i - 1], value) || (to == text.Length && value[^1] == '.' && !EndsAnyhow(Names[i - 1])))
            {
                return null;
            }

            values.Add(value);
            from = to + Literals[i].Length;
        }

        return values;
    }

    /// <summary>
    /// Whether a value can stand for a placeholder: a number is one, and a name holds no other sentence. What people and others write, and
    /// lists, may hold anything.
    /// </summary>
    private bool Holds(string name, string value) => name switch
    {
        "count" or "time" or "threshold" or "ago" or "quiet" or "promised" or "lasted"
            or "units" or "from" or "to" or "writesFrom" or "writesTo" =>
            char.IsAsciiDigit(value.TrimStart('-').FirstOrDefault())
                && value.Count(static letter => letter == ' ') <= MaximumBlanks
                && !value.Contains(", ", StringComparison.Ordinal),
        "place" or "state" => !value.Contains("; ", StringComparison.Ordinal),
        "single" => !value.Contains(' ', StringComparison.Ordinal),
        "note" => value[0] is '.' or ':',
        _ when IsAnything(name) => true,
        _ => _starred.Contains(name)
            || (!value.Contains(": ", StringComparison.Ordinal) && !value.Contains("; ", StringComparison.Ordinal)),
    };

    /// <summary>
    /// Whether a full stop behind the last value belongs to it. Behind a name or a number it is that of the sentence around: "3 min." is no
    /// number, and a language that has words behind the name would say them behind the full stop.
    /// </summary>
    private bool EndsAnyhow(string name) => name == "note" || IsAnything(name) || _starred.Contains(name);

    private static bool IsAnything(string name) => name is "text" or "reason" or "endpoints" or "attributes" or "names" or "what";

    /// <summary>Where what a person wrote begins, which stands behind a colon; a sentence without has its full stop there.</summary>
    private static int NoteIn(string text, int from) => text.IndexOf(": ", from, StringComparison.Ordinal) is var note && note >= 0
        ? note
        : text.Length - 1;

    /// <summary>The sentence with values.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder(Literals[0]);
        foreach (var (i, name) in Names.Index())
        {
            text.Append(values[name]).Append(Literals[i + 1]);
        }

        return text.ToString();
    }

    /// <summary>Where the next placeholder begins, or -1.</summary>
    private static int Placeholder(string text, int from)
    {
        for (var open = text.IndexOf('{', from); open >= 0; open = text.IndexOf('{', open + 1))
        {
            if (open + 1 < text.Length && (char.IsAsciiLetterLower(text[open + 1]) || text[open + 1] == '*'))
            {
                return open;
            }
        }

        return -1;
    }
}
