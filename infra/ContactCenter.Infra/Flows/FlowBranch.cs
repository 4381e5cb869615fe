namespace ContactCenter.Infra.Flows;

/// <summary>One way out of a block.</summary>
/// <param name="Target">Name of the block that it leads to.</param>
/// <param name="Error">Type of the error that takes it, such as <c>NoMatchingError</c>; null for no error.</param>
/// <param name="Operator">Operator of the condition that takes it, such as <c>Equals</c>; null for no condition.</param>
/// <param name="Operand">What the condition compares with.</param>
internal sealed record FlowBranch(string Target, string? Error = null, string? Operator = null, string? Operand = null)
{
    /// <summary>The error that is left when no other matches.</summary>
    public const string AnyError = "NoMatchingError";

    /// <summary>No condition was met.</summary>
    public const string NoMatch = "NoMatchingCondition";

    /// <summary>The customer said nothing in time.</summary>
    public const string TimeLimit = "InputTimeLimitExceeded";

    /// <summary>The agent did nothing in time.</summary>
    public const string ViewTimeLimit = "TimeLimitExceeded";

    /// <summary>The way on when nothing special happens.</summary>
    public static FlowBranch Next(string target) => new(target);

    /// <summary>The way of an error.</summary>
    public static FlowBranch On(string error, string target) => new(target, Error: error);

    /// <summary>The way of a condition.</summary>
    public static FlowBranch When(string operand, string target, string @operator = "Equals") =>
        new(target, Operator: @operator, Operand: operand);

    /// <summary>What takes it, for people; nothing for the way on.</summary>
    public string Label => this switch
    {
        { Operator: "Equals" } => Operand!,
        { Operator: not null } => $"{Operator} {Operand}",
        { Error: AnyError } => "error",
        { Error: NoMatch } => "anything else",
        { Error: TimeLimit or ViewTimeLimit } => "silence",
        { Error: not null } => Error,
        _ => "",
    };
}
