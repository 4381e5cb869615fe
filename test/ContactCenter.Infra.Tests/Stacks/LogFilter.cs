using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>
/// A filter pattern of CloudWatch Logs over JSON, as its documentation has it: comparisons of texts with <c>*</c> for anything, joined by
/// <c>&amp;&amp;</c> and <c>||</c> in brackets. What an entry does not have is equal to nothing, and not unequal to anything either.
/// </summary>
internal sealed partial class LogFilter
{
    private readonly string[] _words;
    private int _next;

    private LogFilter(string pattern) => _words = [.. Word().Matches(pattern).Select(static match => match.Value)];

    /// <summary>Whether an entry is counted.</summary>
    /// <exception cref="FormatException">The pattern is none.</exception>
    public static bool Matches(string pattern, JsonNode entry)
    {
        Assert.InRange(pattern.Length, 1, 1024);
        var filter = new LogFilter(pattern);
        filter.Take("{");
        var matches = filter.Any(entry);
        filter.Take("}");
        return filter._next == filter._words.Length ? matches : throw new FormatException("Something follows the pattern.");
    }

    private bool Any(JsonNode entry)
    {
        var matches = All(entry);
        while (TryTake("||"))
        {
            matches |= All(entry);
        }

        return matches;
    }

    private bool All(JsonNode entry)
    {
        var matches = One(entry);
        while (TryTake("&&"))
        {
            matches &= One(entry);
        }

        return matches;
    }

    private bool One(JsonNode entry)
    {
        if (TryTake("("))
        {
            var inner = Any(entry);
            Take(")");
            return inner;
        }

        var value = _words[_next++][2..].Split('.').Aggregate((JsonNode?)entry, static (node, name) => (node as JsonObject)?[name]);
        var isEqual = TryTake("=");
        if (!isEqual)
        {
            Take("!=");
        }

        var wanted = $"^{Regex.Escape(_words[_next++].Trim('"')).Replace("\\*", ".*", StringComparison.Ordinal)}$";
        return value is not null && Regex.IsMatch((string)value!, wanted) == isEqual;
    }

    private bool TryTake(string word)
    {
        var isNext = _next < _words.Length && _words[_next] == word;
        _next += isNext ? 1 : 0;
        return isNext;
    }

    private void Take(string word)
    {
        if (!TryTake(word))
        {
            throw new FormatException($"Expected {word} as word {_next}.");
        }
    }

    [GeneratedRegex("""\"[^"]*\"|\$\.[A-Za-z.]+|&&|\|\||!=|[={}()]|\S""")]
    private static partial Regex Word();
}
