using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// What the emulator's CloudFormation passes over is made from the templates through the services, and is then there as the template has
/// it.
/// </summary>
[Collection(DeployedSample.OneByOne)]
public sealed partial class PassedOverTests(DeployedSample sample) : IAsyncLifetime
{
    /// <summary>What the tests below make.</summary>
    private static readonly string[] Made =
    [
        "AWS::ApiGatewayV2::Integration", "AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Stage", "AWS::CloudTrail::Trail",
        "AWS::CloudWatch::Alarm",
        "AWS::Lambda::Alias", "AWS::Lambda::EventInvokeConfig", "AWS::Logs::MetricFilter", "AWS::S3::BucketPolicy", "AWS::Scheduler::Schedule",
        "AWS::SNS::Subscription",
        "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy",
    ];

    private PassedOver _passedOver = null!;

    public async ValueTask InitializeAsync()
    {
        await sample.RequireAsync();
        _passedOver = new PassedOver(sample.Account, sample.Assembly, await sample.StacksAsync());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_the_emulator_cannot_make_is_named_on_the_page_about_deployment()
    {
        var deployed = (await sample.StacksAsync()).Types;
        var missing = Templates.Resources.Select(resource => resource.Type)
            .Distinct()
            .Except([.. deployed, .. Made, .. EmulatorGaps.Filled]);
        var page = await File.ReadAllTextAsync(Repository.File("docs", "design", "deployment.md"), TestContext.Current.CancellationToken);
        var named = ResourceType().Matches(page).Select(match => match.Value).Distinct();

        Assert.Equal(missing.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_alarm_of_every_stack()
    {
        using var api = new ServiceApi(sample.Account);
        var asked = _passedOver.OfType("AWS::CloudWatch::Alarm");
        foreach (var (_, _, alarm) in asked)
        {
            await api.PutMetricAlarmAsync(alarm);
        }

        var kept = (await sample.Account.AwsAsync("cloudwatch", "describe-alarms"))["MetricAlarms"]!.AsArray().ToDictionary(
            alarm => (string)alarm!["AlarmName"]!, StringComparer.Ordinal);

        Assert.Equal(asked.Length, kept.Count);
        Assert.All(asked, alarm => PassedOver.AssertKept(alarm.Id, Told(alarm.Asked), kept[(string)alarm.Asked["AlarmName"]!]));
    }

    [Fact]
    public async Task Every_filter_that_counts_in_a_log()
    {
        // the log of contact flows is Amazon Connect's
        await sample.Account.AwsAsync("logs", "create-log-group", "--log-group-name", Synthesis.Sample().Instance.FlowLogGroup);
        using var api = new ServiceApi(sample.Account);
        foreach (var (_, id, filter) in _passedOver.OfType("AWS::Logs::MetricFilter"))
        {
            await api.PutMetricFilterAsync(Filter(id, filter));
        }

        var kept = (await sample.Account.AwsAsync("logs", "describe-metric-filters"))["metricFilters"]!.AsArray().ToDictionary(
            filter => (string)filter!["filterName"]!, StringComparer.Ordinal);

        Assert.All(
            _passedOver.OfType("AWS::Logs::MetricFilter"),
            filter => PassedOver.AssertKept(filter.Id, Filter(filter.Id, filter.Asked), kept[filter.Id]));
    }

    [Fact]
    public async Task Every_schedule_with_its_role_and_its_dead_letters() =>
        await _passedOver.ForEachAsync("AWS::Scheduler::Schedule", async (_, id, schedule) =>
        {
            await _passedOver.CallAsync("scheduler", "create-schedule", schedule);
            PassedOver.AssertKept(
                id, schedule, await sample.Account.AwsAsync("scheduler", "get-schedule", "--name", (string)schedule["Name"]!));
        });

    /// <summary>The emulator would call functions at each later publication, which it cannot, so their subscriptions do not stay.</summary>
    [Fact]
    public async Task Every_subscription_with_its_filter_and_its_dead_letters() =>
        await _passedOver.ForEachAsync("AWS::SNS::Subscription", async (_, id, subscription) =>
        {
            var attributes = PassedOver.Request(
                subscription,
                ("FilterPolicy", "FilterPolicy"),
                ("FilterPolicyScope", "FilterPolicyScope"),
                ("RedrivePolicy", "RedrivePolicy"));
            var texts = new JsonObject(attributes.Select(attribute =>
                KeyValuePair.Create(attribute.Key, (JsonNode?)Text(attribute.Value!))));
            var request = PassedOver.Request(subscription, ("TopicArn", "TopicArn"), ("Protocol", "Protocol"), ("Endpoint", "Endpoint"));
            request["Attributes"] = texts.DeepClone();
            request["ReturnSubscriptionArn"] = true;
            var arn = (string)(await _passedOver.CallAsync("sns", "subscribe", request))["SubscriptionArn"]!;
            var kept = (await sample.Account.AwsAsync("sns", "get-subscription-attributes", "--subscription-arn", arn))["Attributes"];
            if ((string?)subscription["Protocol"] == "lambda")
            {
                await sample.Account.AwsAsync("sns", "unsubscribe", "--subscription-arn", arn);
            }

            texts["TopicArn"] = subscription["TopicArn"]!.DeepClone();
            PassedOver.AssertKept(id, texts, kept);
        });

    [Fact]
    public async Task The_alias_of_every_hook_with_the_right_of_the_instance_to_call_it()
    {
        await _passedOver.ForEachAsync("AWS::Lambda::Alias", async (_, id, alias) =>
        {
            var made = await _passedOver.CallAsync("lambda", "create-alias", alias);
            PassedOver.AssertKept(id, PassedOver.Request(alias, ("FunctionVersion", "FunctionVersion"), ("Name", "Name")), made);
        });
        var stacks = await sample.StacksAsync();
        foreach (var (stack, id, right) in sample.Assembly.LeftOut.Where(static each => each.Properties["Principal"] is not null))
        {
            var request = PassedOver.Request(
                right, ("Action", "Action"), ("Principal", "Principal"), ("SourceArn", "SourceArn"), ("SourceAccount", "SourceAccount"));
            var called = stacks.Text(stack, right["FunctionName"]!);
            request["FunctionName"] = called[..called.LastIndexOf(':')];
            request["Qualifier"] = called[(called.LastIndexOf(':') + 1)..];
            request["StatementId"] = id;
            await _passedOver.CallAsync("lambda", "add-permission", request);
            var policy = await sample.Account.AwsAsync(
                "lambda", "get-policy", "--function-name", (string)request["FunctionName"]!, "--qualifier", (string)request["Qualifier"]!);

            Assert.Contains($"{called}\"", (string)policy["Policy"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_API_with_each_route_to_its_function()
    {
        var stacks = await sample.StacksAsync();
        await _passedOver.ForEachAsync("AWS::ApiGatewayV2::Integration", async (stack, id, integration) =>
        {
            var made = await _passedOver.CallAsync("apigatewayv2", "create-integration", integration);
            PassedOver.AssertKept(
                id,
                PassedOver.Request(
                    integration,
                    ("IntegrationUri", "IntegrationUri"),
                    ("IntegrationType", "IntegrationType"),
                    ("PayloadFormatVersion", "PayloadFormatVersion")),
                made);
            stacks.Know(stack, id, "AWS::ApiGatewayV2::Integration", (string)made["IntegrationId"]!);
        });
        await _passedOver.ForEachAsync(
            "AWS::ApiGatewayV2::Route", (_, _, route) => _passedOver.CallAsync("apigatewayv2", "create-route", route));
        var (_, name, stage) = Assert.Single(_passedOver.OfType("AWS::ApiGatewayV2::Stage"));
        PassedOver.AssertKept(
            name,
            PassedOver.Request(
                stage,
                ("StageName", "StageName"),
                ("DefaultRouteSettings", "DefaultRouteSettings"),
                ("AccessLogSettings", "AccessLogSettings")),
            await _passedOver.CallAsync("apigatewayv2", "create-stage", stage));

        var api = (string)stage["ApiId"]!;
        var functions = (await sample.Account.AwsAsync("apigatewayv2", "get-integrations", "--api-id", api))["Items"]!.AsArray()
            .ToDictionary(
                integration => $"integrations/{integration!["IntegrationId"]}",
                integration => ((string)integration!["IntegrationUri"]!).Split(':')[^1],
                StringComparer.Ordinal);
        var routes = (await sample.Account.AwsAsync("apigatewayv2", "get-routes", "--api-id", api))["Items"]!.AsArray()
            .ToDictionary(route => (string)route!["RouteKey"]!, route => functions[(string)route!["Target"]!], StringComparer.Ordinal);

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["GET /a/{link}"] = "cc-prod-answer-link",
                ["POST /a/{link}"] = "cc-prod-answer-link",
                ["POST /slack"] = "cc-prod-answer-slack"
            },
                routes);
    }

    [Fact]
    public async Task The_trail_records_changes_of_every_Region_into_its_bucket()
    {
        var (_, id, trail) = Assert.Single(_passedOver.OfType("AWS::CloudTrail::Trail"));
        var name = (string)trail["TrailName"]!;
        var request = PassedOver.Request(
            trail,
            ("TrailName", "Name"), ("S3BucketName", "S3BucketName"), ("IncludeGlobalServiceEvents", "IncludeGlobalServiceEvents"),
            ("IsMultiRegionTrail", "IsMultiRegionTrail"),
            ("EnableLogFileValidation", "EnableLogFileValidation"), ("CloudWatchLogsLogGroupArn", "CloudWatchLogsLogGroupArn"),
            ("CloudWatchLogsRoleArn", "CloudWatchLogsRoleArn"));
        await _passedOver.CallAsync("cloudtrail", "create-trail", request);
        await _passedOver.CallAsync(
            "cloudtrail", "put-event-selectors", new() { ["TrailName"] = name, ["EventSelectors"] = trail["EventSelectors"]!.DeepClone() });
        await sample.Account.AwsAsync("cloudtrail", "start-logging", "--name", name);

        var kept = (await sample.Account.AwsAsync("cloudtrail", "describe-trails"))["trailList"]!.AsArray().Single()!;
        var selectors = await sample.Account.AwsAsync("cloudtrail", "get-event-selectors", "--trail-name", name);
        var status = await sample.Account.AwsAsync("cloudtrail", "get-trail-status", "--name", name);

        request.Remove("EnableLogFileValidation");
        request["LogFileValidationEnabled"] = trail["EnableLogFileValidation"]!.DeepClone();
        PassedOver.AssertKept(id, request, kept);
        PassedOver.AssertKept(id, trail["EventSelectors"], selectors["EventSelectors"]);
        Assert.True((bool?)status["IsLogging"]);
    }

    [Fact]
    public async Task Every_function_that_is_called_asynchronously_has_its_destination() =>
        await _passedOver.ForEachAsync("AWS::Lambda::EventInvokeConfig", async (_, id, settings) =>
        {
            var request = PassedOver.Request(
                settings,
                ("FunctionName", "FunctionName"), ("MaximumEventAgeInSeconds", "MaximumEventAgeInSeconds"),
                ("MaximumRetryAttempts", "MaximumRetryAttempts"), ("DestinationConfig", "DestinationConfig"));
            await _passedOver.CallAsync("lambda", "put-function-event-invoke-config", request);
            var kept = await sample.Account.AwsAsync(
                "lambda", "get-function-event-invoke-config", "--function-name", (string)settings["FunctionName"]!);

            request.Remove("FunctionName");
            PassedOver.AssertKept(id, request, kept);
        });

    [Fact]
    public async Task Every_policy_of_a_queue()
    {
        using var api = new ServiceApi(sample.Account);
        await _passedOver.ForEachAsync("AWS::SQS::QueuePolicy", async (_, id, policy) =>
        {
            var queue = (string)policy["Queues"]!.AsArray().Single()!;
            await api.SetQueueAttributesAsync(new()
            {
                ["QueueUrl"] = queue,
                ["Attributes"] = new JsonObject { ["Policy"] = policy["PolicyDocument"]!.ToJsonString() }
            });
            var kept = await sample.Account.AwsAsync("sqs", "get-queue-attributes", "--queue-url", queue, "--attribute-names", "Policy");

            PassedOver.AssertKept(id, policy["PolicyDocument"], JsonNode.Parse((string)kept["Attributes"]!["Policy"]!));
        });
    }

    [Fact]
    public async Task Every_policy_of_a_topic() =>
        await _passedOver.ForEachAsync("AWS::SNS::TopicPolicy", async (_, id, policy) =>
        {
            var topic = (string)policy["Topics"]!.AsArray().Single()!;
            await sample.Account.AwsAsync(
                "sns",
                "set-topic-attributes",
                "--topic-arn",
                topic,
                "--attribute-name",
                "Policy",
                "--attribute-value",
                policy["PolicyDocument"]!.ToJsonString());
            var kept = await sample.Account.AwsAsync("sns", "get-topic-attributes", "--topic-arn", topic);

            PassedOver.AssertKept(id, policy["PolicyDocument"], JsonNode.Parse((string)kept["Attributes"]!["Policy"]!));
        });

    [Fact]
    public async Task Every_policy_of_a_bucket() =>
        await _passedOver.ForEachAsync("AWS::S3::BucketPolicy", async (_, id, policy) =>
        {
            var bucket = (string)policy["Bucket"]!;
            await _passedOver.CallAsync(
                "s3api", "put-bucket-policy", new() { ["Bucket"] = bucket, ["Policy"] = policy["PolicyDocument"]!.ToJsonString() });
            var kept = await sample.Account.AwsAsync("s3api", "get-bucket-policy", "--bucket", bucket);

            PassedOver.AssertKept(id, policy["PolicyDocument"], JsonNode.Parse((string)kept["Policy"]!));
        });

    /// <summary>Policies are attributes, and attributes are texts.</summary>
    private static string Text(JsonNode value) => value is JsonValue ? value.ToString() : value.ToJsonString();

    private static JsonObject Filter(string id, JsonObject filter)
    {
        var request = PassedOver.Small(filter);
        request["filterName"] = id;
        return request;
    }

    /// <summary>Tags are told by another call.</summary>
    private static JsonObject Told(JsonObject alarm)
    {
        var told = alarm.DeepClone().AsObject();
        told.Remove("Tags");
        return told;
    }

    [GeneratedRegex("AWS::[A-Za-z0-9]+::[A-Za-z]+|Custom::[A-Za-z]+")]
    private static partial Regex ResourceType();
}
