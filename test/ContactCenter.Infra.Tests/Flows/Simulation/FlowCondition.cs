using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>Conditions of blocks that compare.</summary>
internal static class FlowCondition
{
    /// <summary>Whether a value meets a condition.</summary>
    public static bool IsMet(JsonNode condition, string value)
    {
        var operand = (string)condition["Condition"]!["Operands"]![0]!;
        return (string)condition["Condition"]!["Operator"]! switch
        {
            "Equals" => value == operand,
            "NumberGreaterOrEqualTo" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number >= double.Parse(operand, CultureInfo.InvariantCulture),
            var other => throw new InvalidOperationException($"the flow language has no {other}"),
        };
    }
}
