namespace ContactCenter.Core.Contacts.FlowContent;

/// <summary>What the service asks of one type of action, whatever its parameters say.</summary>
internal sealed record FlowActionRule
{
    /// <summary>Names that its parameters may have; null: they are not all known.</summary>
    public IReadOnlyList<string>? Parameters { get; init; }

    /// <summary>Errors that it must declare.</summary>
    public IReadOnlyList<string> NeededErrors { get; init; } = [];

    /// <summary>Errors that it may declare beside those; null: they are not all known.</summary>
    public IReadOnlyList<string>? OtherErrors { get; init; }

    /// <summary>False where conditions are refused.</summary>
    public bool HasConditions { get; init; } = true;

    /// <summary>True: the flow ends here, and nothing may stand in its transitions.</summary>
    public bool IsEnd { get; init; }

    /// <summary>Whether it must say what comes next.</summary>
    public bool NeedsNext { get; init; } = true;

    /// <summary>One that ends a flow.</summary>
    public static FlowActionRule End { get; } = new() { IsEnd = true, NeedsNext = false, OtherErrors = [], HasConditions = false };

    /// <summary>One of which only the type is known.</summary>
    public static FlowActionRule Known { get; } = new();

    /// <summary>One that declares exactly these errors.</summary>
    public static FlowActionRule With(params IReadOnlyList<string> errors) => new() { NeededErrors = errors, OtherErrors = [] };

    /// <summary>One that declares at least these errors.</summary>
    public static FlowActionRule AtLeast(params IReadOnlyList<string> errors) => new() { NeededErrors = errors };
}
