using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>Quotas of the account that deployments share.</summary>
public sealed record AccountSettings
{
    /// <summary>Lambda: concurrent executions of all functions in the Region, by default (developer guide, "Lambda quotas").</summary>
    public const int DefaultLambdaConcurrency = 1_000;

    /// <summary>Lambda: executions that must stay unreserved (developer guide, "Configuring reserved concurrency").</summary>
    public const int LeastUnreserved = 100;

    /// <summary>The quota of concurrent executions; reservations must fit into it. The alarm <c>lambda-concurrency</c> asks CloudWatch for it.</summary>
    [Description("Quota of concurrent Lambda executions in this account and Region: reservations must fit into it. The alarm lambda-concurrency asks CloudWatch for it.")]
    [Range(10, 1_000_000)]
    public int LambdaConcurrency { get; set; } = DefaultLambdaConcurrency;
}
