using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>
/// The Region that stands by: what an alarm there meets is the same pipeline, with everything that it needs in that Region.
/// </summary>
public sealed class StandbyStackTests
{
    /// <summary>Whether people can be reached is tested from the home Region alone.</summary>
    private const string Tests = "cc-prod-reach-people";

    private static readonly JsonObject Home = Synthesis.Stack("incidents");
    private static readonly JsonObject Topics = Synthesis.Stack("standby-topics");
    private static readonly JsonObject Incidents = Synthesis.Stack("standby-incidents");

    [Fact]
    public void It_has_every_function_of_the_pipeline_under_the_same_name() =>
        Assert.Equal(
            Values(Home, "AWS::Lambda::Function", "FunctionName").Where(static name => name != Tests),
            Values(Incidents, "AWS::Lambda::Function", "FunctionName"));

    [Fact]
    public void Alarms_there_may_publish_and_use_the_key()
    {
        string[] policies =
        [
            .. Topics.Resources("AWS::SNS::TopicPolicy").Select(topic => topic.Properties["PolicyDocument"]!.ToJsonString()),
            .. Topics.Resources("AWS::KMS::Key").Select(key => key.Properties["KeyPolicy"]!.ToJsonString()),
        ];

        Assert.Equal(4, policies.Length);
        Assert.All(policies, policy => Assert.Contains("""{"Service":"cloudwatch.amazonaws.com"}""", policy, StringComparison.Ordinal));
        Assert.All(policies, policy => Assert.Contains("""{"aws:SourceAccount":"123456789012"}""", policy, StringComparison.Ordinal));
    }

    [Fact]
    public void Triage_there_listens_to_the_topic_there()
    {
        var subscription = Incidents.Resources("AWS::SNS::Subscription").Single(each =>
            (string?)each.Properties["Protocol"] == "lambda").Properties;

        Assert.Contains("standby-topics", subscription["TopicArn"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(subscription["RedrivePolicy"]);
    }

    [Fact]
    public void What_is_given_up_there_lies_there() =>
        Assert.Equal(
            Values(Home, "AWS::SQS::Queue", "QueueName").Where(static name => name != $"{Tests}-dead"),
            Values(Incidents, "AWS::SQS::Queue", "QueueName"));

    [Fact]
    public void People_are_subscribed_there_beforehand() =>
        Assert.Equal(
            People(Home),
            People(Incidents));

    [Fact]
    public void Secrets_are_read_from_their_replicas_there()
    {
        var secrets = Incidents.ToJsonString();

        Assert.Contains(
            "arn:aws:secretsmanager:eu-west-1:123456789012:secret:contact-center/slack-AbCdEf", secrets, StringComparison.Ordinal);
        Assert.Contains(
            "arn:aws:secretsmanager:eu-west-1:123456789012:secret:contact-center/slack-signing-AbCdEf", secrets, StringComparison.Ordinal);
        Assert.DoesNotContain("arn:aws:secretsmanager:eu-central-1", secrets, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_there_refers_to_a_stack_at_home() =>
        Assert.DoesNotContain(
            Incidents.ToJsonString().Split("\"Fn::ImportValue\":\"").Skip(1),
            import => !import.StartsWith("cc-prod-standby-", StringComparison.Ordinal));

    [Fact]
    public void It_watches_every_function_of_the_pipeline_there()
    {
        var watched = Alarms().Where(alarm => (string?)alarm["MetricName"] == "Errors")
            .Select(alarm => (string)alarm["Dimensions"]![0]!["Value"]!);

        Assert.Equal(Values(Incidents, "AWS::Lambda::Function", "FunctionName"), watched.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_watches_every_dead_letter_queue_and_topic_there()
    {
        string[] there =
        [
            .. Values(Incidents, "AWS::SQS::Queue", "QueueName"), .. Values(Topics, "AWS::SQS::Queue", "QueueName"),
            .. Values(Incidents, "AWS::SNS::Topic", "TopicName"), .. Values(Topics, "AWS::SNS::Topic", "TopicName"),
        ];
        var watched = Alarms().SelectMany(alarm => alarm["Dimensions"] as JsonArray ?? [])
            .Where(dimension => (string)dimension!["Name"]! is "QueueName" or "TopicName")
            .Select(dimension => (string)dimension!["Value"]!)
            .Distinct();

        Assert.Equal(there.Order(StringComparer.Ordinal), watched.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_has_no_alarm_on_metrics_that_are_at_home() =>
        Assert.All(Alarms(), alarm => Assert.NotEqual("AWS/Connect", (string?)alarm["Namespace"]));

    [Fact]
    public void Its_alarms_mail_past_the_pipeline_there() =>
        Assert.All(Alarms(), alarm => Assert.Contains(
            "System", Assert.Single(alarm["AlarmActions"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal));

    [Fact]
    public void A_made_up_alarm_walks_the_pipeline_there_every_minute() =>
        Assert.Equal(
            ["rate(1 minute)"],
            Synthesis.Stack("standby-heartbeat").Resources("AWS::Scheduler::Schedule")
                .Select(schedule => (string)schedule.Properties["ScheduleExpression"]!));

    private static IEnumerable<JsonObject> Alarms() =>
        Topics.Resources("AWS::CloudWatch::Alarm").Select(alarm => alarm.Properties);

    private static IEnumerable<string> Values(JsonObject template, string type, string property) =>
        template.Resources(type).Select(resource => (string)resource.Properties[property]!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> People(JsonObject template) => template.Resources("AWS::SNS::Subscription")
        .Where(each => (string?)each.Properties["Protocol"] is "email" or "sms")
        .Select(each => (string)each.Properties["Endpoint"]!)
        .Order(StringComparer.Ordinal);
}
