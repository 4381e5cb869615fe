using System.Text.Json.Nodes;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Monitoring.Parsing;

/// <summary>Alarms on Metrics Insights queries, whose payloads name no metric but in the query.</summary>
public sealed class InsightsTests
{
    [Theory]
    [InlineData(
        "SELECT MAX(QueueSize) FROM SCHEMA(\"AWS/Connect\", InstanceId, MetricGroup, QueueName) GROUP BY QueueName",
        "AWS/Connect",
        "QueueSize",
        "Maximum")]
    [InlineData("select avg(CPUUtilization) from \"AWS/EC2\"", "AWS/EC2", "CPUUtilization", "Average")]
    [InlineData("SELECT COUNT(\"Calls of today\") FROM Shop", "Shop", "Calls of today", "SampleCount")]
    [InlineData(
        " SELECT SUM( Errors )\nFROM SCHEMA( \"AWS/Lambda\" , FunctionName )\nORDER BY SUM() DESC LIMIT 5", "AWS/Lambda", "Errors", "Sum")]
    [InlineData("SELECT MIN(Level) FROM SCHEMA(\"Plant\", \"Tank Name\")", "Plant", "Level", "Minimum")]
    public void A_query_names_its_metric(string query, string @namespace, string name, string statistic)
    {
        var metric = Assert.Single(Of(query).Metrics);

        Assert.Equal((@namespace, name, statistic), (metric.Namespace, metric.Name, metric.Statistic));
    }

    [Theory]
    [InlineData("SELECT")]
    [InlineData("SELECT MAX(QueueSize)")]
    [InlineData("SELECT P99(QueueSize) FROM \"AWS/Connect\"")]
    [InlineData("SELECT MAX() FROM \"AWS/Connect\"")]
    [InlineData("SELECT MAX(QueueSize) FROM SCHEMA(\"AWS/Connect\",")]
    [InlineData("SELECT MAX(QueueSize) FROM SCHEMA(")]
    [InlineData("SELECTION(m1)")]
    public void What_is_no_whole_query_names_none(string query) => Assert.Empty(Of(query).Metrics);

    [Fact]
    public void The_contributor_tells_the_series()
    {
        var metric = Assert.Single(Of(
            "SELECT MAX(QueueSize) FROM SCHEMA(\"AWS/Connect\", QueueName) GROUP BY QueueName", ("QueueName", "Billing")).Metrics);

        Assert.Equal([new MetricDimension("QueueName", "Billing")], metric.Dimensions);
    }

    [Theory]
    [InlineData("MetricGroup = 'Queue' AND InstanceId='x'", "MetricGroup=Queue InstanceId=x")]
    [InlineData("\"Instance ID\" = 'x y' GROUP BY QueueName", "Instance ID=x y")]
    [InlineData("MetricGroup = 'Queue' OR InstanceId = 'x'", "")]
    [InlineData("MetricGroup != 'Queue'", "")]
    [InlineData("NOT MetricGroup = 'Queue'", "")]
    [InlineData("MetricGroup = 'Queue' AND (QueueName = 'a' OR QueueName = 'b')", "")]
    [InlineData("MetricGroup =", "")]
    public void Equalities_that_must_hold_are_dimensions(string condition, string expected)
    {
        var metric = Assert.Single(Of($"SELECT MAX(QueueSize) FROM \"AWS/Connect\" WHERE {condition}").Metrics);

        Assert.Equal(expected, string.Join(' ', metric.Dimensions.Select(dimension => $"{dimension.Name}={dimension.Value}")));
    }

    [Fact]
    public void An_event_tells_the_same_as_a_message()
    {
        const string Query = "SELECT MAX(QueueSize) FROM SCHEMA(\"AWS/Connect\", QueueName) WHERE MetricGroup = 'Queue' GROUP BY QueueName";
        var payload = new AlarmPayload { ContributorId = "0a1b", ContributorAttributes = [("QueueName", "Billing")] };
        var told = payload.Event();
        told["detail"]!["configuration"]!["metrics"] = new JsonArray(
            new JsonObject { ["id"] = "q1", ["expression"] = Query, ["period"] = 300, ["returnData"] = true });

        var (fromEvent, fromMessage) = (
            Assert.Single(Parsed.Change(told).Metrics), Assert.Single(Of(Query, ("QueueName", "Billing")).Metrics));

        Assert.Equal(fromMessage with { Dimensions = [] }, fromEvent with { Dimensions = [] });
        Assert.Equal(fromMessage.Dimensions, fromEvent.Dimensions);
    }

    [Theory]
    [InlineData("Share of failed calls", "Share of failed calls")]
    [InlineData("${LAST} failed", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void A_math_expression_is_called_by_its_label(string? label, string? expected)
    {
        var message = new AlarmPayload { Expression = "m1 * 2" }.Message();
        message["Trigger"]!["Metrics"]![0]!["Label"] = label;

        Assert.Equal(expected, Parsed.Change(message).ExpressionLabel);
    }

    private static AlarmChange Of(string query, params (string Name, string Value)[] attributes)
    {
        var message = new AlarmPayload { ContributorId = "0a1b", ContributorAttributes = attributes }.Message();
        message["Trigger"] = new JsonObject
        {
            ["Metrics"] = new JsonArray(new JsonObject
            {
                ["Id"] = "q1",
                ["Expression"] = query,
                ["Label"] = "busiest",
                ["Period"] = 300,
                ["ReturnData"] = true
            }),
            ["ComparisonOperator"] = "GreaterThanOrEqualToThreshold",
            ["Threshold"] = 5,
        };
        return Parsed.Change(message);
    }
}
