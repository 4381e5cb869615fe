using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SNSEvents;

namespace ContactCenter.StandIns.Tests.Runtime;

public sealed class SerializerTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<EventsJsonContext> Serializer = new();

    [Fact]
    public void An_SNS_event_reads_as_it_is_sent()
    {
        SNSEvent read = Read<SNSEvent>("""
            {"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","EventSubscriptionArn":"arn:s","Sns":{
              "Type":"Notification","MessageId":"m","TopicArn":"arn:t","Subject":null,"Message":"{\"AlarmName\":\"A\"}",
              "Timestamp":"2026-01-30T10:15:30.123Z","MessageAttributes":{"severity":{"Type":"String","Value":"P1"}}}}]}
            """);

        SNSEvent.SNSMessage message = Assert.Single(read.Records).Sns;
        Assert.Equal("{\"AlarmName\":\"A\"}", message.Message);
        Assert.Equal(new DateTime(2026, 1, 30, 10, 15, 30, 123, DateTimeKind.Utc), message.Timestamp);
        Assert.Equal("P1", message.MessageAttributes["severity"].Value);
    }

    [Fact]
    public void An_EventBridge_event_reads_as_it_is_sent()
    {
        CloudWatchEvent<JsonElement> read = Read<CloudWatchEvent<JsonElement>>("""
            {"version":"0","id":"i","detail-type":"CloudWatch Alarm State Change","source":"aws.cloudwatch","account":"1",
             "time":"2026-01-30T10:15:30Z","region":"eu-central-1","resources":["arn:a"],"detail":{"alarmName":"A"}}
            """);

        Assert.Equal(("CloudWatch Alarm State Change", "A"), (read.DetailType, read.Detail.GetProperty("alarmName").GetString()));
        Assert.Equal(["arn:a"], read.Resources);
    }

    [Fact]
    public void A_DynamoDB_record_reads_as_it_is_sent()
    {
        DynamoDBEvent read = Read<DynamoDBEvent>("""
            {"Records":[{"eventID":"e","eventName":"INSERT","awsRegion":"eu-central-1","dynamodb":{
              "ApproximateCreationDateTime":1767225600.5,"SequenceNumber":"100","SizeBytes":59,"Keys":{"pk":{"S":"INCIDENT#1"}},
              "NewImage":{"n":{"N":"3"},"b":{"B":"AQI="},"l":{"L":[{"BOOL":true},{"NULL":true}]},"m":{"M":{"x":{"SS":["a"]}}}}}}]}
            """);

        DynamoDBEvent.StreamRecord record = Assert.Single(read.Records).Dynamodb;
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, 500, DateTimeKind.Utc), record.ApproximateCreationDateTime);
        Assert.Equal("INCIDENT#1", record.Keys["pk"].S);
        Assert.Equal([1, 2], record.NewImage["b"].B.ToArray());
        Assert.True(record.NewImage["l"].L[0].BOOL);
        Assert.Equal(["a"], record.NewImage["m"].M["x"].SS);
    }

    [Fact]
    public void An_HTTP_request_reads_as_it_is_sent()
    {
        APIGatewayHttpApiV2ProxyRequest read = Read<APIGatewayHttpApiV2ProxyRequest>("""
            {"version":"2.0","routeKey":"POST /slack","rawPath":"/slack","headers":{"x-slack-signature":"v0=1"},"body":"cGF5bG9hZA==",
             "isBase64Encoded":true,"requestContext":{"http":{"method":"POST","sourceIp":"192.0.2.1"},"timeEpoch":1767225600000}}
            """);

        Assert.Equal(("POST", "v0=1", true), (read.RequestContext.Http.Method, read.Headers["x-slack-signature"], read.IsBase64Encoded));
    }

    [Fact]
    public void Responses_are_spelled_as_Lambda_expects()
    {
        Assert.Equal(
            """{"batchItemFailures":[{"itemIdentifier":"100"}]}""",
            Write(new StreamsEventResponse { BatchItemFailures = [new() { ItemIdentifier = "100" }] }));
        Assert.Equal(
            """{"statusCode":204,"isBase64Encoded":false}""",
            Write(new APIGatewayHttpApiV2ProxyResponse { StatusCode = 204 }));
    }

    [Fact]
    public void A_type_that_the_context_does_not_know_is_named()
    {
        var e = Assert.Throws<JsonSerializerException>(() => Read<ManualClock>("{}"));

        Assert.Contains("[JsonSerializable(typeof(ManualClock))]", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1767225600")]
    [InlineData("1767225600000")]
    [InlineData("\"2026-01-01T00:00:00Z\"")]
    public void Times_read_in_every_form(string json) =>
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), Read<DateTime>(json));

    [Theory]
    [InlineData("\"yesterday\"", "yesterday")]
    [InlineData("true", "True")]
    public void A_time_that_is_none_is_refused_with_what_was_found(string json, string found)
    {
        var e = Assert.Throws<JsonSerializerException>(() => Read<DateTime>(json));

        Assert.Contains(found, e.Message, StringComparison.Ordinal);
    }

    private static T Read<T>(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return Serializer.Deserialize<T>(stream);
    }

    private static string Write<T>(T value)
    {
        using var stream = new MemoryStream();
        ((ILambdaSerializer)Serializer).Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
