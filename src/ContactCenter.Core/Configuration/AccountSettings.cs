using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Configuration;

/// <summary>The account that deployments share: its quotas, and the weekly check of what is in it.</summary>
public sealed record AccountSettings
{
    /// <summary>Lambda: concurrent executions of all functions in the Region, by default (developer guide, "Lambda quotas").</summary>
    public const int DefaultLambdaConcurrency = 1_000;

    /// <summary>Lambda: executions that must stay unreserved (developer guide, "Configuring reserved concurrency").</summary>
    public const int MinimumUnreserved = 100;

    [Description(
        "Quota of concurrent Lambda executions in this account and Region: reservations must fit into it. The alarm lambda-concurrency asks CloudWatch for it.")]
    [Range(10, 1_000_000)]
    public int LambdaConcurrency { get; set; } = DefaultLambdaConcurrency;

    [Description(
        "The weekly check: what check-account finds becomes one incident (P3) of engineering with a list; alarms without a sample are one P4.")]
    public WeeklyCheckSettings WeeklyCheck { get; set; } = new();

    [Description(
        "Prices of DynamoDB in this Region and of the class of the tables, in US dollars: what ceilings, approvals and advice reckon with.")]
    public TablePriceSettings TablePrices { get; set; } = new();

    /// <summary>False in an account with a quota so small that nothing of it can be reserved, such as the 10 of a new one.</summary>
    [JsonIgnore]
    public bool CanReserve => LambdaConcurrency > MinimumUnreserved;
}

/// <summary>Prices of tables; the defaults are those of us-east-1, standard class, since November 2024.</summary>
public sealed record TablePriceSettings
{
    [Description("One provisioned read unit for one hour.")]
    [Range(0.000001, 1)]
    public double ReadUnitHour { get; set; } = 0.00013;

    [Description("One provisioned write unit for one hour.")]
    [Range(0.000001, 1)]
    public double WriteUnitHour { get; set; } = 0.00065;

    [Description("A million read request units on demand.")]
    [Range(0.001, 1_000)]
    public double MillionReads { get; set; } = 0.125;

    [Description("A million write request units on demand.")]
    [Range(0.001, 1_000)]
    public double MillionWrites { get; set; } = 0.625;
}

/// <summary>When the account is compared with the configuration.</summary>
public sealed record WeeklyCheckSettings
{
    [Description("false: the account is not checked every week; neither the function nor its rights are deployed.")]
    public bool Enabled { get; set; } = true;

    /// <summary>The weekday; the first of the week, so that there are days to put things right.</summary>
    [Description("Weekday of the check, such as monday.")]
    public DayOfWeek Day { get; set; } = DayOfWeek.Monday;

    [Description("Time of the check in the time zone of this file, such as 08:00.")]
    public TimeOnly At { get; set; } = new(8, 0);
}

/// <summary>The trail of who changed what.</summary>
public sealed record AuditSettings
{
    /// <summary>
    /// False where an organization's trail records the account already; that must then tell of what must never happen quietly.
    /// </summary>
    [Description("false: no trail of its own, because an organization's trail records the account already.")]
    public bool Trail { get; set; } = true;

    [Description("How long nobody can delete or change a record, in days. It can be raised later, not lowered for what is written.")]
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 365;

    [Description("After so many days a record moves to cold storage, where reading it takes hours.")]
    [Range(1, 3650)]
    public int ColdAfterDays { get; set; } = 90;

    [Description(
        "true: administrators ask the trail in the console and by the API, and a table and saved queries of Athena are deployed over it.")]
    public bool Query { get; set; }

    /// <summary>Whether somebody can ask the trail.</summary>
    [JsonIgnore]
    public bool IsAsked => Trail && Query;
}

/// <summary>How alarms are deployed.</summary>
public sealed record MonitoringSettings
{
    [Description(
        "Number of stacks that share the alarms, because CloudFormation takes 500 resources into one. Raise it when validate says so.")]
    [Range(1, 20)]
    public int Stacks { get; set; } = 1;

    [Description(
        "What is unusual of queues, flows, hooks, systems, bots and tables: off, learn (scores as metrics, nobody is told) or tell.")]
    public AnomalyMode Anomalies { get; set; } = AnomalyMode.Off;

    [Description(
        "true: each day is kept (calls, errors, times, counts beside their quotas), and what grows slowly is told as a P4 of engineering.")]
    public bool Growth { get; set; }
}

/// <summary>What is done about what is unusual.</summary>
[JsonConverter(typeof(NamedEnumConverter<AnomalyMode>))]
public enum AnomalyMode
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>It is learned, and scores are published as metrics; nobody is told.</summary>
    Learn,

    /// <summary>What goes on is told as a P3.</summary>
    Tell,
}
