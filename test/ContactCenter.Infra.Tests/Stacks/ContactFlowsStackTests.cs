using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Tests.Flows;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class ContactFlowsStackTests
{
    private static readonly JsonObject Template = Synthesis.Stack("flows");

    private static IEnumerable<SystemFunction> Hooks => SystemFunctions.For(Synthesis.Sample()).Where(function => function.IsHook);

    [Fact]
    public void Agents_report_nothing_from_a_guide_unless_that_is_configured() =>
        Assert.DoesNotContain("report-fault", Template.ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void With_agent_reports_there_are_guide_module_and_hook_whose_rights_are_those_of_triage()
    {
        var template = Synthesis.Equipped["cc-prod-flows"];
        Assert.Contains(
            template.Resources("AWS::Connect::ContactFlow"), static flow => (string?)flow.Properties["Name"] == "cc-prod-agent-report");
        Assert.Contains(
            template.Resources("AWS::Connect::ContactFlowModule"),
            static module => (string?)module.Properties["Name"] == "cc-prod-report-fault");
        Assert.Equal(
            Rights(Synthesis.Equipped["cc-prod-incidents"], "TriageAlarm", "dynamodb:"), Rights(template, "ReportFault", "dynamodb:"));
        Assert.Contains(
            "cc-prod-report-fault", Synthesis.Equipped["cc-prod-monitoring"].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_guide_of_agents_there_are_view_and_flow_and_no_function_and_no_right_more()
    {
        var template = Synthesis.Equipped["cc-prod-flows"];
        var view = Assert.Single(template.Resources("AWS::Connect::View"));
        var flow = Assert.Single(
            template.Resources("AWS::Connect::ContactFlow"), static flow => (string?)flow.Properties["Name"] == "cc-prod-agent-guide");

        Assert.Equal(
            ["WrongTopic", "SearchArticles", "ReportFault", "Close"],
            view.Properties["Actions"]!.AsArray().Select(static action => (string?)action));
        Assert.Matches(@"^([\p{L}\p{N}_.:\/=+\-@,]+[\p{L}\p{Z}\p{N}_.:\/=+\-@,]*)$", (string)view.Properties["Description"]!);
        Assert.Contains("line-1", view.Properties["Template"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(
            $$"""{"Fn::GetAtt":["{{view.Id}}","ViewArn"]},":$LATEST""", flow.Properties["Content"]!.ToJsonString(), StringComparison.Ordinal);
        foreach (var (stack, hook) in new[]
        {
            ("contacts", "RecordCorrection"), ("contacts", "ClassifyContact"), ("flows", "AnswerQuestion"),
        })
        {
            Assert.Equal(
                Rights(Synthesis.All[$"cc-prod-{stack}"], hook, "dynamodb:"),
                Rights(Synthesis.Equipped[$"cc-prod-{stack}"], hook, "dynamodb:"));
        }

        Assert.DoesNotContain("agent-guide", Template.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("cc-prod-agent-guide", Synthesis.Equipped["cc-prod-monitoring"].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_dialogues_is_deployed_unless_some_are_configured() =>
        Assert.DoesNotContain("dialogue", Template.ToJsonString(), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Dialogues_may_call_the_functions_that_the_configuration_names_and_nothing_else()
    {
        var statements = Synthesis.Equipped["cc-prod-flows"].Resources("AWS::IAM::Policy")
            .Where(static policy => policy.Id.Contains("ContinueDialogue", StringComparison.Ordinal))
            .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
            .Where(static statement => statement!["Action"]!.ToJsonString().Contains("lambda:", StringComparison.Ordinal))
            .ToArray();

        var allowed = Assert.Single(statements)!;
        Assert.Equal("lambda:InvokeFunction", (string)allowed["Action"]!);
        Assert.Equal(
            FlowSamples.Dialogues.Select(static dialogue => dialogue.Function).Order(),
            allowed["Resource"]!.AsArray().Select(static arn => (string)arn!).Order());
        Assert.Empty(Rights(Synthesis.Equipped["cc-prod-flows"], "ContinueDialogue", "dynamodb:"));
    }

    [Fact]
    public void The_guide_of_agents_is_there_without_the_flows_of_contacts_too()
    {
        Assert.Equal(
            ["cc-prod-agent-report"],
            ModulesAlone.Value["cc-prod-flows"].Resources("AWS::Connect::ContactFlow")
                .Select(static flow => (string?)flow.Properties["Name"]));
    }

    [Fact]
    public void Every_hook_is_associated_with_the_instance()
    {
        var associations = Associations("LAMBDA_FUNCTION");

        Assert.Equal(Hooks.Count(), associations.Count);
        Assert.All(associations, association =>
        {
            Assert.Equal(Synthesis.Sample().Instance.Arn, (string?)association.Properties["InstanceId"]);
        });
    }

    [Fact]
    public void Only_this_instance_in_this_account_may_call_a_hook()
    {
        var permissions = Template.Resources("AWS::Lambda::Permission").ToList();

        Assert.Equal(2 * Hooks.Count(), permissions.Count);
        Assert.All(permissions, permission =>
        {
            Assert.Equal("connect.amazonaws.com", (string?)permission.Properties["Principal"]);
            Assert.Equal(Synthesis.Sample().Instance.Arn, (string?)permission.Properties["SourceArn"]);
            Assert.Equal(Synthesis.Sample().Instance.AccountId, (string?)permission.Properties["SourceAccount"]);
        });
    }

    [Fact]
    public void Flows_call_the_published_version_of_a_hook_by_its_alias()
    {
        var aliases = Templates.OfType("AWS::Lambda::Alias")
            .Where(alias => !alias.Stack.Contains("-standby-", StringComparison.Ordinal))
            .ToList();
        var called = Template.Resources("AWS::Connect::ContactFlow").Concat(Template.Resources("AWS::Connect::ContactFlowModule"))
            .Select(flow => flow.Properties["Content"])
            .OfType<JsonObject>()
            .SelectMany(content => Called(content["Fn::Join"]![1]!.AsArray()))
            .ToList();

        Assert.Equal(Hooks.Count(), aliases.Count);
        Assert.All(aliases, alias => Assert.NotNull(alias.Properties["FunctionVersion"]!["Fn::GetAtt"]));
        Assert.Equal(Hooks.Count(), called.Distinct(StringComparer.Ordinal).Count());
        Assert.All(called, reference => Assert.Contains("Live", reference, StringComparison.Ordinal));

        // the reference that follows the name of the parameter
        static IEnumerable<string> Called(JsonArray content) => content.Zip(content.Skip(1))
            .Where(pair => pair.First is JsonValue text && ((string)text!).EndsWith("\"LambdaFunctionARN\":\"", StringComparison.Ordinal))
            .Select(pair => pair.Second!.ToJsonString());
    }

    [Theory]
    [InlineData("AWS::Connect::IntegrationAssociation", 3)]
    [InlineData("AWS::Connect::ContactFlow", 1)]
    [InlineData("AWS::Connect::ContactFlowModule", 2)]
    public void Amazon_Connect_is_asked_for_one_thing_after_the_other(string type, int first)
    {
        var resources = Template["Resources"]!.AsObject().Where(resource => (string?)resource.Value!["Type"] == type).ToArray();
        var waiting = resources.Count(resource => (resource.Value!["DependsOn"] as JsonArray ?? [])
            .Select(before => (string?)Template["Resources"]![(string)before!]!["Type"])
            .Any(before => before == type || before == "AWS::Connect::ContactFlowModule"));

        // the bot, what stands on the hook of surveys, and what comes first of all
        Assert.InRange(resources.Length - waiting, 0, first);
    }

    [Fact]
    public void Replicated_flows_name_the_Region_that_serves_the_contact()
    {
        var contents = Synthesis.WithoutExtras["cc-prod-flows"].Resources("AWS::Connect::ContactFlowModule")
            .Select(module => module.Properties["Content"]!.ToJsonString())
            .ToArray();

        Assert.NotEmpty(contents);
        Assert.All(
            contents,
            content => Assert.Contains(":lambda:$.AwsRegion:123456789012:function:cc-prod-", content, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_can_be_reserved_nothing_is() =>
        Assert.All(
            Synthesis.WithoutExtras.Values.SelectMany(template => template.Resources("AWS::Lambda::Function")),
            function => Assert.False(function.Properties.ContainsKey("ReservedConcurrentExecutions")));

    [Fact]
    public void Every_hook_has_copies_of_its_own_that_nobody_else_can_take()
    {
        var functions = Templates.OfType("AWS::Lambda::Function")
            .Where(function => !function.Stack.Contains("-standby-", StringComparison.Ordinal))
            .ToDictionary(function => function.Properties["FunctionName"]!.ToString(), StringComparer.Ordinal);

        Assert.All(
            Hooks,
            hook =>
                Assert
                    .NotNull(functions[DeploymentNames.Of(Synthesis.Sample()).Function(hook)].Properties["ReservedConcurrentExecutions"]));
    }

    [Fact]
    public void Every_module_waits_for_the_association_of_its_hook()
    {
        var modules = Template["Resources"]!.AsObject()
            .Where(resource => (string?)resource.Value!["Type"] == "AWS::Connect::ContactFlowModule")
            .ToList();

        Assert.NotEmpty(modules);
        Assert.All(
            modules,
            module =>
                Assert.Contains(
                    module.Value!["DependsOn"]!.AsArray(), id => ((string)id!).EndsWith("Association", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_bot_is_associated_with_the_instance_before_a_flow_lets_it_listen()
    {
        var bot = Assert.Single(Associations("LEX_BOT"));

        var flows = Template["Resources"]!.AsObject().Select(resource => resource.Value!)
            .Where(resource =>
                (string?)resource["Type"] == "AWS::Connect::ContactFlow"
                    && resource["Properties"]!["Content"]!.ToJsonString().Contains(
                        "ConnectParticipantWithLexBot", StringComparison.Ordinal))
            .ToList();

        Assert.Contains(":bot-alias/", (string?)bot.Properties["IntegrationArn"], StringComparison.Ordinal);
        Assert.NotEmpty(flows);
        Assert.All(flows, flow => Assert.Contains(flow["DependsOn"]!.AsArray(), id => (string?)id == bot.Id));
    }

    [Fact]
    public void A_bot_that_the_instance_knows_already_is_left_alone()
    {
        var stack = Synthesis.WithoutExtras["cc-prod-flows"];

        Assert.DoesNotContain("LEX_BOT", stack.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_Contact_Lens_is_off_a_hook_follows_the_sentiment()
    {
        var stack = Synthesis.WithoutExtras["cc-prod-flows"];

        var function = stack.Resources("AWS::Lambda::Function").Single(one =>
            (string?)one.Properties["FunctionName"] == "cc-prod-track-mood");
        Assert.Equal("TrackSentiment", (string?)function.Properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]);
        Assert.NotNull(function.Properties["Environment"]!["Variables"]!["CONTACTS_TABLE"]);
        Assert.Contains(
            stack.Resources("AWS::Connect::ContactFlowModule"), module => (string?)module.Properties["Name"] == "cc-prod-track-mood");
        Assert.DoesNotContain("track-mood", Template.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_flow_is_deployed_under_its_name()
    {
        var names = Templates.OfType("AWS::Connect::ContactFlow")
            .Select(flow => (string)flow.Properties["Name"]!)
            .Order(StringComparer.Ordinal);

        Assert.Equal(SystemFlows.All.Select(DeploymentNames.Of(Synthesis.Sample()).Flow).Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void Customers_who_wait_have_a_flow_of_that_type() =>
        Assert.Equal(
            ["CUSTOMER_QUEUE"],
            Template.Resources("AWS::Connect::ContactFlow")
                .Select(flow => (string)flow.Properties["Type"]!)
                .Where(type => type != "CONTACT_FLOW"));

    [Fact]
    public void A_module_declares_what_it_is_told()
    {
        var classify = Template.Resources("AWS::Connect::ContactFlowModule").Single(module =>
            ((string)module.Properties["Name"]!).EndsWith("classify-contact", StringComparison.Ordinal));

        var contract = JsonNode.Parse((string)classify.Properties["Settings"]!)!;

        Assert.Equal(
            ["text", "body", "intent", "digits", "menu"],
            contract["input"]!["schema"]!["properties"]!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public void Skills_and_languages_of_the_routing_are_attributes_of_the_instance() =>
        Assert.Equal(
            ["Language", "Skill"],
            Template.Resources("AWS::Connect::PredefinedAttribute")
                .Select(attribute => (string)attribute.Properties["Name"]!)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Tasks_of_incidents_run_through_the_flow_of_incidents()
    {
        var delivery = Synthesis.Stack("incidents").Resources("AWS::Lambda::Function")
            .Single(function => (string?)function.Properties["FunctionName"] == "cc-prod-deliver-effects");

        var flow = delivery.Properties["Environment"]!["Variables"]!["TASK_FLOW_ID"]!.ToJsonString();

        Assert.Contains("IncidentTaskincident", flow, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_flows_in_the_configuration_only_the_hooks_are_deployed()
    {
        var stack = Synthesis.ManyQueuesWithoutFlows["cc-prod-flows"];

        Assert.Empty(stack.Resources("AWS::Connect::ContactFlow"));
        Assert.NotEmpty(stack.Resources("AWS::Connect::IntegrationAssociation"));
    }

    [Fact]
    public void Modules_are_deployed_without_flows_of_contacts_where_the_configuration_says_so()
    {
        var flows = ModulesAlone.Value.Values.SelectMany(static stack => stack.Resources("AWS::Connect::ContactFlow"));

        Assert.Equal(
            ["cc-prod-agent-report", "cc-prod-incident"], flows.Select(static flow => (string?)flow.Properties["Name"]).Order());
        Assert.Equal(Modules(Synthesis.Equipped["cc-prod-flows"]), Modules(ModulesAlone.Value["cc-prod-flows"]));

        static IEnumerable<string?> Modules(JsonObject template) =>
            template.Resources("AWS::Connect::ContactFlowModule").Select(module => (string?)module.Properties["Name"]).Order();
    }

    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> ModulesAlone = new(static () =>
    {
        var sample = Synthesis.Sample();
        return Synthesis.Of(sample with
        {
            Flows = sample.Flows! with { AgentReports = new(), ModulesOnly = true },
            Dialogues = FlowSamples.Dialogues,
            Queues = [sample.Queues[0]],
            Tables = [],
            RoutingProfiles = [],
        });
    });

    private static List<(string Id, JsonObject Properties)> Associations(string type) =>
        [
            .. Template.Resources("AWS::Connect::IntegrationAssociation").Where(association =>
                (string?)association.Properties["IntegrationType"] == type)
        ];

    /// <summary>What a function may do of a service, in order.</summary>
    private static IEnumerable<string> Rights(JsonObject template, string function, string service) =>
        template.Resources("AWS::IAM::Policy").Concat(template.Resources("AWS::IAM::Role"))
            .Where(policy => policy.Id.Contains(function, StringComparison.OrdinalIgnoreCase))
            .SelectMany(static policy => policy.Properties["PolicyDocument"]?["Statement"]?.AsArray() ?? [])
            .SelectMany(static statement => statement!["Action"] is JsonArray several
                ? several.Select(static action => (string)action!)
                : [(string)statement["Action"]!])
            .Where(action => action.StartsWith(service, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
