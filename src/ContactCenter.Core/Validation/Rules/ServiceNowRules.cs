using System.Globalization;
using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.ServiceNow;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>What is written into incidents of ServiceNow: columns that there may be, values that can be filled.</summary>
internal static partial class ServiceNowRules
{
    /// <summary>What most write; a column that is nearly one of these is taken for a slip, and any other for one of the instance.</summary>
    private static readonly string[] Usual =
        ["assignment_group", "business_service", "caller_id", "category", "close_code", "cmdb_ci", "subcategory"];

    public static void Check(ServiceNowSettings settings, List<ConfigurationProblem> found)
    {
        Check("$.serviceNow.fields", settings.Fields, found);
        foreach (var severity in Enum.GetValues<Severity>())
        {
            Check($"$.serviceNow.severities.{severity}", settings.Severities[severity], found);
        }

        foreach (var (resource, fields) in settings.Resources)
        {
            Check($"$.serviceNow.resources.{resource}", fields, found);
        }
    }

    private static void Check(string path, IReadOnlyDictionary<string, string> fields, List<ConfigurationProblem> found)
    {
        foreach (var (column, value) in fields)
        {
            if (Column(column) is { } wrong)
            {
                found.Add(new($"{path}.{column}", ConfigurationRules.Quote(column), wrong));
            }

            if (value.Length is 0 or > ServiceNowFields.MaximumValue || value.Any(char.IsControl))
            {
                found.Add(new(
                    $"{path}.{column}",
                    string.Create(CultureInfo.InvariantCulture, $"a value of {value.Length} characters"),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"expected 1 to {ServiceNowFields.MaximumValue} characters on one line")));
            }

            foreach (var placeholder in ServiceNowFields.PlaceholdersOf(value).Where(name => !ServiceNowFields.Placeholders.Contains(name)))
            {
                found.Add(new(
                    $"{path}.{column}",
                    ConfigurationRules.Quote($"{{{placeholder}}}"),
                    "expected " + Wording.Or(ServiceNowFields.Placeholders.Order(StringComparer.Ordinal).Select(name => $"{{{name}}}"))
                        + Suggestion.For(placeholder, ServiceNowFields.Placeholders)));
            }
        }
    }

    private static string? Column(string column) => column switch
    {
        _ when ServiceNowFields.Own.Contains(column) => "this system writes it itself, or ServiceNow reckons it",
        _ when !ColumnName().IsMatch(column) => "expected the name of a column, such as assignment_group or u_queue",
        ['u' or 'x', '_', ..] => null,
        _ when !Usual.Contains(column) && Suggestion.For(column, Usual) is { Length: > 0 } meant =>
            $"expected a column of the instance{meant}",
        _ => null,
    };

    [GeneratedRegex("^[a-z][a-z0-9_]{0,79}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnName();
}
