using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks.Promises;

/// <summary>What contacts are promised: which events start the look, and who may read, write and tell what.</summary>
public sealed class WatchedPromisesTests
{
    private static JsonObject Collection => Synthesis.Equipped["cc-prod-collection"];

    [Fact]
    public void Without_the_section_nothing_of_it_is_there() => Assert.DoesNotContain(
        "promise", string.Join('\n', Synthesis.All.Where(static stack => !stack.Key.EndsWith("audit", StringComparison.Ordinal))
            .Select(static stack => stack.Value.ToJsonString())), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Events_of_contacts_of_the_instance_start_it_and_a_schedule_does_once_a_minute()
    {
        var rule = Assert.Single(
            Collection.Resources("AWS::Events::Rule"), static rule => (string?)rule.Properties["Name"] == "cc-prod-contacts-promised");

        Assert.Equal(
            ["INITIATED", "QUEUED", "CONNECTED_TO_AGENT", "DISCONNECTED"],
            rule.Properties["EventPattern"]!["detail"]!["eventType"]!.AsArray().Select(static type => (string?)type));
        Assert.Equal(
            """[{"anything-but":["OUTBOUND","EXTERNAL_OUTBOUND","MONITOR"]},{"exists":false}]""",
            rule.Properties["EventPattern"]!["detail"]!["initiationMethod"]!.ToJsonString());
        Assert.Contains(
            Collection.Resources("AWS::Scheduler::Schedule"),
            static schedule => (string?)schedule.Properties["Name"] == "cc-prod-watch-promises"
                && (string?)schedule.Properties["ScheduleExpression"] == "rate(1 minute)");
    }

    [Fact]
    public void It_tells_the_audience_of_the_file_and_no_other_and_asks_nothing_of_Amazon_Connect()
    {
        var statements = Statements("collection", "WatchPromises").ToArray();

        Assert.DoesNotContain("connect:", string.Join('\n', statements.Select(Actions)), StringComparison.Ordinal);
        var publish = Assert.Single(statements, static statement => Actions(statement).Contains("sns:Publish", StringComparison.Ordinal));
        Assert.Contains("management", publish["Resource"]!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.False(publish["Resource"] is JsonArray { Count: > 1 });
    }

    [Fact]
    public void The_hook_may_note_contacts_and_the_report_may_read_counts()
    {
        Assert.Contains(
            Statements("flows", "RouteContact"),
            static statement => Actions(statement).Contains("dynamodb:PutItem", StringComparison.Ordinal));
        Assert.Contains(
            Statements("incidents", "WriteReport"),
            static statement => Actions(statement).Contains("dynamodb:Query", StringComparison.Ordinal)
                && statement["Condition"]?.ToJsonString().Contains("promises/days", StringComparison.Ordinal) == true);
    }

    private static string Actions(JsonNode statement) => statement["Action"]!.ToJsonString();

    private static IEnumerable<JsonNode> Statements(string stack, string function) => Synthesis.Equipped[$"cc-prod-{stack}"]
        .Resources("AWS::IAM::Policy")
        .Where(policy => policy.Id.StartsWith(function, StringComparison.Ordinal))
        .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
        .Select(static statement => statement!);
}
