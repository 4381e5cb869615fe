using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Core.Tests.Validation.Account;

/// <summary>An account that is as the sample has it, for tests that plant one mistake.</summary>
internal static class HealthyAccount
{
    private const string ServiceNow = "bank.service-now.com";
    private const string ServiceNowSecret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:contact-center/servicenow-AbCdEf";

    /// <summary>The sample with a ServiceNow endpoint.</summary>
    public static ContactCenterConfiguration Configuration { get; } = WithServiceNow(SampleConfiguration.Read());

    public static DeploymentNames Names => DeploymentNames.Of(Configuration);

    public static string SlackSecret => Configuration.Audiences["on-call"][0].Secret!;

    public static AccountReading Reading { get; } = new()
    {
        Series = [.. AlarmPlan.For(Configuration).SelectMany(static alarm => alarm.Metrics)
            .Select(static metric => new PublishedSeries(metric.Namespace, metric.Name, metric.Dimensions))],
        Alarms =
        [
            .. AlarmPlan.For(Configuration).Select(static alarm => new DeployedAlarm(
                alarm.Name,
                alarm.Definition.Threshold,
                alarm.Definition.DatapointsToAlarm,
                alarm.Definition.EvaluationPeriods,
                HasActions: true)),
            .. CompositePlan.For(DeploymentNames.Of(Configuration).Prefix, [.. AlarmPlan.For(Configuration)])
                .Select(static alarm => new DeployedAlarm(alarm.Name, null, null, null, HasActions: true)),
        ],
        Queues = [.. Configuration.Queues.Select(static queue => new ConnectResource(queue.Id ?? "other", queue.Name))],
        ContactFlows = [.. DeploymentNames.ContactFlows(Configuration).Select(static name => new ConnectResource($"id of {name}", name))],
        RoutingProfiles = [.. Configuration.RoutingProfiles.Select(static profile => new ConnectResource("p", profile.Name))],
        Attributes = new Dictionary<string, bool> { ["CONTACTFLOW_LOGS"] = true, ["CONTACT_LENS"] = true },
        Storage = new Dictionary<string, int> { ["CALL_RECORDINGS"] = 1, ["CHAT_TRANSCRIPTS"] = 1 },
        Bots = new Dictionary<string, BotAliasReading?> { ["ivr-main"] = new("Available", "3", ["en_US"]) },
        Functions = AccountScope.Functions(Configuration).ToDictionary(static name => name, static _ => true),
        AssociatedFunctions =
        [
            .. DeploymentNames.FlowFunctions(Configuration)
                .Select(static name => $"arn:aws:lambda:eu-central-1:123456789012:function:{name}:live"),
        ],
        AssociatedBots = ["arn:aws:lex:eu-central-1:123456789012:bot-alias/ABCDEFGHIJ/TSTALIASID"],
        Tables = Configuration.Tables.ToDictionary(
            static table => table.Name, static table => (TableReading?)new TableReading(table.Indexes, IsOnDemand: false)),
        Subscriptions = SubscriptionsCheck.Topics(Configuration).ToDictionary(
            static topic => topic.Topic,
            static topic => (IReadOnlyList<SubscriptionReading>?)
                [
                    .. topic.Wanted.Select(wanted =>
                        new SubscriptionReading(wanted.Protocol, wanted.Address, $"arn:aws:sns:x:1:{topic.Topic}:1")),
                ]),
        Lambda = new(1000, 800),
        ConnectQuotas = new Dictionary<string, double> { ["Concurrent active calls per instance"] = 100, ["Queues per instance"] = 100 },
        TextMessages = new(IsInSandbox: false, MonthlyLimit: 50),
        Secrets = AccountScope.Secrets(Configuration).ToDictionary(
            static arn => arn,
            static arn => (SecretShape?)(arn.Contains("servicenow", StringComparison.Ordinal) ? new(["user", "password"], false)
                : arn.Contains("slack-A", StringComparison.Ordinal) ? new(["botToken"], false)
                : new([], IsText: true))),
        Slack = new Dictionary<string, SlackAccess> { [SlackSecret] = new(["chat:write", "users:read"], null) },
        ServiceNow = new Dictionary<string, IReadOnlyList<string>> { [ServiceNow] = AccountScope.ServiceNowFields(Configuration) },
    };

    /// <summary>What is found in an account.</summary>
    public static IReadOnlyList<AccountFinding> Find(AccountReading reading) => AccountCheck.Find(Configuration, reading);

    /// <summary>Holds that one thing is found, and what.</summary>
    public static void Holds(string check, string told, AccountReading reading)
    {
        var finding = Assert.Single(Find(reading));
        Assert.Equal(check, finding.Check);
        Assert.StartsWith(told, finding.ToString(), StringComparison.Ordinal);
    }

    private static ContactCenterConfiguration WithServiceNow(ContactCenterConfiguration sample) => sample with
    {
        Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(sample.Audiences)
        {
            ["tickets"] = [new Endpoint { Channel = Channel.ServiceNow, To = ServiceNow, Secret = ServiceNowSecret }],
        },
    };
}
