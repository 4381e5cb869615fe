using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>How far automated repairs may go.</summary>
public sealed record RemediationSettings
{
    [Description("act: repairs are made. dryRun: they are planned and told, nothing is changed. off: nothing is planned.")]
    public RemediationMode Mode { get; set; } = RemediationMode.Act;

    [Description(
        "Limits within which the reserved concurrency of this system's hooks may be lifted while they are throttled. Without them the hooks are watched, never changed.")]
    public ReservedConcurrencySettings? Hooks { get; set; }

    [Description(
        "Functions whose event sources (streams and queues) are enabled again when they were disabled, besides those of this system.")]
    public IReadOnlyList<EventSourceSettings> EventSources { get; set; } = [];
}

/// <summary>
/// What may be failed over after a person has agreed: flows to the emergency flow, queues to their standby, calls to the Region that
/// stands by. Without this section nothing of it is deployed.
/// </summary>
public sealed record FailoverSettings
{
    /// <summary>
    /// ARN of the traffic distribution group of Amazon Connect Global Resiliency, or null: traffic is not shifted. The bare id would be
    /// understood only in the Region where the group was made.
    /// </summary>
    [Description(
        "ARN of the traffic distribution group (Amazon Connect Global Resiliency) whose calls may be shifted to standbyRegion. Without it they are not.")]
    [RegularExpression(
        "^arn:aws[a-z-]*:connect:[a-z0-9-]+:[0-9]{12}:traffic-distribution-group/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        ErrorMessage = Findings.FormTrafficGroup)]
    public string? TrafficDistributionGroup { get; set; }

    [Description(
        "Names of your own flows in contactFlows (each with its id) that the emergency flow may take the place of while they fail, once a person has agreed. Flows that contacts come in by, and no modules, queue flows or whispers.")]
    public IReadOnlyList<string> Flows { get; set; } = [];

    [Description("After this time everything goes back by itself, such as 2h; a new approval begins it anew.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromHours(2);
}

/// <summary>How far automated repairs may go.</summary>
[JsonConverter(typeof(NamedEnumConverter<RemediationMode>))]
public enum RemediationMode
{
    /// <summary>Plans are made and carried out.</summary>
    Act,

    /// <summary>Plans are made and told, nothing is changed.</summary>
    DryRun,

    /// <summary>The kill switch: nothing is planned.</summary>
    Off,
}
