using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>Finds the definition of the catalog that a received alarm belongs to.</summary>
internal sealed class CatalogMatcher(AlarmCatalog catalog, ContactCenterConfiguration configuration)
{
    private readonly HashSet<string> _flowFunctions = [.. DeploymentNames.FlowFunctions(configuration)];

    private readonly ILookup<(string Namespace, string Name), AlarmDefinition> _byFirstMetric = catalog.Definitions
        .Where(definition => definition.Scope != AlarmScope.System)
        .ToLookup(definition =>
            (BoundAlarm.BindNamespace(definition.Metrics[0].Namespace, Deployment(configuration)), definition.Metrics[0].Name));

    private readonly ILookup<(string Namespace, string Name), AlarmDefinition> _byMixed = catalog.Definitions
        .Where(static definition => definition.Mixed is not null)
        .ToLookup(static definition => (definition.Mixed!.Namespace, definition.Mixed.Name), AsMixed);

    private readonly DeploymentNames _names = DeploymentNames.Of(configuration);

    private static Dictionary<string, string> Deployment(ContactCenterConfiguration configuration) =>
        new() { ["deployment"] = DeploymentNames.Of(configuration).Prefix };

    /// <summary>What the names of this deployment's alarms begin with.</summary>
    public string Prefix => _names.Prefix;

    /// <summary>The definition that a name of this deployment tells, with what holds for the resource in it; else null.</summary>
    public AlarmDefinition? Deployed(AlarmChange change, AlarmSubject subject) =>
        AlarmName.TryRead(change.AlarmName, Prefix, catalog, out var named, out var resource)
            ? Bound(named!, resource ?? Resource(named!, subject))
            : null;

    /// <summary>
    /// By the alarm's description, else by what it measures, with the threshold and the severe value that hold for the resource that the
    /// alarm is about, when that is ours; null when nothing fits.
    /// </summary>
    public AlarmDefinition? Find(AlarmChange change, AlarmDescription description, AlarmSubject subject)
    {
        var found = description.Alarm is { } id && catalog.Find(id) is { } described ? described : ByMetric(change, subject);
        return found is null || subject.Elsewhere is not null ? found : Bound(found, Resource(found, subject));
    }

    private AlarmDefinition Bound(AlarmDefinition definition, string resource) =>
        CatalogOverrides.ForResource(definition, resource, configuration);

    /// <summary>The resource as the plan of alarms names it.</summary>
    private string Resource(AlarmDefinition definition, AlarmSubject subject) => definition.Scope switch
    {
        AlarmScope.Instance or AlarmScope.Account or AlarmScope.FlowLog or AlarmScope.Trail => configuration.Instance.Alias,
        AlarmScope.Bot => configuration.Bots.FirstOrDefault(bot => bot.BotId == subject.Target)?.Name ?? subject.Target,
        AlarmScope.System => _names.WithoutPrefix(subject.Target),
        _ => subject.Target,
    };

    /// <summary>Of several definitions on one metric (warning and critical) the one whose threshold is nearest.</summary>
    private AlarmDefinition? ByMetric(AlarmChange change, AlarmSubject subject) => change.Metrics
        .SelectMany(metric =>
            _byFirstMetric[(metric.Namespace, metric.Name)].Where(definition =>
                    Fits(definition, metric, change) && IsOurs(definition, metric, subject))
                .Concat(_byMixed[(metric.Namespace, metric.Name)].Where(definition => Fits(definition, metric, change))))
        .OrderBy(definition => IsBand(definition) == (change.Kind == AlarmKind.AnomalyDetection) ? 0 : 1)
        .ThenBy(definition => Math.Abs(definition.Threshold - (change.Threshold ?? definition.Threshold)))
        .ThenBy(definition => definition.Severity)
        .FirstOrDefault();

    /// <summary>What counts e-mails and callbacks as callers cannot say that callers are not served.</summary>
    private static AlarmDefinition AsMixed(AlarmDefinition definition) => definition with
    {
        Description = $"{definition.Description} {Sentences.MixedChannels}",
        Metrics = [definition.Mixed!],
        Expression = null,
        Severity = definition.Severity == Severity.P1 ? Severity.P2 : definition.Severity,
        Customers = CustomerService.Served,
    };

    private static bool Fits(AlarmDefinition definition, MetricSource metric, AlarmChange change) =>
        definition.Metrics.Any(read => read.Namespace == definition.Metrics[0].Namespace && read.Name == definition.Metrics[0].Name
            && read.Dimensions.All(wanted =>
                wanted.Value.StartsWith('{') || metric.Dimensions.Contains(wanted) || IsUntold(wanted, metric)))
        && (definition.Scope == AlarmScope.Index) == metric.Dimensions.Any(dimension => dimension.Name == "GlobalSecondaryIndexName")
        && (change.Comparison is not { } comparison || comparison.IsBelow() == definition.Comparison.IsBelow());

    /// <summary>
    /// A query need not fix the metric group: Amazon Connect publishes a metric in one group only, and an alarm without the group reads
    /// nothing. Nor the operation of a table: it sums over them.
    /// </summary>
    private static bool IsUntold(MetricDimension wanted, MetricSource metric) =>
        wanted.Name is "MetricGroup" or "Operation" && metric.Dimensions.All(dimension => dimension.Name != wanted.Name);

    /// <summary>
    /// Only the configuration tells which of an account's functions contact flows call; customers do not wait for the others.
    /// </summary>
    private bool IsOurs(AlarmDefinition definition, MetricSource metric, AlarmSubject subject) => definition.Scope != AlarmScope.Function
        || (subject.Elsewhere is null && metric.Dimensions.Any(dimension =>
            dimension.Name == "FunctionName" && _flowFunctions.Contains(dimension.Value)));

    private static bool IsBand(AlarmDefinition definition) => definition.AnomalyBand is not null;
}
