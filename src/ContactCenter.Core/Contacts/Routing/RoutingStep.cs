using System.Text.Json;

namespace ContactCenter.Core.Contacts.Routing;

/// <summary>One step of routing criteria.</summary>
/// <param name="Asked">What an agent has to know, all of it.</param>
/// <param name="Seconds">How long such an agent is looked for, in seconds.</param>
public sealed record RoutingStep(IReadOnlyList<Proficiency> Asked, int Seconds)
{
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("Expression");
        if (Asked.Count == 1)
        {
            WriteCondition(json, Asked[0]);
        }
        else
        {
            json.WriteStartArray("AndExpression");
            foreach (var one in Asked)
            {
                json.WriteStartObject();
                WriteCondition(json, one);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteStartObject("Expiry");
        json.WriteNumber("DurationInSeconds", Seconds);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter json, Proficiency one)
    {
        json.WriteStartObject("AttributeCondition");
        json.WriteString("Name", one.Attribute);
        json.WriteString("Value", one.Value);
        json.WriteNumber("ProficiencyLevel", one.Level);
        json.WriteString("ComparisonOperator", "NumberGreaterOrEqualTo");
        json.WriteEndObject();
    }
}
