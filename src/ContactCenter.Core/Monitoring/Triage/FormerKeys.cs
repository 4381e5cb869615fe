using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>
/// Correlation keys as they were made before the place of a resource and the prefix of a name counted: an incident that was open when
/// this system was brought up to date still hears of its alarms.
/// </summary>
internal sealed class FormerKeys(string instanceId, string instanceAlias)
{
    public CorrelationKey Of(AlarmChange change, AlarmDefinition? definition, AlarmDescription description)
    {
        var composite = change.AlarmName.Split('/') is [_, var id] ? CompositeCatalog.All.FirstOrDefault(one => one.Id == id) : null;
        var named = change.AlarmName.Split('/') is [_, var second, ..] ? AlarmCatalog.Default.Find(second) : null;
        var known = named ?? (description.Alarm is { } told ? AlarmCatalog.Default.Find(told) : null) ?? definition;
        var subject = AlarmSubject.Of(change);
        var name = composite is not null || known?.Scope is AlarmScope.FlowLog or AlarmScope.Trail || subject.Name == instanceId
            ? instanceAlias
            : subject.Name;
        var isNamed = change.ContributorId is null || change.ContributorAttributes.Any(attribute => attribute.Value == name);
        return new CorrelationKey(
            known?.Group ?? composite?.Group ?? description.Group ?? subject.Group,
            isNamed ? name : $"{name}#{change.ContributorId}",
            $"{change.AccountId}/{change.Region}");
    }
}
