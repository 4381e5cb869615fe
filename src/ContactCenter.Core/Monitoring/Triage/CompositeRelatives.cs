using System.Collections.Immutable;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>
/// What a composite alarm looks at, and which of this deployment look at an alarm. A message may name the children that triggered it, or
/// name none; then its rule does, or the catalog where it is an alarm of this deployment.
/// </summary>
/// <param name="Children">ARNs of its children, by its message.</param>
/// <param name="ChildrenOfCatalog">
/// Beginnings of the ARNs of its children, by the catalog, where the message names none that triggered it.
/// </param>
/// <param name="Composites">ARNs of the composite alarms of this deployment that look at the alarm.</param>
internal sealed record CompositeRelatives(
    ImmutableArray<string> Children, ImmutableArray<string> ChildrenOfCatalog, ImmutableArray<string> Composites)
{
    private const string Alarm = ":alarm:";

    /// <summary>Finds them.</summary>
    /// <param name="change">The alarm.</param>
    /// <param name="composite">The composite of this deployment that it is, or null.</param>
    /// <param name="deployed">The alarm of this deployment that it is, or null.</param>
    /// <param name="prefix">What names of this deployment begin with.</param>
    public static CompositeRelatives Of(
        AlarmChange change, CompositeDefinition? composite, AlarmDefinition? deployed, string prefix)
    {
        var place = change.AlarmArn.IndexOf(Alarm, StringComparison.Ordinal) is >= 0 and var end
            ? change.AlarmArn[..(end + Alarm.Length)]
            : Alarm;
        if (composite is not null)
        {
            // where a rule has no room for all, parts of it stand between, which tell nobody
            var parts = $"{change.AlarmArn}/part-";
            ImmutableArray<string> told = [.. change.Children.Where(child => !child.StartsWith(parts, StringComparison.Ordinal))];
            return new CompositeRelatives(
                told, told.IsEmpty ? [.. composite.Members.Select(member => $"{place}{prefix}/{member}")] : [], []);
        }

        return new CompositeRelatives(
            [.. change.Children.Count > 0 ? change.Children : change.RuleAlarms],
            [],
            deployed is null
                ? []
                : [.. CompositeCatalog.All.Where(one => one.Members.Contains(deployed.Id)).Select(one => $"{place}{prefix}/{one.Id}")]);
    }
}
