using System.Globalization;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>
/// Reads metric math by recursive descent. Binding, loosest first: OR, AND, comparisons, sums, products, sign, power.
/// </summary>
internal sealed class ExpressionParser(string text, IReadOnlyList<string> metricIds)
{
    /// <summary>Deep enough for any sensible formula, and shallow enough that hostile nesting cannot exhaust the stack.</summary>
    private const int MaximumDepth = 64;

    private static readonly string[] Comparisons = ["==", "!=", "<=", ">=", "<", ">"];

    private int _position;
    private int _depth;

    public ExpressionNode Parse()
    {
        var node = Or();
        SkipSpace();
        return _position == text.Length ? node : throw Error($"Found \"{text[_position]}\" where an operator or the end was expected.");
    }

    private ExpressionNode Or()
    {
        if (++_depth > MaximumDepth)
        {
            throw Error($"The expression is nested more than {MaximumDepth} deep.");
        }

        var left = And();
        while (TakeWord("OR") || TakeSymbol("||"))
        {
            left = new ExpressionNode.Binary("OR", left, And());
        }

        _depth--;
        return left;
    }

    private ExpressionNode And()
    {
        var left = Comparison();
        while (TakeWord("AND") || TakeSymbol("&&"))
        {
            left = new ExpressionNode.Binary("AND", left, Comparison());
        }

        return left;
    }

    private ExpressionNode Comparison()
    {
        var left = Sum();
        while (TakeAny(Comparisons) is { } comparison)
        {
            left = new ExpressionNode.Binary(comparison, left, Sum());
        }

        return left;
    }

    private ExpressionNode Sum()
    {
        var left = Product();
        while (TakeAny("+", "-") is { } sign)
        {
            left = new ExpressionNode.Binary(sign, left, Product());
        }

        return left;
    }

    private ExpressionNode Product()
    {
        var left = Signed();
        while (TakeAny("*", "/") is { } sign)
        {
            left = new ExpressionNode.Binary(sign, left, Signed());
        }

        return left;
    }

    private ExpressionNode Signed()
    {
        var negative = false;
        while (TakeAny("-", "+") is { } sign)
        {
            negative ^= sign == "-";
        }

        var operand = Power();
        return negative ? new ExpressionNode.Negation(operand) : operand;
    }

    private ExpressionNode Power()
    {
        var left = Operand();
        while (TakeSymbol("^"))
        {
            left = new ExpressionNode.Binary("^", left, Operand());
        }

        return left;
    }

    private ExpressionNode Operand()
    {
        SkipSpace();
        if (TakeSymbol("("))
        {
            var inner = Or();
            Require(")");
            return inner;
        }

        if (_position < text.Length && (char.IsAsciiDigit(text[_position]) || text[_position] == '.'))
        {
            return Number();
        }

        var start = _position;
        return Word() switch
        {
            "" when _position == text.Length => throw Error("The expression ends where a number, a metric id, a function or \"(\" was expected."),
            "" => throw Error($"Found \"{text[_position]}\" where a number, a metric id, a function or \"(\" was expected."),
            "IF" => If(),
            "FILL" => Fill(),
            "PERIOD" => new ExpressionNode.Period(MetricInBrackets()),
            "SERVICE_QUOTA" => new ExpressionNode.Quota(MetricInBrackets()),
            var id => new ExpressionNode.Metric(IndexOf(id, start)),
        };
    }

    private ExpressionNode.If If()
    {
        Require("(");
        var condition = Or();
        Require(",");
        var then = Or();
        Require(",");
        var otherwise = Or();
        Require(")");
        return new ExpressionNode.If(condition, then, otherwise);
    }

    private ExpressionNode.Fill Fill()
    {
        Require("(");
        var operand = Or();
        Require(",");
        var with = TakeWord("REPEAT") ? null : Or();
        Require(")");
        return new ExpressionNode.Fill(operand, with);
    }

    private int MetricInBrackets()
    {
        Require("(");
        SkipSpace();
        var start = _position;
        var index = IndexOf(Word(), start);
        Require(")");
        return index;
    }

    private ExpressionNode.Constant Number()
    {
        var start = _position;
        while (_position < text.Length && (char.IsAsciiDigit(text[_position]) || text[_position] == '.'))
        {
            _position++;
        }

        var digits = text[start.._position];
        if (double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return new ExpressionNode.Constant(value);
        }

        _position = start;
        throw Error($"\"{digits}\" is no number.");
    }

    private int IndexOf(string id, int at)
    {
        for (var i = 0; i < metricIds.Count; i++)
        {
            if (metricIds[i] == id)
            {
                return i;
            }
        }

        _position = at;
        throw Error($"\"{id}\" is neither a metric of this alarm ({string.Join(", ", metricIds)}) nor a known function (IF, FILL, PERIOD, SERVICE_QUOTA).");
    }

    private string Word()
    {
        var start = _position;
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] == '_'))
        {
            _position++;
        }

        return text[start.._position];
    }

    private bool TakeWord(string word)
    {
        SkipSpace();
        var start = _position;
        if (Word() == word)
        {
            return true;
        }

        _position = start;
        return false;
    }

    private bool TakeSymbol(string symbol) => TakeAny(symbol) is not null;

    private string? TakeAny(params ReadOnlySpan<string> symbols)
    {
        SkipSpace();
        foreach (var symbol in symbols)
        {
            if (string.CompareOrdinal(text, _position, symbol, 0, symbol.Length) == 0)
            {
                _position += symbol.Length;
                return symbol;
            }
        }

        return null;
    }

    private void Require(string symbol)
    {
        if (!TakeSymbol(symbol))
        {
            throw Error(_position == text.Length
                ? $"The expression ends where \"{symbol}\" was expected."
                : $"Found \"{text[_position]}\" where \"{symbol}\" was expected.");
        }
    }

    private void SkipSpace()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }
    }

    private MetricExpressionException Error(string message) => new(message, text, _position);
}
