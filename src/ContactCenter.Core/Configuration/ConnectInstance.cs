using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>The Amazon Connect instance that is watched.</summary>
public sealed record ConnectInstance
{
    /// <summary>How Regions are named: a geography, a direction, a number. It holds for Regions to come, too.</summary>
    internal const string RegionPattern = "[a-z]{2,4}(-[a-z]{2,5})?-(central|east|west|(north|south)(east|west)?)-[0-9]";

    [Description("ARN of the instance: arn:aws:connect:<region>:<account>:instance/<uuid>.")]
    [RegularExpression(
        "^arn:aws[a-z-]*:connect:" + RegionPattern + ":[0-9]{12}:instance/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        ErrorMessage = Findings.FormInstanceArn)]
    public required string Arn { get; set; }

    [Description("Alias of the instance, the first part of its address.")]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9-]{0,61}$", ErrorMessage = Findings.FormAlias)]
    public required string Alias { get; set; }

    /// <summary>
    /// Whether the instance writes flow logs. Amazon Connect makes their log group when logging is switched on, and a metric filter on a
    /// log group that is not there fails the deployment.
    /// </summary>
    [Description("Whether flow logging is switched on for the instance; its log is then watched for errors of all flows.")]
    public bool FlowLogs { get; set; } = true;

    /// <summary>Log group of the flows (administrator guide, "Flow logs stored in an Amazon CloudWatch log group").</summary>
    [JsonIgnore]
    public string FlowLogGroup => $"/aws/connect/{Alias}";

    /// <summary>The UUID at the end of the ARN: what CloudWatch's <c>InstanceId</c> dimension holds.</summary>
    [JsonIgnore]
    public string Id => Arn[(Arn.LastIndexOf('/') + 1)..];

    /// <summary>The instance's Region.</summary>
    [JsonIgnore]
    public string Region => Arn.Split(':') is { Length: > 3 } fields ? fields[3] : "";

    /// <summary>The partition of AWS: <c>aws</c>, <c>aws-us-gov</c> …</summary>
    [JsonIgnore]
    public string Partition => Arn.Split(':') is { Length: > 1 } fields ? fields[1] : "";

    /// <summary>The instance's account, 12 digits.</summary>
    [JsonIgnore]
    public string AccountId => Arn.Split(':') is { Length: > 4 } fields ? fields[4] : "";

    /// <summary>ARN of a queue of this instance.</summary>
    /// <param name="id">Id of the queue, a UUID.</param>
    public string QueueArn(string id) => $"{Arn}/queue/{id}";
}

/// <summary>A resource of which only the name is needed.</summary>
public sealed record NamedResource
{
    /// <summary>Characters with which Amazon Connect publishes metrics for a flow or queue (administrator guide, monitoring).</summary>
    internal const string NamePattern = "^[0-9A-Za-z .,\\-_/#:$@|&{}+?%]{1,127}$";

    /// <summary>What fits <see cref="NamePattern"/>, in words.</summary>
    internal const string NameMeaning = Findings.FormName;

    /// <summary>What a UUID of Amazon Connect looks like, in words.</summary>
    internal const string IdMeaning = Findings.FormUuid;

    [Description("Name by which metrics know it.")]
    [RegularExpression(NamePattern, ErrorMessage = NameMeaning)]
    public required string Name { get; set; }

    [Description(
        "Id in Amazon Connect, the last part of the ARN: of a contact flow, so that its outcomes are measured; of a routing profile, so that it need not be looked up.")]
    [RegularExpression("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", ErrorMessage = IdMeaning)]
    public string? Id { get; set; }
}
