using System.Net;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.ConnectParticipant;
using Amazon.SimpleNotificationService;

namespace ContactCenter.StandIns.Tests.Sdk;

/// <summary>What a service model does not say, and a generated client must get right all the same.</summary>
public sealed class GeneratedClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ARN_in_a_path_is_one_segment()
    {
        await using RecordedService service = await RecordedService.StartAsync();
        using var client = Connect(service);

        _ = await client.GetTrafficDistributionAsync(new() { Id = "arn:aws:connect:eu-central-1:123456789012:group/g" }, Cancellation);

        Assert.Equal(
            "/traffic-distribution/arn%3Aaws%3Aconnect%3Aeu-central-1%3A123456789012%3Agroup%2Fg",
            Assert.Single(service.Requests).Path);
    }

    [Fact]
    public async Task An_idempotency_token_that_is_left_out_is_made()
    {
        await using RecordedService service = await RecordedService.StartAsync();
        using var client = Connect(service);

        _ = await client.StartTaskContactAsync(new() { InstanceId = "i", Name = "n" }, Cancellation);

        Assert.Matches("""^{"InstanceId":"i","Name":"n","ClientToken":"[0-9a-f-]{36}"}$""", Assert.Single(service.Requests).Body);
    }

    [Fact]
    public async Task A_header_that_is_not_set_is_not_sent()
    {
        await using RecordedService service = await RecordedService.StartAsync();
        AmazonConnectParticipantConfig config = service.Configure(new AmazonConnectParticipantConfig());
        using var client = new AmazonConnectParticipantClient(RecordedService.Credentials, config);

        _ = await client.DisconnectParticipantAsync(new() { ClientToken = "t" }, Cancellation);
        _ = await client.DisconnectParticipantAsync(new() { ClientToken = "t", ConnectionToken = "c" }, Cancellation);

        Assert.Equal([false, true], service.Requests.Select(r => r.Headers.ContainsKey("X-Amz-Bearer")));
    }

    [Fact]
    public async Task Numbers_that_have_no_digits_are_words()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            """{"MetricDataResults":[{"Values":["NaN",1.5,"-Infinity",1E2]}]}""");
        using var client = CloudWatch(service);

        GetMetricDataResponse response = await client.GetMetricDataAsync(new GetMetricDataRequest(), Cancellation);
        _ = await client.PutMetricDataAsync(new() { MetricData = [new() { Values = [double.NaN, 0.1, 1e300] }] }, Cancellation);

        Assert.Equal([double.NaN, 1.5, double.NegativeInfinity, 100], response.MetricDataResults[0].Values);
        Assert.Equal("""{"MetricData":[{"Values":["NaN",0.1,1E+300]}]}""", service.Requests[1].Body);
    }

    [Fact]
    public async Task An_empty_list_is_sent_and_a_missing_one_is_not()
    {
        await using RecordedService service = await RecordedService.StartAsync();
        using var client = CloudWatch(service);

        _ = await client.DeleteAlarmsAsync(new() { AlarmNames = [] }, Cancellation);
        _ = await client.DeleteAlarmsAsync(new(), Cancellation);

        Assert.Equal(["""{"AlarmNames":[]}""", "{}"], service.Requests.Select(r => r.Body));
    }

    [Fact]
    public async Task An_error_page_of_something_between_is_the_services_exception()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            "<html>busy</html>", HttpStatusCode.ServiceUnavailable, ("x-amzn-ErrorType", "InvalidRequestException"));
        using var client = Connect(service);

        var e = await Assert.ThrowsAnyAsync<AmazonConnectException>(() => client.ListQueuesAsync(new() { InstanceId = "i" }, Cancellation));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, e.StatusCode);
    }

    [Fact]
    public async Task A_flow_that_is_refused_says_its_problems()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            """{"problems":[{"message":"Invalid Action property value"}]}""",
            HttpStatusCode.BadRequest,
            ("x-amzn-ErrorType", "InvalidContactFlowException"));
        using var client = Connect(service);

        var e = await Assert.ThrowsAsync<InvalidContactFlowException>(() => client.UpdateContactFlowContentAsync(
            new() { InstanceId = "i", ContactFlowId = "f", Content = "{}" }, Cancellation));

        Assert.Equal("Invalid Action property value", Assert.Single(e.Problems).Message);
    }

    [Fact]
    public async Task A_code_of_the_query_protocol_comes_first()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            """{"__type":"com.amazonaws#Whatever","message":"m"}""",
            HttpStatusCode.NotFound,
            ("x-amzn-query-error", "ResourceNotFound;Sender"));
        using var client = CloudWatch(service);

        var e = await Assert.ThrowsAsync<Amazon.CloudWatch.Model.ResourceNotFoundException>(
            () => client.SetAlarmStateAsync(new(), Cancellation));

        Assert.Equal("ResourceNotFound", e.ErrorCode);
    }

    [Fact]
    public async Task An_overload_takes_members_as_parameters()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("<PublishResponse/>").Answers("{}");
        using var topics = new AmazonSimpleNotificationServiceClient(
            RecordedService.Credentials, service.Configure(new AmazonSimpleNotificationServiceConfig()));
        using var alarms = CloudWatch(service);

        _ = await topics.PublishAsync("arn:t", "m", "s", Cancellation);
        _ = await alarms.DescribeAlarmsAsync(Cancellation);

        var form = service.Requests[0].Form;
        Assert.Equal(("arn:t", "m", "s"), (form["TopicArn"], form["Message"], form["Subject"]));
        Assert.Equal("{}", service.Requests[1].Body);
    }

    private static AmazonConnectClient Connect(RecordedService service) =>
        new(RecordedService.Credentials, service.Configure(new AmazonConnectConfig()));

    private static AmazonCloudWatchClient CloudWatch(RecordedService service) =>
        new(RecordedService.Credentials, service.Configure(new AmazonCloudWatchConfig()));
}
