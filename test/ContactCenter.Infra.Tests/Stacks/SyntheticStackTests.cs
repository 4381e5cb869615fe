using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration.Synthetic;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class SyntheticStackTests
{
    private static readonly JsonObject Template = Synthesis.WithBot["cc-prod-synthetic"];

    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> WithCalls = new(static () => Synthesis.Of(Synthesis.Sample() with
    {
        Synthetic = new() { Calls = new SyntheticCallSettings { From = "+4930901820", To = ["+4969123456789"] } },
    }));

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

    [Fact]
    public void A_flow_speaks_at_the_end_that_calls_and_the_function_may_call_by_it_alone()
    {
        var template = WithCalls.Value["cc-prod-synthetic"];

        Assert.Equal(
            "cc-prod-synthetic-call", (string?)Assert.Single(template.Resources("AWS::Connect::ContactFlow")).Properties["Name"]);
        var call = Assert.Single(
            Statements(template), static one => one.ToJsonString().Contains("StartOutboundVoiceContact", StringComparison.Ordinal));
        Assert.Equal(2, call["Resource"]!.AsArray().Count);
        Assert.Contains("synthetic-call", Environment(template), StringComparison.Ordinal);
    }

    [Fact]
    public void The_function_that_calls_and_the_hook_that_sees_it_know_the_notes_of_calls_and_no_others()
    {
        foreach (var stack in (string[])["cc-prod-synthetic", "cc-prod-flows"])
        {
            var notes = Assert.Single(
                Statements(WithCalls.Value[stack]),
                static one => one.ToJsonString().Contains("note#synthetic-call-*", StringComparison.Ordinal));
            Assert.Equal("""["dynamodb:GetItem","dynamodb:PutItem"]""", notes["Action"]!.ToJsonString());
        }
    }

    [Fact]
    public void Its_flow_of_calls_asks_whether_a_call_is_our_own()
    {
        var flow = WithCalls.Value["cc-prod-flows"].Resources("AWS::Connect::ContactFlow")
            .Single(static one => (string?)one.Properties["Name"] == "cc-prod-inbound");

        Assert.Contains("is-it-our-own-call", flow.Properties["Content"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static string Environment(JsonObject template) => string.Concat(template.Resources("AWS::Lambda::Function")
        .Select(static one => one.Properties["Environment"]?["Variables"]?["FLOW_IDS"]?.ToJsonString()));

    private static IEnumerable<JsonObject> Statements() => Statements(Template);

    private static IEnumerable<JsonObject> Statements(JsonObject template) => template.Resources("AWS::IAM::Policy")
        .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
        .Select(static statement => statement!.AsObject());

    private static string[] Actions(JsonObject statement) => statement["Action"] switch
    {
        JsonArray many => [.. many.Select(static one => (string)one!)],
        var one => [(string)one!],
    };
}
