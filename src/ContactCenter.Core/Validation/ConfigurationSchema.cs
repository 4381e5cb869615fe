using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation;

/// <summary>
/// The JSON schema of <c>contactcenter.json</c>, made from the records: what an editor shows and what is checked are one thing.
/// </summary>
public static class ConfigurationSchema
{
    /// <summary>What fits a pattern, in words; the keyword is that of editors, which show it instead of the pattern.</summary>
    internal const string PatternMeaning = "patternErrorMessage";

    internal static JsonObject Root { get; } = Build();

    /// <summary>The schema as text, as it is checked in.</summary>
    public static string Text { get; } = Root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";

    private static JsonObject Build()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        var schema = (JsonObject)ConfigurationJson.Default.ContactCenterConfiguration.GetJsonSchemaAsNode(options);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Configuration of ContactCenterServerless");
        return schema;
    }

    private static JsonObject Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var schema = EnumNames.Schema(context.TypeInfo, node) ?? node as JsonObject ?? [];
        if (Pattern(context.TypeInfo.Type) is { } pattern)
        {
            schema = new JsonObject { ["type"] = "string", ["pattern"] = pattern };
        }

        if (schema.ContainsKey("properties"))
        {
            schema["additionalProperties"] = false;
        }

        var attributes = context.PropertyInfo?.AttributeProvider;
        if (Attribute<RangeAttribute>(attributes) is { } range)
        {
            schema["minimum"] = Convert.ToDouble(range.Minimum, System.Globalization.CultureInfo.InvariantCulture);
            schema["maximum"] = Convert.ToDouble(range.Maximum, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (Attribute<RegularExpressionAttribute>(attributes) is { } expression)
        {
            schema["pattern"] = expression.Pattern;
            if (expression.ErrorMessage is { } meaning)
            {
                schema[PatternMeaning] = meaning;
            }
        }

        if (Attribute<DescriptionAttribute>(attributes) is { } description)
        {
            schema.Remove("description");
            schema.Insert(0, "description", description.Description);
        }

        return schema;
    }

    private static string? Pattern(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return value == typeof(TimeSpan) ? DurationConverter.Pattern : value == typeof(TimeOnly) ? TimeOfDayConverter.Pattern : null;
    }

    private static T? Attribute<T>(ICustomAttributeProvider? provider)
        where T : Attribute => provider?.GetCustomAttributes(typeof(T), inherit: false).OfType<T>().FirstOrDefault();
}
