using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks.Promises;

/// <summary>Tickets of contacts: which events start the function, and what it may read and make.</summary>
public sealed class TicketsTests
{
    private static JsonObject Collection => Synthesis.Equipped["cc-prod-collection"];

    [Fact]
    public void Without_the_section_nothing_of_it_is_there() => Assert.DoesNotContain(
        "OpenTickets", Synthesis.All["cc-prod-collection"].ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void Only_contacts_of_the_instance_that_come_into_a_queue_start_it()
    {
        var rule = Assert.Single(
            Collection.Resources("AWS::Events::Rule"), static rule => (string?)rule.Properties["Name"] == "cc-prod-contacts-to-tickets");

        Assert.Equal("QUEUED", (string?)Assert.Single(rule.Properties["EventPattern"]!["detail"]!["eventType"]!.AsArray()));
    }

    [Fact]
    public void It_reads_and_tells_contacts_makes_cases_of_one_domain_and_knows_one_secret()
    {
        var statements = Statements("collection", "OpenTickets").ToArray();

        Assert.Contains(statements, static one => Actions(one).Contains("connect:UpdateContactAttributes", StringComparison.Ordinal)
            && ((string?)one["Resource"])!.EndsWith("/contact/*", StringComparison.Ordinal));
        var cases = Assert.Single(statements, static one => Actions(one).Contains("cases:", StringComparison.Ordinal));
        Assert.All(
            cases["Resource"]!.AsArray(), static one => Assert.Contains("domain/domain-1", one!.ToJsonString(), StringComparison.Ordinal));
        var secret = Assert.Single(
            statements, static one => Actions(one).Contains("secretsmanager:GetSecretValue", StringComparison.Ordinal));
        Assert.Contains("cc-prod-callers-", secret["Resource"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_module_keeps_the_reference_for_the_flow_and_the_agent() => Assert.Contains(
        "ticketReference", string.Join('\n', Synthesis.Equipped.Values.Select(static stack => stack.ToJsonString())),
        StringComparison.Ordinal);

    private static string Actions(JsonNode statement) => statement["Action"]!.ToJsonString();

    private static IEnumerable<JsonNode> Statements(string stack, string function) => Synthesis.Equipped[$"cc-prod-{stack}"]
        .Resources("AWS::IAM::Policy")
        .Where(policy => policy.Id.StartsWith(function, StringComparison.Ordinal))
        .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
        .Select(static statement => statement!);
}
