namespace ContactCenter.Simulation.Evaluation;

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
