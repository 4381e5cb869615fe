namespace ContactCenter.Core.Configuration;

/// <summary>How an attribute is compared. Text is compared without regard to letter case.</summary>
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
