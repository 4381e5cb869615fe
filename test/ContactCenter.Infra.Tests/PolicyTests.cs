using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ContactCenter.Infra.Tests;

/// <summary>Least privilege, no secrets, tags: what holds for every stack, whoever adds it.</summary>
public sealed partial class PolicyTests
{
    /// <summary>Actions that AWS grants on every resource or not at all, each with the reason (Service Authorization Reference).</summary>
    private static readonly Dictionary<string, string> OnEveryResource = new(StringComparer.Ordinal)
    {
        ["xray:PutTraceSegments"] = "X-Ray has no resource for traces",
        ["xray:PutTelemetryRecords"] = "X-Ray has no resource for traces",
        ["dynamodb:ListStreams"] = "what reads a stream asks for it by its table; the list itself is no resource",
        ["dynamodb:DescribeLimits"] = "the quotas of the account are no resource",
        ["cloudwatch:ListMetrics"] = "CloudWatch has no resource for metrics",
        ["ds:DescribeDirectories"] = "Amazon Connect asks the directory of an instance in its caller's name, and names no resource",
        ["servicequotas:ListServiceQuotas"] = "Service Quotas lists by service, not by resource",
        ["sns:GetSMSAttributes"] = "the settings of text messages are of the account and no resource",
        ["sns:GetSMSSandboxAccountStatus"] = "the settings of text messages are of the account and no resource",
        ["sns:ListPhoneNumbersOptedOut"] = "the settings of text messages are of the account and no resource",
        ["cloudwatch:GetMetricData"] = "CloudWatch has no resource for metrics",
        ["application-autoscaling:DescribeScalableTargets"] = "Application Auto Scaling lists by service, not by resource",
        ["lambda:GetAccountSettings"] = "the quotas of the account are no resource",
        ["lambda:ListEventSourceMappings"] = "Lambda lists by function, not by resource",
        ["polly:SynthesizeSpeech"] = "a voice of Amazon Polly is no resource",
        ["support:CreateCase"] = "AWS Support has no resources",
        ["support:DescribeCases"] = "AWS Support has no resources",
    };

    /// <summary>Actions on all resources of a kind, each with the reason why none of them can be named.</summary>
    private static readonly Dictionary<string, string> OnEveryResourceOfAKind = new(StringComparer.Ordinal)
    {
        ["cloudwatch:PutMetricAlarm"] = "below the one prefix; people may set the threshold of any alarm of the deployment",
        ["connect:GetCurrentMetricData"] = "within the one instance; queues that come later are measured too",
        ["connect:GetMetricDataV2"] = "within the one instance; queues that come later are measured too",
        ["connect:ListContactFlows"] = "within the one instance; Amazon Connect asks for the right on what it lists",
        ["connect:ListQueues"] = "within the one instance; Amazon Connect asks for the right on what it lists",
        ["connect:ListRoutingProfiles"] = "within the one instance; Amazon Connect asks for the right on what it lists",
        ["connect:StartTaskContact"] = "within the one instance; the contact is made by the call",
        ["s3:GetObject"] = "below the one prefix; models get their keys when they are trained",
        ["s3:PutObject"] = "below the one prefix; models get their keys when they are trained",
        ["s3:DeleteObject"] = "below the one prefix; models get their keys when they are trained",
    };

    /// <summary>
    /// Types that CloudFormation takes no tags for, or that the CDK gives none of its own accord because they belong to another resource.
    /// </summary>
    private static readonly HashSet<string> Untaggable = new(StringComparer.Ordinal)
    {
        "AWS::ApiGatewayV2::Integration", "AWS::ApiGatewayV2::Route",
        "AWS::CloudWatch::AnomalyDetector", "AWS::CloudWatch::CompositeAlarm", "AWS::CloudWatch::Dashboard",
        "AWS::Connect::IntegrationAssociation", "AWS::Connect::PredefinedAttribute",
        "AWS::Events::Rule", "AWS::IAM::ManagedPolicy", "AWS::IAM::Policy", "AWS::KMS::Alias",
        "AWS::Lambda::Alias", "AWS::Lambda::EventInvokeConfig", "AWS::Lambda::LayerVersion", "AWS::Lambda::Permission", "AWS::Lambda::Version",
        "AWS::Logs::MetricFilter", "AWS::Logs::QueryDefinition", "AWS::Logs::ResourcePolicy",
        "AWS::S3::BucketPolicy", "AWS::Scheduler::Schedule", "AWS::SNS::Subscription", "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy",
    };

    [Fact]
    public void Nothing_is_allowed_on_every_resource_without_a_reason()
    {
        var wide = Statements()
            .Where(statement => Texts(statement.Statement["Resource"]).Any(resource => resource == "*"))
            .SelectMany(statement => Texts(statement.Statement["Action"]), (statement, action) => (statement.Resource, Action: action))
            .Where(pair => !OnEveryResource.ContainsKey(pair.Action))
            .Select(pair => $"{pair.Resource} allows {pair.Action} on *");

        Assert.Empty(wide);
    }

    [Fact]
    public void All_resources_of_a_kind_are_allowed_only_under_a_condition_or_for_a_reason()
    {
        var wide = Statements()
            .Where(statement =>
                statement.Statement["Condition"] is null
                    && Ends(statement.Statement["Resource"]).Any(end => end.EndsWith("/*", StringComparison.Ordinal)))
            .SelectMany(statement => Texts(statement.Statement["Action"]), (statement, action) => (statement.Resource, Action: action))
            .Where(pair => !OnEveryResourceOfAKind.ContainsKey(pair.Action))
            .Select(pair => $"{pair.Resource} allows {pair.Action} on all resources of a kind");

        Assert.Empty(wide);
    }

    [Fact]
    public void No_statement_allows_a_service_whole()
    {
        var wide = Statements()
            .SelectMany(statement => Texts(statement.Statement["Action"]), (statement, action) => (statement.Resource, Action: action))
            .Where(pair => pair.Action == "*" || pair.Action.EndsWith(":*", StringComparison.Ordinal))
            .Select(pair => $"{pair.Resource} allows {pair.Action}");

        Assert.Empty(wide);
    }

    [Fact]
    public void No_environment_holds_a_secret()
    {
        var secrets =
            from function in Templates.OfType("AWS::Lambda::Function")
            from variable in function.Properties["Environment"]?["Variables"]?.AsObject() ?? []
            where !variable.Key.EndsWith("_ARN", StringComparison.Ordinal) && !OfTheSecretsExtension().IsMatch(variable.Key)
            where SecretName().IsMatch(variable.Key) || (variable.Value is JsonValue value && SecretValue().IsMatch(value.ToString()))
            select $"{function}: {variable.Key}";

        Assert.Empty(secrets);
    }

    [Fact]
    public void Everything_that_takes_tags_has_them()
    {
        var untagged = Templates.Resources
            .Where(resource => !Untaggable.Contains(resource.Type) && !resource.Type.StartsWith("Custom::", StringComparison.Ordinal))
            .Where(resource => !Tags(resource.Properties["Tags"]).IsSupersetOf(["application", "environment"]))
            .Select(resource => resource.ToString());

        Assert.Empty(untagged);
    }

    [Fact]
    public void Every_topic_and_queue_refuses_what_is_not_encrypted_on_the_way()
    {
        var guarded = Templates.Resources
            .Where(resource => resource.Type is "AWS::SNS::TopicPolicy" or "AWS::SQS::QueuePolicy")
            .Where(policy => policy.Properties.ToJsonString().Contains("""{"aws:SecureTransport":"false"}""", StringComparison.Ordinal))
            .SelectMany(
                policy => (policy.Properties["Topics"] ?? policy.Properties["Queues"])!.AsArray(),
                (policy, target) => $"{policy.Stack}/{(string?)target!["Ref"]}")
            .ToHashSet();

        Assert.Empty(Templates.Resources
            .Where(resource => resource.Type is "AWS::SNS::Topic" or "AWS::SQS::Queue")
            .Where(resource => !guarded.Contains($"{resource.Stack}/{resource.Id}"))
            .Select(resource => resource.ToString()));
    }

    [Fact]
    public void Every_subscription_keeps_what_it_cannot_deliver() =>
        Assert.Empty(Templates.OfType("AWS::SNS::Subscription")
            .Where(subscription => subscription.Properties["RedrivePolicy"] is null)
            .Select(subscription => subscription.ToString()));

    /// <summary>
    /// Statements of roles; policies of keys, topics and queues name themselves as <c>*</c> or by ARN and allow nothing elsewhere.
    /// </summary>
    private static IEnumerable<(Templates.Resource Resource, JsonObject Statement)> Statements()
    {
        foreach (var resource in Templates.Resources)
        {
            JsonNode?[] documents = resource.Type switch
            {
                "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy" => [resource.Properties["PolicyDocument"]],
                "AWS::IAM::Role" => [.. (resource.Properties["Policies"] as JsonArray ?? []).Select(policy => policy!["PolicyDocument"])],
                _ => [],
            };
            foreach (var statement in documents.SelectMany(document => document!["Statement"]!.AsArray()).Where(statement =>
                (string?)statement!["Effect"] == "Allow"))
            {
                yield return (resource, statement!.AsObject());
            }
        }
    }

    /// <summary>How resources end; a joined one ends with its last part.</summary>
    private static IEnumerable<string> Ends(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Ends),
        JsonObject join when join["Fn::Join"] is { } parts => Texts(parts[1]!.AsArray()[^1]),
        _ => Texts(node),
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonValue value => [value.ToString()],
        _ => [],
    };

    /// <summary>Most types take a list of keys and values, some an object.</summary>
    private static HashSet<string> Tags(JsonNode? tags) => tags switch
    {
        JsonArray list => [.. list.Select(tag => (string)tag!["Key"]!)],
        JsonObject map => [.. map.Select(tag => tag.Key)],
        _ => [],
    };

    [GeneratedRegex("(SECRETS?|PASSWORD|TOKEN|CREDENTIALS?|PRIVATE_?KEY|API_?KEY)$")]
    private static partial Regex SecretName();

    /// <summary>How the extension that reads secrets works.</summary>
    [GeneratedRegex("^(PARAMETERS_SECRETS_EXTENSION_[A-Z_]+|SECRETS_MANAGER_(TIMEOUT_MILLIS|TTL))$")]
    private static partial Regex OfTheSecretsExtension();

    /// <summary>Access keys, tokens of Slack, webhooks, private keys, and long texts that nobody reads.</summary>
    [GeneratedRegex("AKIA[0-9A-Z]{16}|xox[abpr]-|hooks\\.slack\\.com|-----BEGIN|^[0-9a-fA-F]{32,}$|^[A-Za-z0-9+/]{40,}={0,2}$")]
    private static partial Regex SecretValue();
}
