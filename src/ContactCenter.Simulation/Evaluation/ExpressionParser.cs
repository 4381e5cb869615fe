namespace ContactCenter.Simulation.Evaluation;

/// <summary>
/// Reads metric math by recursive descent. Binding, loosest first: OR, AND, comparisons, sums, products, sign, power.
/// </summary>
internal sealed class ExpressionParser(string text, IReadOnlyList<string> metricIds)
{
    /// <summary>Deep enough for any sensible formula, and shallow enough that hostile nesting cannot exhaust the stack.</summary>
    private const int MaximumDepth = 64;

    private static readonly string[] Comparisons = ["==", "!=", "<=", ">=", "<", ">"];

    private readonly ExpressionText _text = new(text);
    private int _depth;

    public ExpressionNode Parse()
    {
        var node = Or();
        _text.SkipSpace();
        return _text.IsAtEnd ? node : throw _text.Error($"Found \"{_text.Next}\" where an operator or the end was expected.");
    }

    private ExpressionNode Or()
    {
        if (++_depth > MaximumDepth)
        {
            throw _text.Error($"The expression is nested more than {MaximumDepth} deep.");
        }

        var left = And();
        while (_text.TakeWord("OR") || _text.TakeSymbol("||"))
        {
            left = new ExpressionNode.Binary("OR", left, And());
        }

        _depth--;
        return left;
    }

    private ExpressionNode And()
    {
        var left = Comparison();
        while (_text.TakeWord("AND") || _text.TakeSymbol("&&"))
        {
            left = new ExpressionNode.Binary("AND", left, Comparison());
        }

        return left;
    }

    private ExpressionNode Comparison()
    {
        var left = Sum();
        while (_text.TakeAny(Comparisons) is { } comparison)
        {
            left = new ExpressionNode.Binary(comparison, left, Sum());
        }

        return left;
    }

    private ExpressionNode Sum()
    {
        var left = Product();
        while (_text.TakeAny("+", "-") is { } sign)
        {
            left = new ExpressionNode.Binary(sign, left, Product());
        }

        return left;
    }

    private ExpressionNode Product()
    {
        var left = Signed();
        while (_text.TakeAny("*", "/") is { } sign)
        {
            left = new ExpressionNode.Binary(sign, left, Signed());
        }

        return left;
    }

    private ExpressionNode Signed()
    {
        var negative = false;
        while (_text.TakeAny("-", "+") is { } sign)
        {
            negative ^= sign == "-";
        }

        var operand = Power();
        return negative ? new ExpressionNode.Negation(operand) : operand;
    }

    private ExpressionNode Power()
    {
        var left = Operand();
        while (_text.TakeSymbol("^"))
        {
            left = new ExpressionNode.Binary("^", left, Operand());
        }

        return left;
    }

    private ExpressionNode Operand()
    {
        _text.SkipSpace();
        if (_text.TakeSymbol("("))
        {
            var inner = Or();
            _text.Require(")");
            return inner;
        }

        if (_text.IsAtNumber)
        {
            return new ExpressionNode.Constant(_text.Number());
        }

        var start = _text.Position;
        return _text.Word() switch
        {
            "" when _text.IsAtEnd =>
                throw _text.Error("The expression ends where a number, a metric id, a function or \"(\" was expected."),
            "" => throw _text.Error($"Found \"{_text.Next}\" where a number, a metric id, a function or \"(\" was expected."),
            "IF" => If(),
            "FILL" => Fill(),
            "SUM" => SumOf(),
            "PERIOD" => new ExpressionNode.Period(MetricInBrackets()),
            "SERVICE_QUOTA" => new ExpressionNode.Quota(MetricInBrackets()),
            var id => new ExpressionNode.Metric(IndexOf(id, start)),
        };
    }

    private ExpressionNode.If If()
    {
        _text.Require("(");
        var condition = Or();
        _text.Require(",");
        var then = Or();
        _text.Require(",");
        var otherwise = Or();
        _text.Require(")");
        return new ExpressionNode.If(condition, then, otherwise);
    }

    private ExpressionNode.Fill Fill()
    {
        _text.Require("(");
        var operand = Or();
        _text.Require(",");
        var with = _text.TakeWord("REPEAT") ? null : Or();
        _text.Require(")");
        return new ExpressionNode.Fill(operand, with);
    }

    private ExpressionNode.SumOf SumOf()
    {
        _text.Require("(");
        _text.Require("[");
        var operands = new List<ExpressionNode> { Or() };
        while (_text.TakeSymbol(","))
        {
            operands.Add(Or());
        }

        _text.Require("]");
        _text.Require(")");
        return new ExpressionNode.SumOf(operands);
    }

    private int MetricInBrackets()
    {
        _text.Require("(");
        _text.SkipSpace();
        var start = _text.Position;
        var index = IndexOf(_text.Word(), start);
        _text.Require(")");
        return index;
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

        _text.Position = at;
        throw _text
            .Error(
                $"\"{id}\" is neither a metric of this alarm ({string.Join(", ", metricIds)}) nor a known function (IF, FILL, "
                    + "SUM, PERIOD, SERVICE_QUOTA).");
    }
}

/// <summary>A part of a parsed metric-math expression.</summary>
internal abstract record ExpressionNode
{
    public sealed record Constant(double Value) : ExpressionNode;

    public sealed record Metric(int Index) : ExpressionNode;

    public sealed record Period(int Index) : ExpressionNode;

    /// <summary>The service quota that a metric of usage counts against.</summary>
    public sealed record Quota(int Index) : ExpressionNode;

    public sealed record Negation(ExpressionNode Operand) : ExpressionNode;

    public sealed record Binary(string Operator, ExpressionNode Left, ExpressionNode Right) : ExpressionNode;

    public sealed record If(ExpressionNode Condition, ExpressionNode Then, ExpressionNode Else) : ExpressionNode;

    /// <summary>Missing datapoints become the value of <paramref name="With"/>, or repeat the datapoint before when it is null.</summary>
    public sealed record Fill(ExpressionNode Operand, ExpressionNode? With) : ExpressionNode;

    /// <summary>The sum of what there is; what is missing is left out.</summary>
    public sealed record SumOf(IReadOnlyList<ExpressionNode> Operands) : ExpressionNode;
}
