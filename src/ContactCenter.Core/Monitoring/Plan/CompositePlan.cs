using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>The composite alarms of a configuration, each after those that it refers to.</summary>
public static class CompositePlan
{
    /// <summary>CloudWatch: a composite alarm has at most so many children (user guide, "CloudWatch alarms feature quotas").</summary>
    public const int MaximumChildren = 100;

    /// <summary>CloudWatch: characters of an alarm rule at most (API reference, PutCompositeAlarm).</summary>
    public const int MaximumRule = 10_240;

    /// <summary>The composites over alarms that are deployed; one without any member on this configuration is left out.</summary>
    /// <param name="prefix">What names begin with.</param>
    /// <param name="alarms">The alarms of the plan.</param>
    public static IEnumerable<BoundComposite> For(string prefix, IReadOnlyCollection<BoundAlarm> alarms)
    {
        var bound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var definition in CompositeCatalog.All)
        {
            string[] children = [.. alarms.Where(alarm => definition.Members.Contains(alarm.Definition.Id)).Select(alarm => alarm.Name)];
            if (children.Length == 0)
            {
                continue;
            }

            var name = $"{prefix}/{definition.Id}";
            var suppressor = definition.SuppressedBy is { } id && bound.Contains(id) ? $"{prefix}/{id}" : null;
            var parts = Parts(children).ToArray();
            if (parts.Length > 1)
            {
                for (var i = 0; i < parts.Length; i++)
                {
                    yield return new BoundComposite(definition, $"{name}/part-{i + 1}", Rule(parts[i]), parts[i], null, IsPart: true);
                }

                children = [.. parts.Select((_, i) => $"{name}/part-{i + 1}")];
            }

            bound.Add(definition.Id);
            yield return new BoundComposite(definition, name, Rule(children), children, suppressor, IsPart: false);
        }
    }

    /// <summary>Names in runs of which each fits into one rule.</summary>
    private static IEnumerable<IReadOnlyList<string>> Parts(IEnumerable<string> names)
    {
        var part = new List<string>();
        var length = 0;
        foreach (var name in names)
        {
            var added = Term(name).Length + Or.Length;
            if (part.Count == MaximumChildren || length + added > MaximumRule)
            {
                yield return part;
                part = [];
                length = 0;
            }

            part.Add(name);
            length += added;
        }

        yield return part;
    }

    private const string Or = " OR ";

    private static string Rule(IEnumerable<string> names) => string.Join(Or, names.Select(Term));

    private static string Term(string name) => $"ALARM(\"{name}\")";
}

/// <summary>A composite alarm as it is deployed.</summary>
/// <param name="Definition">What it tells.</param>
/// <param name="Name">Name of the CloudWatch alarm.</param>
/// <param name="Rule">CloudWatch's alarm rule.</param>
/// <param name="Children">Names of the alarms in the rule.</param>
/// <param name="Suppressor">Name of the alarm that silences it while red, or null.</param>
/// <param name="IsPart">True for one that only gathers children for another, because a rule holds so many and no more; it tells
/// nobody.</param>
public sealed record BoundComposite(
    CompositeDefinition Definition, string Name, string Rule, IReadOnlyList<string> Children, string? Suppressor, bool IsPart);
