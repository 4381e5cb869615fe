using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Tests.Recorded;

namespace ContactCenter.Infra.Tests;

/// <summary>What holds for every alarm of every stack.</summary>
public sealed partial class AlarmTests
{
    private static readonly Templates.Resource[] Alarms = [.. Templates.OfType("AWS::CloudWatch::Alarm")];

    private static readonly Templates.Resource[] Composites =
        [.. Templates.OfType("AWS::CloudWatch::CompositeAlarm").Where(alarm => (bool)alarm.Properties["ActionsEnabled"]!)];

    [Fact]
    public void The_whole_plan_is_deployed_once()
    {
        var planned = AlarmPlan.For(Synthesis.Sample()).Select(alarm => alarm.Name);
        var deployed = Alarms.Where(alarm => !alarm.Stack.StartsWith("cc-prod-standby-", StringComparison.Ordinal))
            .Select(alarm => (string)alarm.Properties["AlarmName"]!)
            .ToArray();

        Assert.Equal(deployed.Length, deployed.Distinct().Count());
        Assert.Empty(planned.Except(deployed));
    }

    [Fact]
    public void Every_alarm_tells_when_it_turns_red_and_when_it_turns_back() => Holds([.. Alarms, .. Composites], alarm =>
        alarm.Properties["AlarmActions"] is JsonArray { Count: > 0 } red
        && alarm.Properties["OKActions"] is JsonArray { Count: > 0 } green
        && JsonNode.DeepEquals(red, green));

    [Fact]
    public void Every_alarm_says_what_missing_data_means() =>
        Holds(Alarms, alarm => (string?)alarm.Properties["TreatMissingData"] is "breaching" or "notBreaching" or "ignore" or "missing");

    [Fact]
    public void Where_missing_data_is_a_state_of_its_own_it_is_told() => Holds(Alarms, alarm =>
        ((string?)alarm.Properties["TreatMissingData"] == "missing") == (alarm.Properties["InsufficientDataActions"] is not null));

    [Fact]
    public void Every_description_is_JSON_with_severity_group_and_owner_within_the_limit() => Holds([.. Alarms, .. Composites], alarm =>
        Description(alarm) is { } description
        && (string?)description["severity"] is "P1" or "P2" or "P3" or "P4"
        && ((string?)description["group"])?.Length is > 0 and <= 64
        && (string?)description["owner"] is "operations" or "engineering" or "workforce"
        && ((string)alarm.Properties["AlarmDescription"]!).Length <= AlarmSelfDescription.MaximumLength);

    [Fact]
    public void Every_description_names_a_runbook_that_is_there() => Holds([.. Alarms, .. Composites], alarm =>
        (string?)Description(alarm)["runbook"] is { } runbook
        && File.Exists(Repository.File("docs", "runbooks", $"{runbook}.md"))
        && ((string?)Description(alarm)["link"])?.Contains(runbook, StringComparison.Ordinal) != false);

    [Fact]
    public void Every_metric_is_published_under_exactly_these_dimensions()
    {
        var unpublished = Alarms.SelectMany(alarm => Metrics(alarm), (alarm, metric) => (alarm, metric))
            .Where(pair =>
                RecordedMetric.Find(
                    (string)pair.metric["Namespace"]!, (string)pair.metric["MetricName"]!, Dimensions(pair.metric)).Count == 0)
            .Select(pair => $"{pair.alarm}: {pair.metric.ToJsonString()}");

        Assert.Empty(unpublished);
    }

    [Fact]
    public void No_alarm_names_a_unit_because_the_services_units_are_inconsistent() =>
        Holds(Alarms, alarm => !alarm.Properties.ToJsonString().Contains("\"Unit\"", StringComparison.Ordinal));

    [Fact]
    public void Every_name_is_of_this_deployment_and_within_the_limit() => Holds([.. Alarms, .. Composites], alarm =>
        (string?)alarm.Properties["AlarmName"] is { Length: <= AlarmName.MaximumLength } name
            && name.StartsWith("cc-prod/", StringComparison.Ordinal));

    [Fact]
    public void An_alarm_reads_at_most_ten_metrics_and_expressions_and_compares_one() => Holds(Alarms, alarm =>
        alarm.Properties["Metrics"] is not JsonArray metrics
        || (metrics.Count <= 10
            && (alarm.Properties["ThresholdMetricId"] is not null || metrics.Count(metric => (bool)metric!["ReturnData"]!) == 1)));

    [Fact]
    public void Every_alarm_that_a_composite_names_is_deployed()
    {
        var deployed = Templates.Resources.Select(resource => (string?)resource.Properties["AlarmName"]).ToHashSet();
        var named = Templates.OfType("AWS::CloudWatch::CompositeAlarm")
            .SelectMany(alarm => NamedInRule().Matches((string)alarm.Properties["AlarmRule"]!), (_, match) => match.Groups[1].Value)
            .ToArray();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(deployed));
    }

    [Fact]
    public void A_band_takes_the_place_of_a_threshold() => Holds(Alarms, alarm =>
        (alarm.Properties["ThresholdMetricId"] is null) == (alarm.Properties["Threshold"] is not null));

    private static JsonNode Description(Templates.Resource alarm) => JsonNode.Parse((string)alarm.Properties["AlarmDescription"]!)!;

    private static IEnumerable<JsonObject> Metrics(Templates.Resource alarm) => alarm.Properties["Metrics"] is JsonArray metrics
        ? metrics.Select(metric => metric!["MetricStat"]?["Metric"]?.AsObject()).OfType<JsonObject>()
        : [alarm.Properties];

    private static IEnumerable<(string Name, string Value)> Dimensions(JsonObject metric) =>
        (metric["Dimensions"] as JsonArray ?? []).Select(dimension => ((string)dimension!["Name"]!, dimension["Value"]!.ToString()));

    private static void Holds(Templates.Resource[] alarms, Func<Templates.Resource, bool> rule)
    {
        Assert.NotEmpty(alarms);
        Assert.Empty(alarms.Where(alarm => !rule(alarm)).Select(alarm => alarm.ToString()));
    }

    [GeneratedRegex("\\(\"([^\"]+)\"\\)")]
    private static partial Regex NamedInRule();
}
