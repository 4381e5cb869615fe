using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.ServiceNow;
using ContactCenter.Core.Texts;

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
                    Findings.ValueLength($"{value.Length}"),
                    Findings.OneLine($"{ServiceNowFields.MaximumValue}")));
            }

            foreach (var placeholder in ServiceNowFields.PlaceholdersOf(value).Where(name => !ServiceNowFields.Placeholders.Contains(name)))
            {
                found.Add(new(
                    $"{path}.{column}",
                    ConfigurationRules.Quote($"{{{placeholder}}}"),
                    Suggestion.After(
                        Findings.ExpectedOneOf(
                            Wording.Or(ServiceNowFields.Placeholders.Order(StringComparer.Ordinal).Select(name => $"{{{name}}}"))),
                        placeholder,
                        ServiceNowFields.Placeholders)));
            }
        }
    }

    private static string? Column(string column) => column switch
    {
        _ when ServiceNowFields.Own.Contains(column) => Findings.WritesItself,
        _ when !ColumnName().IsMatch(column) => Findings.ColumnExpected,
        ['u' or 'x', '_', ..] => null,
        _ when !Usual.Contains(column) && Suggestion.Near(column, Usual) is not null =>
            Suggestion.After(Findings.ColumnOfInstance, column, Usual),
        _ => null,
    };

    [GeneratedRegex("^[a-z][a-z0-9_]{0,79}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnName();
}
