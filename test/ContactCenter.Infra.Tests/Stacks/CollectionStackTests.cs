using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class CollectionStackTests
{
    private static readonly JsonObject Template = Synthesis.Stack("collection");

    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> Learning = new(() => With(AnomalyMode.Learn));
    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> Telling = new(() => With(AnomalyMode.Tell));

    [Fact]
    public void Metrics_are_collected_every_minute_and_numbers_some_minutes_after_each_half_hour() =>
        Assert.Equal(
            ["rate(1 minute)", "cron(7,37 * * * ? *)"],
            Template.Resources("AWS::Scheduler::Schedule").Select(schedule => (string)schedule.Properties["ScheduleExpression"]!));

    [Fact]
    public void Who_keeps_the_numbers_touches_nothing_else_in_the_table_of_incidents()
    {
        var onTable = Template.Resources("AWS::IAM::Policy")
            .Where(static policy => policy.Id.StartsWith("KeepNumbersRole", StringComparison.Ordinal))
            .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
            .Where(static statement => statement!["Action"]!.ToJsonString().Contains("dynamodb:", StringComparison.Ordinal));

        Assert.Equal(
            (
                """["dynamodb:GetItem","dynamodb:Query","dynamodb:UpdateItem"]""",
                """{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["numbers#*"]}}"""),
            Assert.Single(onTable.Select(
                static statement => (statement!["Action"]!.ToJsonString(), statement["Condition"]!.ToJsonString()))));
    }

    [Fact]
    public void Who_looks_for_what_grows_counts_in_the_instance_reads_metrics_and_looks_back_and_may_tell()
    {
        var sample = Synthesis.Sample();
        var given = Given(
            Synthesis.Of(sample with { Monitoring = sample.Monitoring with { Growth = true } }), "KeepNumbersRole");

        Assert.Subset(
            given.Keys.ToHashSet(),
            new HashSet<string>
            {
                "cloudwatch:GetMetricData", "connect:ListContactFlows", "connect:ListLambdaFunctions", "connect:ListUsers",
                "dynamodb:DescribeTable", "dynamodb:Query", "servicequotas:ListServiceQuotas", "sns:Publish",
            });
        Assert.All(
            sample.Tables,
            table => Assert.Contains($":table/{table.Name}", given["dynamodb:DescribeTable"], StringComparison.Ordinal));
        Assert.DoesNotContain("connect:ListUsers", Given(Synthesis.All, "KeepNumbersRole").Keys);
    }

    [Fact]
    public void Nobody_who_does_not_ask_for_what_is_unusual_gives_rights_for_it()
    {
        Assert.DoesNotContain("cloudwatch:GetMetricData", Template.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("anomalies/", Template.ToJsonString() + Synthesis.Stack("contacts").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_learns_what_is_unusual_reads_metrics_and_one_prefix_of_the_bucket_and_tells_nobody()
    {
        var given = Given(Learning.Value);

        Assert.Contains("cloudwatch:GetMetricData", given.Keys);
        Assert.DoesNotContain("sns:Publish", given.Keys);
        Assert.All(
            new[] { "s3:GetObject", "s3:PutObject" },
            action => Assert.Contains("anomalies/*", given[action], StringComparison.Ordinal));
        Assert.DoesNotContain("s3:DeleteObject", given.Keys);
    }

    [Fact]
    public void Who_tells_what_is_unusual_may_publish_to_the_topic_of_alarms_and_knows_it()
    {
        Assert.Contains("sns:Publish", Given(Telling.Value).Keys);
        Assert.Contains("ALARM_TOPIC_ARN", Variables(Telling.Value));
        Assert.DoesNotContain("ALARM_TOPIC_ARN", Variables(Learning.Value));
    }

    [Fact]
    public void Earlier_states_of_what_was_learned_are_not_kept() =>
        Assert.Contains(
            Learning.Value["cc-prod-contacts"].Resources("AWS::S3::Bucket")
                .SelectMany(static bucket => bucket.Properties["LifecycleConfiguration"]!["Rules"]!.AsArray()),
            static rule => (string?)rule!["Prefix"] == "anomalies/"
                && (int)rule["NoncurrentVersionExpiration"]!["NoncurrentDays"]! == 1);

    private static IReadOnlyDictionary<string, JsonObject> With(AnomalyMode mode)
    {
        var sample = Synthesis.Sample();
        return Synthesis.Of(sample with { Monitoring = sample.Monitoring with { Anomalies = mode } });
    }

    /// <summary>What the collector may do, and on what.</summary>
    private static Dictionary<string, string> Given(
        IReadOnlyDictionary<string, JsonObject> stacks, string role = "CollectConnectMetrics") =>
        stacks["cc-prod-collection"].Resources("AWS::IAM::Policy")
            .Where(policy => policy.Id.StartsWith(role, StringComparison.Ordinal))
            .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
            .SelectMany(static statement => (statement!["Action"] is JsonArray several ? several.Select(static one => (string)one!)
                : [(string)statement["Action"]!]).Select(action => (action, Resource: statement["Resource"]!.ToJsonString())))
            .GroupBy(static one => one.action, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => string.Join(' ', group.Select(static one => one.Resource)));

    private static IEnumerable<string> Variables(IReadOnlyDictionary<string, JsonObject> stacks) =>
        stacks["cc-prod-collection"].Resources("AWS::Lambda::Function")
            .Where(static function => function.Id.StartsWith("CollectConnectMetrics", StringComparison.Ordinal))
            .SelectMany(static function => function.Properties["Environment"]!["Variables"]!.AsObject().Select(static one => one.Key));

    [Fact]
    public void Contact_events_are_heard_by_the_name_that_is_recorded_and_by_the_one_that_is_documented_since()
    {
        var rules = Synthesis.Equipped.Values.SelectMany(static template => template.Resources("AWS::Events::Rule"))
            .Select(static rule =>
                rule.Properties["EventPattern"]?["detail-type"]?.AsArray().Select(static type => (string)type!).ToArray() ?? [])
            .Where(static types => types.Any(static type => type.EndsWith("Contact Event", StringComparison.Ordinal))).ToArray();

        Assert.Equal(5, rules.Length);
        Assert.All(rules, static types => Assert.Equal(["Amazon Connect Contact Event", "Connect Customer Contact Event"], types));
    }

    [Fact]
    public void Only_events_of_this_instance_are_listened_to()
    {
        var instance = Synthesis.Sample().Instance.Arn;

        Assert.All(Template.Resources("AWS::Events::Rule"), rule =>
        {
            var detail = rule.Properties["EventPattern"]!["detail"]!;
            Assert.Contains((detail["instanceArn"] ?? detail["instance"])!.AsArray(), value => (string)value! == instance);
        });
    }
}
