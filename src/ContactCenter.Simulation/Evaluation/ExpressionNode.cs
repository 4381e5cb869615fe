namespace ContactCenter.Simulation.Evaluation;

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
}
