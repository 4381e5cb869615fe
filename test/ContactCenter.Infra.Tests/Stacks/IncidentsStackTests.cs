using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class IncidentsStackTests
{
    private static readonly JsonObject Stack = Synthesis.Stack("incidents");

    [Fact]
    public void Table_has_the_keys_the_index_and_the_time_to_live_that_the_store_writes()
    {
        var (_, table) = Stack.Resources("AWS::DynamoDB::Table").Single();

        Assert.Equal(["pk", "sk"], table["KeySchema"]!.AsArray().Select(key => (string?)key!["AttributeName"]));
        var index = table["GlobalSecondaryIndexes"]!.AsArray().Single()!;
        Assert.Equal(["dueIn", "nextDueAt"], index["KeySchema"]!.AsArray().Select(key => (string?)key!["AttributeName"]));
        Assert.Equal("""{"NonKeyAttributes":["id"],"ProjectionType":"INCLUDE"}""", index["Projection"]!.ToJsonString());
        Assert.Equal("expiresAt", (string?)table["TimeToLiveSpecification"]!["AttributeName"]);
    }

    [Theory]
    [InlineData("cc-prod-deliver-effects")]
    [InlineData("cc-prod-advance-escalations")]
    public void Who_delivers_knows_the_dashboard_that_is_deployed_and_the_flow_of_tasks(string function)
    {
        var variables = Stack.Resources("AWS::Lambda::Function").Single(each =>
            (string?)each.Properties["FunctionName"] == function).Properties["Environment"]!["Variables"]!;
        var dashboards = Synthesis.Stack("observability")
            .Resources("AWS::CloudWatch::Dashboard")
            .Select(dashboard => (string)dashboard.Properties["DashboardName"]!);

        Assert.Contains(((string)variables["DASHBOARD_URL"]!).Split('/')[^1], dashboards);
        Assert.NotNull(variables["TASK_FLOW_ID"]);
    }

    [Fact]
    public void Table_outlives_the_stack_and_can_be_restored()
    {
        var (id, table) = Stack.Resources("AWS::DynamoDB::Table").Single();

        Assert.Equal("RetainExceptOnCreate", (string?)Stack["Resources"]![id]!["DeletionPolicy"]);
        Assert.True((bool?)table["DeletionProtectionEnabled"]);
        Assert.True((bool?)table["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]);
    }

    [Fact]
    public void Effects_and_nothing_else_are_brought_by_the_stream_with_bounded_retries()
    {
        var mapping = MappingOf("DeliverEffects");

        Assert.Equal(
            """{"eventName":["INSERT"],"dynamodb":{"NewImage":{"kind":{"S":["effect"]}}}}""",
            (string?)mapping["FilterCriteria"]!["Filters"]![0]!["Pattern"]);
        Assert.Equal("ReportBatchItemFailures", (string?)mapping["FunctionResponseTypes"]![0]);
        Assert.True((bool?)mapping["BisectBatchOnFunctionError"]);
        Assert.InRange((int)mapping["MaximumRetryAttempts"]!, 1, 10);
        Assert.NotNull(mapping["DestinationConfig"]!["OnFailure"]);
    }

    [Fact]
    public void The_history_is_brought_what_it_is_made_from_and_tries_for_hours()
    {
        var mapping = MappingOf("KeepHistory");

        Assert.Equal(
            [
                """{"eventName":["INSERT","MODIFY"],"dynamodb":{"NewImage":{"kind":{"S":["correlation","incident"]}}}}""",
                """{"eventName":["INSERT","MODIFY"],"dynamodb":{"NewImage":{"kind":{"S":["effect"]},"doneAt":{"N":[{"exists":true}]}}}}""",
            ],
            mapping["FilterCriteria"]!["Filters"]!.AsArray().Select(static filter => (string?)filter!["Pattern"]));
        Assert.Equal("ReportBatchItemFailures", (string?)mapping["FunctionResponseTypes"]![0]);
        Assert.True((bool?)mapping["BisectBatchOnFunctionError"]);
        Assert.NotNull(mapping["DestinationConfig"]!["OnFailure"]);
    }

    [Fact]
    public void The_history_may_look_and_write_and_neither_delete_nor_tell_anybody()
    {
        var allowed = Stack.Resources("AWS::IAM::Policy")
            .Where(static policy => policy.Id.StartsWith("KeepHistory", StringComparison.Ordinal))
            .Select(static policy => policy.Properties.ToJsonString())
            .ToList();

        Assert.NotEmpty(allowed);
        Assert.All(allowed, static policy =>
        {
            Assert.DoesNotContain("dynamodb:DeleteItem", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("sns:", policy, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_mail_address_and_phone_number_gets_only_what_is_addressed_to_it()
    {
        var people = Stack.Resources("AWS::SNS::Subscription")
            .Where(each => (string?)each.Properties["Protocol"] is "email" or "sms")
            .ToList();

        var endpoints = DeploymentNames.AudiencesWithTopic(Synthesis.Sample())
            .SelectMany(audience => audience.Endpoints)
            .Select(endpoint => endpoint.To);
        Assert.Equal(endpoints.Order(), people.Select(each => (string)each.Properties["Endpoint"]!).Order());
        Assert.All(people, each => Assert.Equal(
            $"{each.Properties["Protocol"]}:{each.Properties["Endpoint"]}", (string?)each.Properties["FilterPolicy"]!["endpoint"]![0]));
    }

    [Fact]
    public void Access_log_holds_no_path_because_that_of_a_link_is_its_signature()
    {
        var (_, stage) = Stack.Resources("AWS::ApiGatewayV2::Stage").Single();

        Assert.DoesNotContain("path", (string)stage["AccessLogSettings"]!["Format"]!, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(stage["DefaultRouteSettings"]!["ThrottlingRateLimit"]);
        Assert.Equal(
            Stack.Resources("AWS::ApiGatewayV2::Route").Select(static route => (string)route.Properties["RouteKey"]!).Order(),
            stage["RouteSettings"]!.AsObject().Where(static route => route.Value!["ThrottlingRateLimit"] is not null)
                .Select(static route => route.Key).Order());
    }

    [Fact]
    public void Key_of_links_is_generated_and_stands_in_no_template()
    {
        var (_, secret) = Stack.Resources("AWS::SecretsManager::Secret").Single();

        Assert.Equal("current", (string?)secret["GenerateSecretString"]!["GenerateStringKey"]);
        Assert.Null(secret["SecretString"]);
    }

    [Fact]
    public void Functions_that_need_no_secret_may_read_none()
    {
        var policies = Stack.Resources("AWS::IAM::Policy")
            .Where(policy => policy.Id.StartsWith("TriageAlarm", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(policies);
        Assert.All(policies, policy => Assert.DoesNotContain("secretsmanager", policy.Properties.ToJsonString(), StringComparison.Ordinal));
    }

    private static JsonObject MappingOf(string function) => Stack.Resources("AWS::Lambda::EventSourceMapping")
        .Single(mapping => mapping.Properties["FunctionName"]!.ToJsonString().Contains(function, StringComparison.Ordinal)).Properties;

    [Fact]
    public void Who_is_called_is_called_through_one_flow_and_answers_through_one_hook()
    {
        var stack = Called;
        var flow = stack.Resources("AWS::Connect::ContactFlow").Single(static each =>
            ((string?)each.Properties["Name"])?.EndsWith("-call", StringComparison.Ordinal) == true);
        var module = stack.Resources("AWS::Connect::ContactFlowModule").Single();
        var delivers = Policies(stack)
            .Where(static policy => policy.Contains("StartOutboundVoiceContact", StringComparison.Ordinal))
            .ToArray();

        Assert.Equal("cc-prod-answer-call", (string?)module.Properties["Name"]);
        Assert.Equal(2, delivers.Length);
        Assert.All(delivers, policy =>
        {
            var statement = JsonNode.Parse(policy)!["Statement"]!.AsArray().Single(one =>
                one!["Action"]!.ToJsonString().Contains("StartOutboundVoiceContact", StringComparison.Ordinal))!;
            Assert.Equal("\"connect:StartOutboundVoiceContact\"", statement["Action"]!.ToJsonString());
            var resources = statement["Resource"]!.ToJsonString();
            Assert.Contains($"{Synthesis.Sample().Instance.Arn}/contact/*", resources, StringComparison.Ordinal);
            Assert.Contains(flow.Id, resources, StringComparison.Ordinal);
            Assert.DoesNotContain("\"*\"", resources, StringComparison.Ordinal);
        });
        Assert.Contains(
            """{"eventName":["MODIFY"],"dynamodb":{"NewImage":{"kind":{"S":["effect"]},"hastenedAt":{"N":[{"exists":true}]}}}}""",
            stack.Resources("AWS::Lambda::EventSourceMapping").SelectMany(static mapping =>
                mapping.Properties["FilterCriteria"]!["Filters"]!.AsArray().Select(static filter => (string?)filter!["Pattern"])));
    }

    [Fact]
    public void The_end_of_calls_that_were_placed_through_the_API_is_listened_to_and_nothing_else()
    {
        var pattern = Called.Resources("AWS::Events::Rule")
            .Single(static each => (string?)each.Properties["Name"] == "cc-prod-calls-over").Properties["EventPattern"]!;

        Assert.Equal("""["aws.connect"]""", pattern["source"]!.ToJsonString());
        Assert.Equal("""["Amazon Connect Contact Event","Connect Customer Contact Event"]""", pattern["detail-type"]!.ToJsonString());
        Assert.Equal(Synthesis.Sample().Instance.Arn, (string?)pattern["detail"]!["instanceArn"]![0]);
        Assert.Equal(
            ["DISCONNECTED", "API", "VOICE"],
            new[] { "eventType", "initiationMethod", "channel" }.Select(field => (string?)pattern["detail"]![field]![0]));
    }

    [Fact]
    public void Without_calls_nothing_of_them_is_deployed()
    {
        Assert.DoesNotContain("answer-call", Stack.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("StartOutboundVoiceContact", Stack.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonObject Called => Synthesis.Equipped["cc-prod-incidents"];

    private static IEnumerable<string> Policies(JsonObject stack) => stack.Resources("AWS::IAM::Policy")
        .Select(static policy => policy.Properties["PolicyDocument"]!.ToJsonString());
}
