using System.Net;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace ContactCenter.StandIns.Tests.Sdk;

public sealed class SimpleNotificationServiceTests
{
    private const string Topic = "arn:aws:sns:eu-central-1:123456789012:alarms";

    [Fact]
    public async Task Publish_sends_a_signed_form_and_reads_the_message_id()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>94f20ce6</MessageId></PublishResult>
            <ResponseMetadata><RequestId>f187a3c1</RequestId></ResponseMetadata></PublishResponse>
            """);
        using var client = Client(service);

        PublishResponse response = await client.PublishAsync(
            new PublishRequest
            {
                TopicArn = Topic,
                Subject = "P1 & more",
                Message = """{"default":"Grüße + 100 %"}""",
                MessageStructure = "json",
                MessageAttributes = new()
                {
                    ["severity"] = new MessageAttributeValue { DataType = "String", StringValue = "P1" },
                    ["raw"] = new MessageAttributeValue { DataType = "Binary", BinaryValue = new MemoryStream([1, 2]) },
                },
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(("94f20ce6", "f187a3c1"), (response.MessageId, response.ResponseMetadata.RequestId));
        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal(("POST", "/"), (request.Method, request.Path));
        Assert.StartsWith("application/x-www-form-urlencoded", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-central-1/sns/aws4_request, SignedHeaders=.*host.*, "
                + "Signature=[0-9a-f]{64}$",
            request.Headers["Authorization"]);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Action"] = "Publish",
                ["Version"] = "2010-03-31",
                ["TopicArn"] = Topic,
                ["Subject"] = "P1 & more",
                ["Message"] = """{"default":"Grüße + 100 %"}""",
                ["MessageStructure"] = "json",
                ["MessageAttributes.entry.1.Name"] = "severity",
                ["MessageAttributes.entry.1.Value.DataType"] = "String",
                ["MessageAttributes.entry.1.Value.StringValue"] = "P1",
                ["MessageAttributes.entry.2.Name"] = "raw",
                ["MessageAttributes.entry.2.Value.DataType"] = "Binary",
                ["MessageAttributes.entry.2.Value.BinaryValue"] = "AQI=",
            },
            request.Form);
    }

    [Fact]
    public async Task A_batch_tells_what_succeeded_and_what_failed()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""
            <PublishBatchResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishBatchResult>
            <Failed><member><Id>b</Id><Code>InternalError</Code><Message>try again</Message><SenderFault>false</SenderFault></member></Failed>
            <Successful><member><Id>a</Id><MessageId>m1</MessageId></member></Successful>
            </PublishBatchResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></PublishBatchResponse>
            """);
        using var client = Client(service);

        PublishBatchResponse response = await client.PublishBatchAsync(
            new PublishBatchRequest
            {
                TopicArn = Topic,
                PublishBatchRequestEntries = [new() { Id = "a", Message = "1" }, new() { Id = "b", Message = "2", Subject = "s" }],
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(("a", "m1"), (response.Successful[0].Id, response.Successful[0].MessageId));
        BatchResultErrorEntry failed = Assert.Single(response.Failed);
        Assert.Equal(("b", "InternalError", "try again", false), (failed.Id, failed.Code, failed.Message, failed.SenderFault));
        var form = Assert.Single(service.Requests).Form;
        Assert.Equal("a", form["PublishBatchRequestEntries.member.1.Id"]);
        Assert.Equal("s", form["PublishBatchRequestEntries.member.2.Subject"]);
        Assert.DoesNotContain("PublishBatchRequestEntries.member.1.Subject", form.Keys);
    }

    [Fact]
    public async Task Empty_lists_of_an_answer_are_null_as_in_version_4()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            "<PublishBatchResponse><PublishBatchResult><Failed/></PublishBatchResult></PublishBatchResponse>");
        using var client = Client(service);

        PublishBatchResponse response = await client.PublishBatchAsync(new PublishBatchRequest(), TestContext.Current.CancellationToken);

        Assert.Null(response.Failed);
        Assert.Null(response.Successful);
    }

    [Theory]
    [InlineData("NotFound", HttpStatusCode.NotFound, typeof(NotFoundException))]
    [InlineData("ParameterValueInvalid", HttpStatusCode.BadRequest, typeof(InvalidParameterValueException))]
    [InlineData("AuthorizationError", HttpStatusCode.Forbidden, typeof(AuthorizationErrorException))]
    [InlineData("SomethingNew", HttpStatusCode.BadRequest, typeof(AmazonSimpleNotificationServiceException))]
    public async Task An_error_is_the_services_exception(string code, HttpStatusCode status, Type type)
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            $"""
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>{code}</Code>
            <Message>what happened</Message></Error><RequestId>r-1</RequestId></ErrorResponse>
            """,
            status);
        using var client = Client(service);

        var e = await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(
            () => client.PublishAsync(new PublishRequest { TopicArn = Topic, Message = "m" }, TestContext.Current.CancellationToken));

        Assert.Equal(type, e.GetType());
        Assert.Equal((code, status, "r-1", "what happened"), (e.ErrorCode, e.StatusCode, e.RequestId, e.Message));
    }

    private static AmazonSimpleNotificationServiceClient Client(RecordedService service) =>
        new(RecordedService.Credentials, service.Configure(new AmazonSimpleNotificationServiceConfig()));
}
