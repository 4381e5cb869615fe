using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ContactCenter.Core.Configuration;

/// <summary>Quotas of the account that deployments share.</summary>
public sealed record AccountSettings
{
    /// <summary>Lambda: concurrent executions of all functions in the Region, by default (developer guide, "Lambda quotas").</summary>
    public const int DefaultLambdaConcurrency = 1_000;

    /// <summary>Lambda: executions that must stay unreserved (developer guide, "Configuring reserved concurrency").</summary>
    public const int LeastUnreserved = 100;

    /// <summary>
    /// The quota of concurrent executions; reservations must fit into it. The alarm <c>lambda-concurrency</c> asks CloudWatch for it.
    /// </summary>
    [Description(
        "Quota of concurrent Lambda executions in this account and Region: reservations must fit into it. The alarm lambda-concurrency asks CloudWatch for it.")]
    [Range(10, 1_000_000)]
    public int LambdaConcurrency { get; set; } = DefaultLambdaConcurrency;

    /// <summary>False in an account with a quota so small that nothing of it can be reserved, such as the 10 of a new one.</summary>
    [JsonIgnore]
    public bool CanReserve => LambdaConcurrency > LeastUnreserved;
}

/// <summary>The trail of who changed what.</summary>
public sealed record AuditSettings
{
    /// <summary>
    /// False where an organization's trail records the account already; that must then tell of what must never happen quietly.
    /// </summary>
    [Description("false: no trail of its own, because an organization's trail records the account already.")]
    public bool Trail { get; set; } = true;

    /// <summary>How long nobody can delete or change a record, the account's owner neither, in days.</summary>
    [Description("How long nobody can delete or change a record, in days. It can be raised later, not lowered for what is written.")]
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 365;

    /// <summary>After so many days a record moves to cold storage, where reading it takes hours; at least 1.</summary>
    [Description("After so many days a record moves to cold storage, where reading it takes hours.")]
    [Range(1, 3650)]
    public int ColdAfterDays { get; set; } = 90;
}

/// <summary>How alarms are deployed.</summary>
public sealed record MonitoringSettings
{
    /// <summary>Stacks that share the alarms; CloudFormation takes 500 resources into one.</summary>
    [Description(
        "Number of stacks that share the alarms, because CloudFormation takes 500 resources into one. Raise it when validate says so.")]
    [Range(1, 20)]
    public int Stacks { get; set; } = 1;
}
