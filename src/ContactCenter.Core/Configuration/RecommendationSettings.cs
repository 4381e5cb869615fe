using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>An offer or action for the agent's screen, and when it is recommended.</summary>
public sealed record RecommendationSettings
{
    /// <summary>Name by which flows and metrics know it.</summary>
    [Description("Short name by which flows and metrics know it.")]
    [RegularExpression("^[a-z][a-z0-9-]{0,63}$")]
    public required string Name { get; set; }

    /// <summary>Whether something is offered or done.</summary>
    [Description("offer: something to sell; action: something to do for the customer.")]
    public RecommendationKind Kind { get; set; } = RecommendationKind.Offer;

    /// <summary>What the agent reads.</summary>
    [Description("What the agent reads.")]
    [RegularExpression("^[^<>&$`\\\\\\x00-\\x1f]{1,300}$")]
    public required string Text { get; set; }

    /// <summary>Why; an attribute in braces stands for its value.</summary>
    [Description("Why it is recommended; {attribute} stands for the value of an attribute.")]
    [RegularExpression("^[^<>&$`\\\\\\x00-\\x1f]{1,300}$")]
    public required string Reason { get; set; }

    /// <summary>All of these must hold; none: always.</summary>
    [Description("All of these must hold.")]
    public IReadOnlyList<ConditionSettings> When { get; set; } = [];

    /// <summary>The higher, the earlier.</summary>
    [Description("1 to 100; of those that fit, the highest three are shown.")]
    [Range(1, 100)]
    public int Priority { get; set; } = 50;
}
