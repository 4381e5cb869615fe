using System.Net;
using System.Text.Json.Nodes;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace ContactCenter.StandIns.Tests.Sdk;

public sealed class CloudWatchTests
{
    private static readonly DateTime Start = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task GetMetricData_sends_awsJson_and_reads_series()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            """
            {"MetricDataResults":[{"Id":"q","Label":"LongestQueueWaitTime","StatusCode":"Complete",
              "Timestamps":[1772452800,1772452860.5],"Values":[41.5,7]}],"Messages":[],"NextToken":null}
            """,
            HttpStatusCode.OK,
            ("x-amzn-RequestId", "r-1"));
        using var client = Client(service);

        GetMetricDataResponse response = await client.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = Start,
                EndTime = Start.AddMinutes(5),
                ScanBy = ScanBy.TimestampAscending,
                MetricDataQueries =
                [
                    new()
                    {
                        Id = "q",
                        ReturnData = true,
                        MetricStat = new()
                        {
                            Period = 60,
                            Stat = "Maximum",
                            Metric = new()
                            {
                                Namespace = "AWS/Connect",
                                MetricName = "LongestQueueWaitTime",
                                Dimensions = [new() { Name = "QueueName", Value = "Sales" }],
                            },
                        },
                    },
                ],
            },
            TestContext.Current.CancellationToken);

        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal("GraniteServiceVersion20100801.GetMetricData", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.Contains("/eu-central-1/monitoring/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""
                    {"MetricDataQueries":[{"Id":"q","MetricStat":{"Metric":{"Namespace":"AWS/Connect","MetricName":"LongestQueueWaitTime",
                     "Dimensions":[{"Name":"QueueName","Value":"Sales"}]},"Period":60,"Stat":"Maximum"},"ReturnData":true}],
                     "StartTime":1772452800,"EndTime":1772453100,"ScanBy":"TimestampAscending"}
                    """),
                JsonNode.Parse(request.Body)),
            request.Body);
        MetricDataResult series = Assert.Single(response.MetricDataResults);
        Assert.Equal([Start, Start.AddSeconds(60.5)], series.Timestamps);
        Assert.Equal([41.5, 7], series.Values);
        Assert.Equal(StatusCode.Complete, series.StatusCode);
        Assert.Empty(response.Messages);
        Assert.Null(response.NextToken);
        Assert.Equal("r-1", response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task PutMetricData_sends_values_with_unit_and_fraction_of_a_second()
    {
        await using RecordedService service = await RecordedService.StartAsync();
        using var client = Client(service);

        _ = await client.PutMetricDataAsync(
            new PutMetricDataRequest
            {
                Namespace = "ContactCenter",
                MetricData =
                [
                    new() { MetricName = "Heartbeat", Timestamp = Start.AddMilliseconds(250), Value = 1, Unit = StandardUnit.Count }
                ],
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"Namespace":"ContactCenter","MetricData":[{"MetricName":"Heartbeat","Timestamp":1772452800.25,"Value":1,"Unit":"Count"}]}""",
            Assert.Single(service.Requests).Body);
    }

    [Fact]
    public async Task An_empty_answer_is_an_empty_response()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("");
        using var client = Client(service);

        SetAlarmStateResponse response = await client.SetAlarmStateAsync(
            new SetAlarmStateRequest { AlarmName = "a", StateValue = StateValue.ALARM, StateReason = "test" },
            TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal("""{"AlarmName":"a","StateValue":"ALARM","StateReason":"test"}""", Assert.Single(service.Requests).Body);
    }

    [Theory]
    [InlineData("com.amazonaws.cloudwatch#ResourceNotFound", typeof(Amazon.CloudWatch.Model.ResourceNotFoundException))]
    [InlineData("InvalidParameterValueException", typeof(InvalidParameterValueException))]
    [InlineData("Throttling", typeof(AmazonCloudWatchException))]
    public async Task An_error_is_the_services_exception(string code, Type type)
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            $$"""{"__type":"{{code}}","message":"what happened"}""", HttpStatusCode.BadRequest, ("x-amzn-RequestId", "r-2"));
        using var client = Client(service);

        var e = await Assert.ThrowsAnyAsync<AmazonCloudWatchException>(
            () => client.DescribeAlarmsAsync(new DescribeAlarmsRequest(), TestContext.Current.CancellationToken));

        Assert.Equal(type, e.GetType());
        Assert.Equal(
            (code[(code.IndexOf('#', StringComparison.Ordinal) + 1)..], HttpStatusCode.BadRequest, "what happened"),
            (e.ErrorCode, e.StatusCode, e.Message));
    }

    [Fact]
    public async Task A_throttled_request_is_tried_again_by_the_pipeline()
    {
        await using RecordedService service = (await RecordedService.StartAsync())
            .Answers("""{"__type":"ThrottlingException","message":"slow down"}""", HttpStatusCode.BadRequest)
            .Answers("""{"MetricAlarms":[{"AlarmName":"a","StateValue":"OK","Threshold":0.5,"ActionsEnabled":true}]}""");
        AmazonCloudWatchConfig config = service.Configure(new AmazonCloudWatchConfig());
        config.MaxErrorRetry = 1;
        using var client = new AmazonCloudWatchClient(RecordedService.Credentials, config);

        DescribeAlarmsResponse response = await client.DescribeAlarmsAsync(
            new DescribeAlarmsRequest(), TestContext.Current.CancellationToken);

        Assert.Equal(2, service.Requests.Count);
        MetricAlarm alarm = Assert.Single(response.MetricAlarms);
        Assert.Equal(("a", StateValue.OK, 0.5, true), (alarm.AlarmName, alarm.StateValue, alarm.Threshold, alarm.ActionsEnabled));
    }

    private static AmazonCloudWatchClient Client(RecordedService service) =>
        new(RecordedService.Credentials, service.Configure(new AmazonCloudWatchConfig()));
}
