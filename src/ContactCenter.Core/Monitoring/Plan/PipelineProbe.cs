using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>
/// A made-up alarm change that walks the way of a real one (topic, triage, transaction, stream, delivery) and tells nobody; its arrival
/// is a heartbeat. It cannot hide a real alarm: it is known by an ARN of its own, under which there is no alarm, and by having no metric
/// and no rule, which every alarm of CloudWatch has; it has a correlation of its own; and whoever forges one only makes the heartbeat
/// prove that the pipeline works, which it then does.
/// </summary>
public sealed class PipelineProbe
{
    /// <summary>
    /// After this a probe has not arrived: the clock would carry out an effect that the stream lost two minutes after it was decided, and
    /// a dead stream must not look alive.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>Clocks of services differ by less; a probe from further ahead is none, because those after it would count as old.</summary>
    private static readonly TimeSpan MaximumAhead = TimeSpan.FromSeconds(5);

    private readonly string _arn;

    /// <summary>The probe of a configuration's deployment.</summary>
    public PipelineProbe(ContactCenterConfiguration configuration)
    {
        var instance = configuration.Instance;
        var name = NameOf(configuration);
        _arn = $"arn:{instance.Arn.Split(':')[1]}:cloudwatch:{instance.Region}:{instance.AccountId}:alarm:{name}";
        Key = new CorrelationKey("probe", name, $"{instance.AccountId}/{instance.Region}");
    }

    /// <summary>The correlation of all probes.</summary>
    public CorrelationKey Key { get; }

    /// <summary>The message that a schedule publishes to the alarm topic.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="at">The time of the probe, in ISO 8601, or what the schedule writes it in place of.</param>
    public static string Message(ContactCenterConfiguration configuration, string at)
    {
        var message = new JsonObject
        {
            ["AlarmName"] = NameOf(configuration),
            ["AlarmArn"] = new PipelineProbe(configuration)._arn,
            ["AWSAccountId"] = configuration.Instance.AccountId,
            ["NewStateValue"] = "ALARM",
            ["OldStateValue"] = "OK",
            ["NewStateReason"] = "Made up by a schedule, to prove that alarms get through.",
            ["StateChangeTime"] = at,
        };
        // Scheduler looks for its own words in angle brackets, which JSON may write in another way
        return message.ToJsonString().Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal);
    }

    /// <summary>Whether a change is a probe and nothing else.</summary>
    public bool Is(AlarmChange change) =>
        change.AlarmArn == _arn
        && change is
        {
            State: AlarmState.Alarm,
            Kind: AlarmKind.Other,
            Metrics.Count: 0,
            Children.Count: 0,
            ContributorId: null,
            Threshold: null,
            Comparison: null
        };

    /// <summary>Whether a probe that was sent then is of use now: neither late nor from the future.</summary>
    public static bool IsInTime(DateTimeOffset sent, DateTimeOffset now) => now - sent <= Limit && sent - now <= MaximumAhead;

    /// <summary>
    /// Number of the probe among all effects of its correlation: the minute since 1970, so a probe that is delivered twice is one.
    /// </summary>
    internal static string Number(DateTimeOffset sent) => (sent.ToUnixTimeSeconds() / 60).ToString(CultureInfo.InvariantCulture);

    private static string NameOf(ContactCenterConfiguration configuration) => $"{DeploymentNames.Of(configuration).Prefix}/probe";
}
