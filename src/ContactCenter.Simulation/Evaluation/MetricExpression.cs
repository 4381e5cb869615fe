namespace ContactCenter.Simulation.Evaluation;

/// <summary>
/// Metric math: arithmetic, comparisons (1 or 0), AND, OR, <c>IF(condition, then, else)</c>, <c>FILL(x, REPEAT)</c> or
/// <c>FILL(x, number)</c>, <c>SUM([x, y])</c>, <c>PERIOD(metric)</c> in seconds, and <c>SERVICE_QUOTA(metric)</c>. As in CloudWatch, where
/// an operand has no datapoint the result has none, and neither has a division by zero; a sum over a list leaves out what is missing.
/// </summary>
public sealed class MetricExpression
{
    private readonly ExpressionNode _root;

    private MetricExpression(ExpressionNode root) => _root = root;

    /// <summary>Reads an expression over the metrics with these ids.</summary>
    /// <exception cref="MetricExpressionException">It cannot be read; the message says where and why.</exception>
    public static MetricExpression Parse(string text, IReadOnlyList<string> metricIds)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(metricIds);
        return new MetricExpression(new ExpressionParser(text, metricIds).Parse());
    }

    /// <summary>The value of the expression for the datapoint that starts at a minute, or null when there is none.</summary>
    public double? Evaluate(IExpressionMetrics metrics, long minute)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return Evaluate(_root, metrics, minute);
    }

    private static double? Evaluate(ExpressionNode node, IExpressionMetrics metrics, long minute) => node switch
    {
        ExpressionNode.Constant constant => constant.Value,
        ExpressionNode.Metric metric => metrics.Read(metric.Index, minute),
        ExpressionNode.Period period => metrics.Period(period.Index).TotalSeconds,
        ExpressionNode.Quota quota => metrics.Quota(quota.Index),
        ExpressionNode.Negation negation => -Evaluate(negation.Operand, metrics, minute),
        ExpressionNode.Binary binary => Combine(
            binary.Operator, Evaluate(binary.Left, metrics, minute), Evaluate(binary.Right, metrics, minute)),
        ExpressionNode.If choice => Evaluate(choice.Condition, metrics, minute) switch
        {
            null => null,
            0 => Evaluate(choice.Else, metrics, minute),
            _ => Evaluate(choice.Then, metrics, minute),
        },
        ExpressionNode.Fill { With: { } with } fill => Evaluate(fill.Operand, metrics, minute) ?? Evaluate(with, metrics, minute),
        ExpressionNode.Fill fill => Repeat(fill.Operand, metrics, minute),
        ExpressionNode.SumOf sum => Sum(sum.Operands.Select(operand => Evaluate(operand, metrics, minute))),
        _ => throw new InvalidOperationException($"{node} has no meaning."),
    };

    private static double? Sum(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>()];
        return known.Length == 0 ? null : known.Sum();
    }

    private static double? Repeat(ExpressionNode operand, IExpressionMetrics metrics, long minute)
    {
        for (var earlier = minute; earlier >= metrics.Earliest; earlier -= metrics.StepMinutes)
        {
            if (Evaluate(operand, metrics, earlier) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static double? Combine(string op, double? left, double? right)
    {
        if (left is not { } a || right is not { } b)
        {
            return null;
        }

        return op switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => b == 0 ? null : a / b,
            "^" => Math.Pow(a, b),
            "==" => Truth(a == b),
            "!=" => Truth(a != b),
            "<=" => Truth(a <= b),
            ">=" => Truth(a >= b),
            "<" => Truth(a < b),
            ">" => Truth(a > b),
            "AND" => Truth(a != 0 && b != 0),
            "OR" => Truth(a != 0 || b != 0),
            _ => throw new InvalidOperationException($"The operator {op} has no meaning."),
        };
    }

    private static double Truth(bool value) => value ? 1 : 0;
}

/// <summary>An expression that is not metric math as the catalog uses it.</summary>
/// <param name="message">What was found, and what would be right.</param>
/// <param name="expression">The whole expression.</param>
/// <param name="position">Where, counted from 0.</param>
public sealed class MetricExpressionException(string message, string expression, int position)
    : FormatException($"{message} At position {position + 1} of \"{expression}\".")
{
    /// <summary>Where in the expression, counted from 0.</summary>
    public int Position { get; } = position;
}
