using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class MonitoringStackTests
{
    private static readonly JsonObject Template = Synthesis.Stack("monitoring");

    [Fact]
    public void No_key_silences_both_the_pipeline_and_what_watches_it()
    {
        var keys = Template.Resources("AWS::SNS::Topic").ToDictionary(
            topic => (string)topic.Properties["TopicName"]!, topic => topic.Properties["KmsMasterKeyId"]!.ToJsonString());

        Assert.Equal(["cc-prod-alarms", "cc-prod-system"], keys.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, keys.Values.Distinct().Count());
    }

    [Fact]
    public void Only_alarms_of_this_account_may_publish_and_use_the_keys()
    {
        string[] policies =
        [
            .. Template.Resources("AWS::SNS::TopicPolicy").Select(policy => policy.Properties["PolicyDocument"]!.ToJsonString()),
            .. Template.Resources("AWS::KMS::Key").Select(key => key.Properties["KeyPolicy"]!.ToJsonString()),
        ];

        Assert.Equal(4, policies.Length);
        Assert.All(policies, policy => Assert.Contains("""{"aws:SourceAccount":"123456789012"}""", policy, StringComparison.Ordinal));
    }

    [Fact]
    public void Alarms_on_this_system_go_to_people_and_all_others_to_triage()
    {
        var targets = Templates.OfType("AWS::CloudWatch::Alarm").ToLookup(
            alarm => alarm.Properties["AlarmActions"]!.ToJsonString(), alarm => ((string)alarm.Properties["AlarmName"]!).Split('/')[1]);
        var system = Assert.Single(targets, target => target.Contains("heartbeat-missing"));

        Assert.Equal(3, targets.Count);
        Assert.Contains("dead-letters", system);
        Assert.DoesNotContain("queue-wait-time", system);
    }

    [Fact]
    public void A_change_that_must_never_happen_quietly_is_told_past_the_pipeline_too()
    {
        var topics = Template.Resources("AWS::CloudWatch::Alarm")
            .Single(alarm =>
                ((string)alarm.Properties["AlarmName"]!).StartsWith(
                    "cc-prod/key-changed", StringComparison.Ordinal)).Properties["AlarmActions"]!
            .AsArray()
            .Select(action => (string)action!["Ref"]!)
            .ToArray();

        Assert.Equal(2, topics.Length);
        Assert.Contains(topics, topic => topic.StartsWith("System", StringComparison.Ordinal));
        Assert.Contains(topics, topic => topic.StartsWith("Alarms", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_to_be_told_of_a_P1_get_alarms_on_this_system_by_email()
    {
        var subscription = Assert.Single(Template.Resources("AWS::SNS::Subscription")).Properties;

        Assert.Equal(("email", "oncall@bank.example"), ((string?)subscription["Protocol"], (string?)subscription["Endpoint"]));
    }

    [Fact]
    public void An_anomaly_alarm_compares_its_metric_with_its_band()
    {
        var alarm = Alarm("cc-prod/call-volume-gone");

        Assert.Equal(("band", "LessThanLowerThreshold"), ((string?)alarm["ThresholdMetricId"], (string?)alarm["ComparisonOperator"]));
        Assert.Equal(
            "ANOMALY_DETECTION_BAND(m1, 3)",
            (string?)alarm["Metrics"]!.AsArray().Single(metric => metric!["Expression"] is not null)!["Expression"]);
    }

    [Fact]
    public void A_share_is_compared_and_its_parts_are_only_read()
    {
        var returned = Alarm("cc-prod/function-errors/verify-caller")["Metrics"]!
            .AsArray()
            .ToDictionary(metric => (string)metric!["Id"]!, metric => (bool)metric!["ReturnData"]!);

        Assert.Equal(new Dictionary<string, bool> { ["errors"] = false, ["calls"] = false, ["result"] = true }, returned);
    }

    [Fact]
    public void A_percentile_is_no_statistic_to_CloudWatch()
    {
        var alarm = Alarm("cc-prod/function-duration/verify-caller");

        Assert.Equal(("p99", null), ((string?)alarm["ExtendedStatistic"], (string?)alarm["Statistic"]));
    }

    [Fact]
    public void The_hooks_of_this_system_are_watched_by_their_deployed_names() =>
        Assert.Contains(
            "\"cc-prod-classify-contact\"",
            Alarm("cc-prod/function-throttled/cc-prod-classify-contact")["Dimensions"]!.ToJsonString(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "flow-log-errors",
        "{ ($.Results = \"*rror*\") || ($.Results = \"*imed out*\") || ($.Results = \"*xception*\") || ($.Results = \"*access limit*\") || "
            + "($.Results = \"*limit reached*\") || ($.Results = \"*No prompt provided*\") || (($.ContactFlowModuleType != \"GetUserInput\") "
            + "&& ($.ContactFlowModuleType != \"StoreUserInput\") && (($.Results = \"*ailed*\") || ($.Results = \"*nsupported*\") || "
            + "($.Results = \"*nvalid*\") || ($.Results = \"*not found*\") || (($.Results = \"*imeout*\") && "
            + "($.Results != \"Timeout\")))) }")]
    [InlineData("flow-hooks-unanswered", "{ ($.ContactFlowModuleType = \"InvokeExternalResource\") && ($.Results = \"*\") }")]
    [InlineData("contacts-unclaimed", "{ ($.ContactFlowModuleType = \"SetAttributes\") && ($.Parameters.Key = \"unclaimed\") }")]
    public void What_the_flow_log_tells_is_counted_under_the_metric_that_the_alarm_reads(string id, string pattern)
    {
        var alarm = Alarm($"cc-prod/{id}/example-bank");

        var filter = Assert.Single(
            Template.Resources("AWS::Logs::MetricFilter"), filter => (string?)filter.Properties["FilterPattern"] == pattern).Properties;
        var counted = Assert.Single(filter["MetricTransformations"]!.AsArray())!;

        Assert.Equal("/aws/connect/example-bank", (string?)filter["LogGroupName"]);
        Assert.Equal(
            ((string?)alarm["Namespace"], (string?)alarm["MetricName"]),
            ((string?)counted["MetricNamespace"], (string?)counted["MetricName"]));
    }

    [Fact]
    public void A_center_without_flow_logs_has_neither_filter_nor_alarm()
    {
        var template = Synthesis.WithoutExtras["cc-prod-monitoring"];

        Assert.Empty(template.Resources("AWS::Logs::MetricFilter"));
        Assert.DoesNotContain("flow-log-errors", template.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Composites_come_last_and_what_explains_another_silences_it()
    {
        var composites = Synthesis.Stack("overall")
            .Resources("AWS::CloudWatch::CompositeAlarm")
            .Select(alarm => alarm.Properties)
            .ToArray();

        var badly = Assert.Single(composites, alarm => (string?)alarm["AlarmName"] == "cc-prod/customers-served-badly");

        Assert.Equal("cc-prod/customers-cut-off", (string?)badly["ActionsSuppressor"]);
        Assert.Contains("ALARM(\"cc-prod/flow-failed/Inbound\") OR ", (string?)composites[0]["AlarmRule"], StringComparison.Ordinal);
    }

    [Fact]
    public void Many_alarms_share_several_stacks()
    {
        var templates = Synthesis.ManyQueuesWithoutFlows;

        var alarms = new[]
        {
            "cc-prod-monitoring", "cc-prod-monitoring-2"
        }.Select(stack => templates[stack].Resources("AWS::CloudWatch::Alarm").Count()).ToArray();
        Assert.All(alarms, count => Assert.InRange(count, 100, 470));
    }

    private static JsonObject Alarm(
        string name) =>
            Template.Resources("AWS::CloudWatch::Alarm").Single(alarm => (string?)alarm.Properties["AlarmName"] == name).Properties;
}
