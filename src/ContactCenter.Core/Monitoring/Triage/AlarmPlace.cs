using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>
/// Where the resource of an alarm is. A name means this deployment's queue, table or function only where account, Region, partition and
/// instance are this deployment's too.
/// </summary>
/// <param name="Location">
/// Account and Region, as correlation keys have them; what tells other partitions and instances apart follows.
/// </param>
/// <param name="Elsewhere">Where it is, in words, when it is not ours; else null.</param>
internal sealed record AlarmPlace(string Location, string? Elsewhere)
{
    /// <summary>True when nothing that the alarm tells says that it is somebody else's.</summary>
    public bool IsOurs => Elsewhere is null;
}

/// <summary>Tells whether what an alarm is about is this deployment's. What an alarm does not tell contradicts nothing.</summary>
internal sealed class OwnPlace(ContactCenterConfiguration configuration)
{
    /// <summary>So much of an instance's id tells it from others in a headline.</summary>
    private const int InstanceDigits = 8;

    /// <summary>A query that groups or filters by account names it so, a PromQL alarm by a label.</summary>
    private static readonly string[] AccountDimensions = ["AWS.AccountId", "@aws.account"];

    private readonly ConnectInstance _instance = configuration.Instance;

    /// <summary>Account and Region of the deployment.</summary>
    public string Location { get; } = $"{configuration.Instance.AccountId}/{configuration.Instance.Region}";

    /// <summary>The place of what an alarm measures: the metric's account counts, not the account that the alarm is in.</summary>
    public AlarmPlace Of(AlarmChange change)
    {
        var account = Foreign(Accounts(change), _instance.AccountId);
        var region = Foreign([change.Region], _instance.Region);
        var partition = Foreign([Partition(change)], _instance.Partition);
        var instance = Foreign(Instances(change), _instance.Id);
        string[] elsewhere =
        [
            .. instance is null ? Array.Empty<string>() : [Sentences.PlaceInstance(instance[..Math.Min(InstanceDigits, instance.Length)])],
            .. account is null ? Array.Empty<string>() : [Sentences.PlaceAccount(account)],
            .. region is null ? Array.Empty<string>() : [region],
            .. partition is null ? Array.Empty<string>() : [partition],
        ];
        return elsewhere.Length == 0
            ? new AlarmPlace(Location, null)
            : new AlarmPlace(
                $"{account ?? _instance.AccountId}/{region ?? _instance.Region}{Part(partition)}{Part(instance)}",
                string.Join(", ", elsewhere));
    }

    /// <summary>
    /// True when the alarm itself is in the account and a Region of the deployment, so that its name may be one that was deployed.
    /// </summary>
    public bool MayBeDeployed(AlarmChange change) =>
        Foreign([change.AccountId], _instance.AccountId) is null
        && Foreign([Partition(change)], _instance.Partition) is null
        && (Foreign([change.Region], _instance.Region) is not { } region || region == configuration.StandbyRegion);

    private static string? Partition(AlarmChange change) =>
        AlarmTexts.ArnField(change.AlarmArn, 1) is var told && told.StartsWith("aws", StringComparison.Ordinal) ? told : null;

    private static string Part(string? text) => text is null ? "" : $"/{text}";

    private static string? Foreign(IEnumerable<string?> told, string own) =>
        told.FirstOrDefault(one => !string.IsNullOrEmpty(one) && !one.Equals(own, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string?> Accounts(AlarmChange change) => change.Metrics.Count == 0
        ? [Value(change.ContributorAttributes, AccountDimensions) ?? change.AccountId]
        : change.Metrics.Select(metric => metric.AccountId
            ?? Value(metric.Dimensions, AccountDimensions)
            ?? Value(change.ContributorAttributes, AccountDimensions)
            ?? change.AccountId);

    /// <summary>Only of Amazon Connect's and our own metrics: an instance of EC2 is something else.</summary>
    private static IEnumerable<string?> Instances(AlarmChange change)
    {
        var connect = change.Metrics.Where(metric =>
            metric.Namespace == "AWS/Connect" || metric.Namespace.StartsWith(OwnMetricNames.Namespace, StringComparison.Ordinal)).ToArray();
        var attributes = connect.Length > 0 || change.Metrics.Count == 0 ? change.ContributorAttributes : [];
        return connect.Select(metric => metric.Dimensions)
            .Append(attributes)
            .Select(dimensions => Value(dimensions, "InstanceId", "Instance ID"))
            .Select(told => told?[(told.LastIndexOf('/') + 1)..]);
    }

    private static string? Value(IEnumerable<MetricDimension> dimensions, params string[] names) =>
        dimensions.FirstOrDefault(dimension => names.Contains(dimension.Name) && dimension.Value.Length > 0).Value;
}
