using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class AuditStackTests
{
    private static readonly JsonObject Stack = Synthesis.Stack("audit");

    [Fact]
    public void Records_are_locked_versioned_and_move_to_cold_storage()
    {
        var (id, bucket) = Stack.Resources("AWS::S3::Bucket").Single();

        Assert.Equal(
            """{"Days":365,"Mode":"COMPLIANCE"}""", bucket["ObjectLockConfiguration"]!["Rule"]!["DefaultRetention"]!.ToJsonString());
        Assert.Equal("Enabled", (string?)bucket["VersioningConfiguration"]!["Status"]);
        Assert.Equal("GLACIER", (string?)bucket["LifecycleConfiguration"]!["Rules"]![0]!["Transitions"]![0]!["StorageClass"]);
        Assert.Equal("RetainExceptOnCreate", (string?)Stack["Resources"]![id]!["DeletionPolicy"]);
    }

    [Fact]
    public void Trail_proves_that_its_files_are_whole()
    {
        var (_, trail) = Stack.Resources("AWS::CloudTrail::Trail").Single();

        Assert.True((bool?)trail["EnableLogFileValidation"]);
        Assert.True((bool?)trail["IsMultiRegionTrail"]);
        Assert.True((bool?)trail["IsLogging"]);
    }

    [Theory]
    [InlineData("aws:SourceAccount", "123456789012")]
    [InlineData("aws:SourceArn", ":trail/cc-prod-trail")]
    public void No_other_trail_writes_into_the_bucket(string condition, string expected)
    {
        var refused = Stack.Resources("AWS::S3::BucketPolicy").Single().Properties["PolicyDocument"]!["Statement"]!.AsArray()
            .Where(statement =>
                (string?)statement!["Effect"] == "Deny"
                    && statement["Principal"]!.ToJsonString().Contains("cloudtrail", StringComparison.Ordinal));

        Assert.Single(
            refused,
            statement =>
                ((string?)statement!["Condition"]!["StringNotEquals"]![condition])?.EndsWith(expected, StringComparison.Ordinal) == true);
    }

    [Fact]
    public void No_other_trail_writes_into_the_log_by_its_role()
    {
        var statement = Stack.Resources("AWS::IAM::Role")
            .SelectMany(role => role.Properties["AssumeRolePolicyDocument"]!["Statement"]!.AsArray())
            .Single(each => (string?)each!["Principal"]!["Service"] == "cloudtrail.amazonaws.com")!;
        var trusted = statement["Condition"]!["StringEquals"]!;

        Assert.Equal("123456789012", (string?)trusted["aws:SourceAccount"]);
        Assert.EndsWith(":trail/cc-prod-trail", (string?)trusted["aws:SourceArn"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_metric_of_the_trail_has_an_alarm_and_every_such_alarm_a_metric()
    {
        var counted = Stack.Resources("AWS::Logs::MetricFilter").Select(filter =>
            (string)filter.Properties["MetricTransformations"]![0]!["MetricName"]!);
        var watched = Templates.OfType("AWS::CloudWatch::Alarm")
            .Where(alarm => (string?)alarm.Properties["Namespace"] == "ContactCenter/Trail/cc-prod")
            .Select(alarm => (string)alarm.Properties["MetricName"]!);

        Assert.Equal(counted.Distinct().Order(), watched.Order());
    }

    /// <summary>
    /// The limit is CloudWatch Logs' (API reference, PutMetricFilter); what the template refers to is shorter than 100 characters.
    /// </summary>
    [Fact]
    public void Every_pattern_is_within_the_limit() => Assert.All(Patterns(), pattern => Assert.InRange(pattern.Length, 1, 1024));

    [Fact]
    public void Only_the_role_that_deploys_may_change_quietly() => Assert.All(Patterns(), pattern => Assert.Contains(
        "!= \"arn:aws:iam::123456789012:role/cdk-hnb659fds-cfn-exec-role-123456789012-eu-central-1\"", pattern, StringComparison.Ordinal));

    [Theory]
    [InlineData("KeyChanged", "$.requestParameters.keyId = ")]
    [InlineData("AlarmsChanged", "\"cc-prod/*\"")]
    [InlineData("AlarmsChanged", "$.userIdentity.invokedBy NOT EXISTS")]
    [InlineData("AlarmsChanged", "SetAlarmState")]
    [InlineData("AlarmsChanged", "DeleteSchedule")]
    [InlineData("AlarmsChanged", "DisableRule")]
    [InlineData("AlarmsChanged", "Unsubscribe")]
    [InlineData("AlarmsChanged", "SetSubscriptionAttributes")]
    [InlineData("AlarmsChanged", "SetTopicAttributes")]
    [InlineData("AlarmsChanged", "PutDataProtectionPolicy")]
    [InlineData("AlarmsChanged", "\"*:cc-prod-system\"")]
    [InlineData("AlarmsChanged", "DeleteEventSourceMapping*")]
    [InlineData("AlarmsChanged", "UpdateEventSourceMapping*")]
    [InlineData("TrailChanged", "DeleteMetricFilter")]
    [InlineData("TrailChanged", "DeleteLogGroup")]
    [InlineData("FlowsChanged", "aaaaaaaa-")]
    [InlineData("FlowsChanged", "PutFunctionConcurrency*")]
    [InlineData("FlowsChanged", "RemovePermission*")]
    [InlineData("FlowsChanged", "AddPermission*")]
    [InlineData("FlowsChanged", "UpdateAlias*")]
    [InlineData("FlowsChanged", "\"*RolePolicy\"")]
    public void A_change_counts_where_it_takes_sight_away_from_this_deployment(string metric, string part) =>
        Assert.Contains(Filters(), filter => filter.Metric == metric && filter.Pattern.Contains(part, StringComparison.Ordinal));

    /// <summary>It writes alarms anew when people have set a threshold, which is on its own record; by hand it would be a change.</summary>
    [Fact]
    public void Thresholds_that_the_product_keeps_are_no_change_by_hand() => Assert.Contains(
        $"sessionIssuer.arn != \"{new string('0', 100)}\"",
        Assert.Single(Patterns(), static pattern => pattern.Contains("PutMetricAlarm", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    /// <summary>CloudFormation makes the name of a role of its stack's: one of another stack would change quietly.</summary>
    [Fact]
    public void The_roles_of_the_functions_of_every_stack_are_watched() => Assert.All(
        Synthesis.All.Where(static stack => stack.Value.Resources("AWS::IAM::Role").Any()),
        stack => Assert.Contains(Filters(), filter =>
            filter.Pattern.Contains("$.requestParameters.roleName", StringComparison.Ordinal)
            && filter.Pattern.Contains($"\"{stack.Key[..Math.Min(stack.Key.Length, 20)]}*\"", StringComparison.Ordinal)));

    [Fact]
    public void Without_a_trail_of_its_own_there_is_neither_bucket_nor_alarm_on_it()
    {
        var stacks = Synthesis.WithoutExtras;

        Assert.Empty(stacks["cc-prod-audit"].Resources("AWS::S3::Bucket"));
        Assert.DoesNotContain("TrailChanged", stacks["cc-prod-monitoring"].ToJsonString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Patterns() => Filters().Select(filter => filter.Pattern);

    private static IEnumerable<(string Metric, string Pattern)> Filters() => Stack.Resources("AWS::Logs::MetricFilter").Select(filter =>
        ((string)filter.Properties["MetricTransformations"]![0]!["MetricName"]!, Text(filter.Properties["FilterPattern"]!)));

    /// <summary>A pattern with what it refers to as long as it will be.</summary>
    private static string Text(JsonNode pattern) => pattern is JsonObject join
        ? string.Concat(join["Fn::Join"]![1]!.AsArray().Select(part => part is JsonValue text ? (string)text! : new string('0', 100)))
        : (string)pattern!;
}
