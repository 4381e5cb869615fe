using System.Globalization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Recommendation;

/// <summary>Says whether a condition holds for a contact.</summary>
internal static class ConditionCheck
{
    public static bool Holds(ConditionSettings condition, FlowRequest request)
    {
        var value = ContactAttributes.Find(request, condition.Attribute);
        return condition.Operator switch
        {
            ConditionOperator.Is => value is not null && condition.Values.Contains(value, StringComparer.OrdinalIgnoreCase),
            ConditionOperator.IsNot => value is null || !condition.Values.Contains(value, StringComparer.OrdinalIgnoreCase),
            ConditionOperator.Contains =>
                value is not null && condition.Values.Any(part => value.Contains(part, StringComparison.OrdinalIgnoreCase)),
            ConditionOperator.AtLeast => Number(value) >= Number(condition.Values[0]),
            ConditionOperator.Below => Number(value) < Number(condition.Values[0]),
            ConditionOperator.Exists => value is not null,
            ConditionOperator.Missing => value is null,
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
    }

    /// <summary>The number in a text, or null; what is no finite number is none.</summary>
    public static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? number
            : null;
}
