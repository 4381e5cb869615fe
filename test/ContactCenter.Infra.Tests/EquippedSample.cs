using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Infra.Tests.Flows;

namespace ContactCenter.Infra.Tests;

/// <summary>The sample with everything that it leaves out and can have at the same time.</summary>
internal static class EquippedSample
{
    public const string Certificate = "arn:aws:acm:eu-central-1:123456789012:certificate/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    public const string DistributionGroup =
        "arn:aws:connect:eu-central-1:123456789012:traffic-distribution-group/44444444-5555-6666-7777-888888888888";

    public const string PagerDutySecret =
        "arn:aws:secretsmanager:eu-central-1:123456789012:secret:contact-center/pagerduty-webhook-AbCdEf";

    public const string JiraSecret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:contact-center/jira-webhook-AbCdEf";

    public const string PostSecret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:contact-center/posts-AbCdEf";

    /// <summary>A stream of calls that the instance has already.</summary>
    public const string Stream = "arn:aws:kinesis:eu-central-1:123456789012:stream/agent-assist";

    public const string StreamKey = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555";

    public static ContactCenterConfiguration Configuration()
    {
        var sample = Synthesis.Sample();
        sample.Flows!.Replicated = true;
        sample.Account.WeeklyCheck = new WeeklyCheckSettings { Day = DayOfWeek.Wednesday, At = new TimeOnly(14, 30) };
        return sample with
        {
            StandbyRegion = Synthesis.StandbyRegion,
            Dialogues = FlowSamples.Dialogues,
            Flows = sample.Flows with { AgentReports = new(), AgentGuide = new() },
            Reports = new ReportSettings { To = ["management"], At = new TimeOnly(6, 30) },
            Failover = new FailoverSettings { TrafficDistributionGroup = DistributionGroup },
            Topics = sample.Topics with { Next = true },
            Contacts = new()
            {
                Promises = [new() { Name = "all" }],
                Escalation = new() { Audience = "management" },
                Tickets = new() { System = TicketSystemKind.Cases, To = "domain-1", Template = "template-1" },
            },
            Api = new ApiSettings { Cognito = true, SignedTokens = true },
            SelfService = sample.SelfService with { Editing = true },
            Audit = sample.Audit with { Query = true },
            Messages = sample.Messages with { ActionReminders = new() { To = ["management"] } },
            Calls = new CallSettings { SourceNumber = "+4969123456" },
            Audiences = sample.Audiences.ToDictionary(
                static audience => audience.Key,
                static audience => (IReadOnlyList<Endpoint>)[new() { Channel = Channel.Call, To = "+4915112345678" }, .. audience.Value]),
            Answers = sample.Answers with
            {
                Domain = new LinkDomain { Name = "cc.bank.example", Certificate = Certificate, HostedZone = "Z0123456789ABCDEFGHIJ" },
                PagerDutyWebhookSecret = PagerDutySecret,
                JiraWebhookSecret = JiraSecret,
                PostWebhookSecret = PostSecret,
            },
            Sentiment = sample.Sentiment with
            {
                Live = new LiveSentimentSettings { Queue = "General", Stream = Stream, StreamKey = StreamKey },
            },
        };
    }
}
