using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>A condition on an attribute of the contact.</summary>
public sealed record ConditionSettings
{
    /// <summary>Name of the attribute or parameter; <c>channel</c>, <c>queue</c> and <c>language</c> are those of the contact.</summary>
    [Description("Attribute of the contact or parameter of the block, such as topic, mood or segment; channel, queue and language are those of the contact.")]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_-]{0,63}$")]
    public required string Attribute { get; set; }

    /// <summary>How it is compared.</summary>
    [Description("is, isNot (one of the values, letter case ignored), contains, atLeast, below (numbers), exists, missing (no values).")]
    public ConditionOperator Operator { get; set; } = ConditionOperator.Is;

    /// <summary>What it is compared with.</summary>
    [Description("Values to compare with.")]
    public IReadOnlyList<string> Values { get; set; } = [];
}
