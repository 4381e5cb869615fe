using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>The stream of calls while they last: ours, and one that the instance has already.</summary>
public sealed class LiveCallsTests
{
    private static JsonObject Own => Synthesis.Stack("contact-lens");

    private static JsonObject Joined => Synthesis.Equipped["cc-prod-contact-lens"];

    [Fact]
    public void Our_stream_is_encrypted_and_keeps_a_day()
    {
        var stream = Assert.Single(Own.Resources("AWS::Kinesis::Stream")).Properties;

        Assert.Equal(
            ("cc-prod-conversations", "KMS", "alias/aws/kinesis", 24, 1),
            ((string?)stream["Name"], (string?)stream["StreamEncryption"]!["EncryptionType"], (string?)stream["StreamEncryption"]!["KeyId"],
                (int)stream["RetentionPeriodHours"]!, (int)stream["ShardCount"]!));
    }

    [Fact]
    public void A_record_that_fails_is_tried_alone_for_minutes_and_kept_by_its_number()
    {
        var source = Assert.Single(Own.Resources("AWS::Lambda::EventSourceMapping")).Properties;

        Assert.Equal(
            (true, 5, 600, "LATEST", "ReportBatchItemFailures"),
            ((bool)source["BisectBatchOnFunctionError"]!, (int)source["MaximumRetryAttempts"]!, (int)source["MaximumRecordAgeInSeconds"]!,
                (string?)source["StartingPosition"], (string?)source["FunctionResponseTypes"]![0]));
        Assert.NotNull(source["DestinationConfig"]!["OnFailure"]!["Destination"]);
    }

    [Fact]
    public void The_instance_is_joined_with_our_stream()
    {
        var joined = Assert.Single(Own.Resources("Custom::SegmentStream")).Properties;

        Assert.StartsWith(
            "LiveCallsStream", (string?)joined["Stream"]!["Fn::GetAtt"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_that_is_there_is_read_and_not_made_nor_joined()
    {
        var template = Joined;

        Assert.Empty(template.Resources("AWS::Kinesis::Stream"));
        Assert.Empty(template.Resources("Custom::SegmentStream"));
        Assert.DoesNotContain(template.Resources("AWS::Lambda::Function"), function =>
            (string?)function.Properties["FunctionName"] == "cc-prod-join-stream");
        Assert.Equal(
            EquippedSample.Stream,
            (string?)Assert.Single(template.Resources("AWS::Lambda::EventSourceMapping")).Properties["EventSourceArn"]);
        Assert.Contains(
            Statements(template),
            statement => Texts(statement["Action"]).Contains("kms:Decrypt")
                && statement["Resource"] is JsonValue key
                && (string?)key == EquippedSample.StreamKey);
    }

    [Fact]
    public void Only_the_stream_is_read_and_only_the_one_flow_started()
    {
        var statements = Statements(Joined).ToList();

        Assert.All(
            statements.Where(static statement =>
                Texts(statement["Action"]).Any(static action => action.StartsWith("kinesis:", StringComparison.Ordinal))),
            statement => Assert.Equal(EquippedSample.Stream, (string?)statement["Resource"]));
        Assert.DoesNotContain("/contact-flow/*", string.Concat(statements.Select(static statement => statement.ToJsonString())));
    }

    [Fact]
    public void Nothing_of_it_is_there_where_calls_are_not_followed()
    {
        var template = Synthesis.ManyQueuesWithoutFlows["cc-prod-contact-lens"];

        Assert.Empty(template.Resources("AWS::Lambda::Function"));
    }

    [Fact]
    public void Every_alarm_on_it_is_on_a_function_that_is_deployed()
    {
        var live = SystemFunctions.For(Sample(new LiveSentimentSettings { Queue = "General" }));

        Assert.Equal([SystemFunctions.TrackCalls, SystemFunctions.JoinStream], live.Except(SystemFunctions.For(Sample(null))));
    }

    private static ContactCenterConfiguration Sample(LiveSentimentSettings? live)
    {
        var sample = Synthesis.Sample();
        return sample with { Sentiment = sample.Sentiment with { Live = live } };
    }

    private static IEnumerable<JsonObject> Statements(JsonObject template) => template.Resources("AWS::IAM::Policy")
        .SelectMany(static policy => policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())
        .Select(static statement => statement!.AsObject());

    private static IEnumerable<string> Texts(JsonNode? node) => node is JsonArray list
        ? list.Select(static text => (string)text!)
        : [(string)node!];
}
