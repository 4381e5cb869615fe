using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class SyntheticStackTests
{
    private static readonly JsonObject Template = Synthesis.WithBot["cc-prod-synthetic"];

    [Fact]
    public void Nothing_of_it_is_deployed_without_its_section()
    {
        Assert.DoesNotContain("cc-prod-synthetic", Synthesis.All.Keys);
        Assert.All(
            Synthesis.All.Where(static stack => stack.Key != "cc-prod-audit").Select(static stack => stack.Value.ToJsonString()),
            static template => Assert.DoesNotContain("synthetic", template, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Each_flow_and_language_has_a_published_test_case_one_after_the_other()
    {
        var cases = Template.Resources("AWS::Connect::TestCase").ToArray();

        Assert.Equal(
            ["cc-prod-synthetic-chat-de", "cc-prod-synthetic-chat-en", "cc-prod-synthetic-inbound-de", "cc-prod-synthetic-inbound-en"],
            cases.Select(static one => (string)one.Properties["Name"]!).Order(StringComparer.Ordinal));
        Assert.All(cases, static one => Assert.Equal("PUBLISHED", (string?)one.Properties["Status"]));
        Assert.Equal(3, Template["Resources"]!.AsObject().Count(static one =>
            (string?)one.Value!["Type"] == "AWS::Connect::TestCase" && one.Value["DependsOn"] is not null));
    }

    [Fact]
    public void Contacts_are_marked_by_a_secret_that_no_template_holds()
    {
        var text = Assert.Single(
            Template.Resources("AWS::Connect::TestCase"), static one => (string?)one.Properties["Name"] == "cc-prod-synthetic-inbound-en")
            .Properties["InitializationData"]!.ToJsonString();

        Assert.Contains("resolve:secretsmanager:", text, StringComparison.Ordinal);
        Assert.Contains("language", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hooks_may_read_the_mark_and_no_other_secret_for_it()
    {
        var hooks = Synthesis.WithBot["cc-prod-flows"].Resources("AWS::Lambda::Function")
            .Where(static one => one.Properties["Environment"]!["Variables"]!["SYNTHETIC_MARK_ARN"] is not null);

        Assert.Contains(
            hooks, static one => one.Properties["FunctionName"]!.ToJsonString().Contains("route-contact", StringComparison.Ordinal));
        Assert.Contains(
            "secret:cc-prod-synthetic-mark-??????", Synthesis.WithBot["cc-prod-flows"].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_runs_the_test_cases_of_the_deployment_and_begins_chats_in_the_flow_of_chats_alone()
    {
        var run = Assert.Single(Statements(), static one => Actions(one).Contains("connect:StartTestCaseExecution"));
        Assert.Equal(5, run["Resource"]!.AsArray().Count);

        var chat = Assert.Single(Statements(), static one => Actions(one).Contains("connect:StartChatContact"));
        Assert.Equal(3, chat["Resource"]!.AsArray().Count);
    }

    [Fact]
    public void It_knows_one_note_of_the_table_of_incidents()
    {
        var note = Assert.Single(Statements(), static one => Actions(one).Contains("dynamodb:PutItem"));

        Assert.Equal(
            "note#synthetic-contacts", (string?)note["Condition"]!["ForAllValues:StringEquals"]!["dynamodb:LeadingKeys"]![0]);
        Assert.Equal(["dynamodb:GetItem", "dynamodb:PutItem"], Actions(note));
    }

    [Fact]
    public void It_is_called_every_minute_and_by_changes_of_what_customers_meet()
    {
        Assert.Equal(
            "rate(1 minute)", (string?)Assert.Single(Template.Resources("AWS::Scheduler::Schedule")).Properties["ScheduleExpression"]);
        var names = Assert.Single(Template.Resources("AWS::Events::Rule"))
            .Properties["EventPattern"]!["detail"]!["eventName"]!.ToJsonString();
        Assert.Contains("UpdateContactFlow", names, StringComparison.Ordinal);
        Assert.DoesNotContain("UpdateTable", names, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonObject> Statements() => Template.Resources("AWS::IAM::Policy")
        .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
        .Select(static statement => statement!.AsObject());

    private static string[] Actions(JsonObject statement) => statement["Action"] switch
    {
        JsonArray many => [.. many.Select(static one => (string)one!)],
        var one => [(string)one!],
    };
}
