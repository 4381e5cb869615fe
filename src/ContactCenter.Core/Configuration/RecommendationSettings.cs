using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>An offer or action for the agent's screen, and when it is recommended.</summary>
public sealed record RecommendationSettings
{
    [Description("Short name by which flows and metrics know it.")]
    [RegularExpression("^[a-z][a-z0-9-]{0,63}$", ErrorMessage = Findings.FormRule)]
    public required string Name { get; set; }

    [Description("offer: something to sell; action: something to do for the customer.")]
    public RecommendationKind Kind { get; set; } = RecommendationKind.Offer;

    [Description("What the agent reads.")]
    [RegularExpression("^[^<>&$`\\\\\\x00-\\x1f]{1,300}$")]
    public required string Text { get; set; }

    [Description("Why it is recommended; {attribute} stands for the value of an attribute.")]
    [RegularExpression("^[^<>&$`\\\\\\x00-\\x1f]{1,300}$")]
    public required string Reason { get; set; }

    [Description("All of these must hold.")]
    public IReadOnlyList<ConditionSettings> When { get; set; } = [];

    [Description("1 to 100; of those that fit, the highest three are shown.")]
    [Range(1, 100)]
    public int Priority { get; set; } = 50;
}

/// <summary>What a recommendation asks an agent for.</summary>
[JsonConverter(typeof(NamedEnumConverter<RecommendationKind>))]
public enum RecommendationKind
{
    /// <summary>Something to sell.</summary>
    Offer,

    /// <summary>Something to do for the customer.</summary>
    Action,
}

/// <summary>A condition on an attribute of the contact.</summary>
public sealed record ConditionSettings
{
    [Description(
        "Attribute of the contact or parameter of the block, such as topic, urgency or segment; channel, queue and language are those of the contact.")]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_-]{0,63}$", ErrorMessage = Findings.FormAttribute)]
    public required string Attribute { get; set; }

    [Description("is, isNot (one of the values, letter case ignored), contains, atLeast, below (numbers), exists, missing (no values).")]
    public ConditionOperator Operator { get; set; } = ConditionOperator.Is;

    [Description("Values to compare with.")]
    public IReadOnlyList<string> Values { get; set; } = [];
}

/// <summary>How an attribute is compared. Text is compared without regard to letter case.</summary>
[JsonConverter(typeof(NamedEnumConverter<ConditionOperator>))]
public enum ConditionOperator
{
    /// <summary>It is one of the values.</summary>
    Is,

    /// <summary>It is none of the values; it may be absent.</summary>
    IsNot,

    /// <summary>It contains one of the values.</summary>
    Contains,

    /// <summary>It is a number, and not below the value.</summary>
    AtLeast,

    /// <summary>It is a number, and below the value.</summary>
    Below,

    /// <summary>It has a value.</summary>
    Exists,

    /// <summary>It has none.</summary>
    Missing,
}
