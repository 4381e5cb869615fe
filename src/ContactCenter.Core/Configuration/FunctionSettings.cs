using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>A Lambda function that contact flows call.</summary>
public sealed record FunctionSettings
{
    [Description("Name of the Lambda function: letters, digits, - and _.")]
    [RegularExpression("^[A-Za-z0-9_-]{1,64}$", ErrorMessage = Findings.FormFunction)]
    public required string Name { get; set; }

    [Description(
        "Limits within which its reserved concurrency may be lifted while it is throttled. Without them the function is watched, never changed.")]
    public ReservedConcurrencySettings? ReservedConcurrency { get; set; }
}

/// <summary>How far the reserved concurrency of a function may be lifted.</summary>
public sealed record ReservedConcurrencySettings
{
    [Description("The most concurrent executions that may be reserved for the function.")]
    [Range(1, 100_000)]
    public required int Maximum { get; set; }

    [Description("Unreserved executions that are left to all other functions of the account; Lambda itself insists on 100.")]
    [Range(100, 100_000)]
    public int LeaveUnreserved { get; set; } = 100;

    [Description("A raise to more than this waits until a person approves it. Without it none does.")]
    [Range(0, 100_000)]
    public int? ApprovalAbove { get; set; }
}

/// <summary>A function whose event sources (streams and queues) shall not stay disabled.</summary>
public sealed record EventSourceSettings
{
    [Description("Name of the function that the event sources feed.")]
    [RegularExpression("^[A-Za-z0-9_-]{1,64}$", ErrorMessage = Findings.FormFunction)]
    public required string Function { get; set; }

    [Description("How often a day one is enabled again; more often means that something is wrong with it, which is for people.")]
    [Range(0, 24)]
    public int PerDay { get; set; } = 2;

    [Description("true: people are asked whether one that a person disabled may be enabled again. false: it is left alone.")]
    public bool AskWhenPeopleDisabled { get; set; } = true;
}
