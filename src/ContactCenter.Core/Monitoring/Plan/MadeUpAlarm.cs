using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>
/// An alarm change that this system makes up itself, so that it walks the way of every other from the topic on. It is known by an ARN
/// under which there is no alarm, and by having neither metric nor rule, which every alarm of CloudWatch has: an alarm that is named like
/// it is triaged like any other.
/// </summary>
/// <param name="configuration">The configuration.</param>
/// <param name="id">What its name ends with, after the prefix; no id of the catalog.</param>
internal sealed class MadeUpAlarm(ContactCenterConfiguration configuration, string id)
{
    private readonly ConnectInstance _instance = configuration.Instance;

    /// <summary>Its name.</summary>
    public string Name { get; } = $"{DeploymentNames.Of(configuration).Prefix}/{id}";

    /// <summary>Account and Region, as correlation keys have them.</summary>
    public string Location => $"{_instance.AccountId}/{_instance.Region}";

    private string Arn => $"arn:{_instance.Partition}:cloudwatch:{_instance.Region}:{_instance.AccountId}:alarm:{Name}";

    /// <summary>The message of a change, as CloudWatch publishes one to SNS.</summary>
    /// <param name="isRed">Whether it is in alarm; else it is OK.</param>
    /// <param name="reason">What it tells.</param>
    /// <param name="at">When, in ISO 8601, or what a schedule writes it in place of.</param>
    /// <param name="about">What it is about, where its name does not say it to whoever no longer has it in a configuration.</param>
    public JsonObject Message(bool isRed, string reason, string at, string? about = null)
    {
        var message = new JsonObject
        {
            ["AlarmName"] = Name,
            ["AlarmArn"] = Arn,
            ["AWSAccountId"] = _instance.AccountId,
            ["NewStateValue"] = isRed ? "ALARM" : "OK",
            ["OldStateValue"] = isRed ? "OK" : "ALARM",
            ["NewStateReason"] = reason,
            ["StateChangeTime"] = at,
        };
        if (about is not null)
        {
            message["AlarmDescription"] = about;
        }

        return message;
    }

    /// <summary>Whether a change is this alarm and nothing else.</summary>
    public bool Is(AlarmChange change) =>
        change.AlarmArn == Arn
        && change is
        {
            State: not AlarmState.InsufficientData,
            Kind: AlarmKind.Other,
            Metrics.Count: 0,
            Children.Count: 0,
            ContributorId: null,
            Threshold: null,
            Comparison: null
        };
}
