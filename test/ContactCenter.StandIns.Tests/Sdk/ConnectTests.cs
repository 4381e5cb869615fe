using System.Net;
using Amazon.Connect;
using Amazon.Connect.Model;

namespace ContactCenter.StandIns.Tests.Sdk;

public sealed class ConnectTests
{
    [Fact]
    public async Task StartTaskContact_puts_the_task()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""{"ContactId":"c-1"}""");
        using var client = Client(service);

        StartTaskContactResponse response = await client.StartTaskContactAsync(
            new StartTaskContactRequest
            {
                InstanceId = "i",
                ContactFlowId = "f",
                Name = "P1",
                ClientToken = "t",
                Attributes = new() { ["incident"] = "1" },
                References = new() { ["Runbook"] = new Reference { Type = ReferenceType.URL, Value = "https://example.com" } },
            },
            TestContext.Current.CancellationToken);

        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal(("PUT", "/contact/task", "application/json"), (request.Method, request.Path, request.Headers["Content-Type"]));
        Assert.Contains("/connect/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(
            """{"InstanceId":"i","ContactFlowId":"f","Attributes":{"incident":"1"},"Name":"P1","References":{"Runbook":{"Value":"https://example.com","Type":"URL"}},"ClientToken":"t"}""",
            request.Body);
        Assert.Equal("c-1", response.ContactId);
    }

    [Fact]
    public async Task GetCurrentMetricData_has_the_instance_in_its_path()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""
            {"MetricResults":[{"Dimensions":{"Queue":{"Id":"q","Arn":"arn:q"},"Channel":"VOICE"},
              "Collections":[{"Metric":{"Name":"CONTACTS_IN_QUEUE","Unit":"COUNT"},"Value":3.0}]}],"DataSnapshotTime":1772452800,"ApproximateTotalCount":1}
            """);
        using var client = Client(service);

        GetCurrentMetricDataResponse response = await client.GetCurrentMetricDataAsync(
            new GetCurrentMetricDataRequest
            {
                InstanceId = "12345678-1234",
                Filters = new Filters { Queues = ["q"], Channels = [Channel.VOICE] },
                Groupings = [Grouping.QUEUE],
                CurrentMetrics = [new() { Name = CurrentMetricName.CONTACTS_IN_QUEUE, Unit = Unit.COUNT }],
            },
            TestContext.Current.CancellationToken);

        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal(("POST", "/metrics/current/12345678-1234"), (request.Method, request.Path));
        Assert.Equal(
            """{"Filters":{"Queues":["q"],"Channels":["VOICE"]},"Groupings":["QUEUE"],"CurrentMetrics":[{"Name":"CONTACTS_IN_QUEUE","Unit":"COUNT"}]}""",
            request.Body);
        CurrentMetricResult result = Assert.Single(response.MetricResults);
        Assert.Equal(("q", Channel.VOICE, 3.0), (result.Dimensions.Queue.Id, result.Dimensions.Channel, result.Collections[0].Value));
        Assert.Equal(new DateTime(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc), response.DataSnapshotTime);
        Assert.Equal(1, response.ApproximateTotalCount);
    }

    [Fact]
    public async Task GetCurrentMetricData_without_an_instance_is_refused_before_it_is_sent()
    {
        await using RecordedService service = await RecordedService.StartAsync();
        using var client = Client(service);

        var e = await Assert.ThrowsAsync<AmazonConnectException>(
            () => client.GetCurrentMetricDataAsync(new GetCurrentMetricDataRequest(), TestContext.Current.CancellationToken));

        Assert.Contains("InstanceId", e.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task GetMetricDataV2_reads_intervals_and_values()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""
            {"MetricResults":[{"Dimensions":{"QUEUE":"q"},"MetricInterval":{"Interval":"FIFTEEN_MIN","StartTime":1772452800,"EndTime":1772453700},
              "Collections":[{"Metric":{"Name":"ABANDONMENT_RATE"},"Value":12.5},{"Metric":{"Name":"SERVICE_LEVEL","Threshold":[{"Comparison":"LT","ThresholdValue":20}]}}]}]}
            """);
        using var client = Client(service);

        GetMetricDataV2Response response = await client.GetMetricDataV2Async(
            new GetMetricDataV2Request
            {
                ResourceArn = "arn:i",
                Filters = [new() { FilterKey = "QUEUE", FilterValues = ["q"] }],
                Metrics = [new() { Name = "SERVICE_LEVEL", Threshold = [new() { Comparison = "LT", ThresholdValue = 20 }] }],
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"ResourceArn":"arn:i","Filters":[{"FilterKey":"QUEUE","FilterValues":["q"]}],"Metrics":[{"Name":"SERVICE_LEVEL","Threshold":[{"Comparison":"LT","ThresholdValue":20}]}]}""",
            Assert.Single(service.Requests).Body);
        MetricResultV2 result = Assert.Single(response.MetricResults);
        Assert.Equal(("q", IntervalPeriod.FIFTEEN_MIN), (result.Dimensions["QUEUE"], result.MetricInterval.Interval));
        Assert.Equal([12.5, null], result.Collections.Select(c => c.Value));
    }

    [Fact]
    public async Task ListQueues_asks_for_a_page_in_the_query()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            """{"QueueSummaryList":[{"Id":"q","Arn":"arn:q","Name":"Cards & more","QueueType":"STANDARD"}],"NextToken":"n=="}""");
        using var client = Client(service);

        ListQueuesResponse response = await client.ListQueuesAsync(
            new ListQueuesRequest { InstanceId = "i", QueueTypes = [QueueType.STANDARD], MaxResults = 1000, NextToken = "a+b=" },
            TestContext.Current.CancellationToken);

        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal(("GET", "/queues-summary/i", ""), (request.Method, request.Path.Split('?')[0], request.Body));
        Assert.Equal(["maxResults=1000", "nextToken=a%2Bb%3D", "queueTypes=STANDARD"], request.Path.Split('?')[1].Split('&').Order());
        Assert.Equal(("Cards & more", "n=="), (Assert.Single(response.QueueSummaryList).Name, response.NextToken));
    }

    [Fact]
    public async Task ListRoutingProfiles_asks_for_a_page_in_the_query()
    {
        await using RecordedService service =
            (await RecordedService.StartAsync()).Answers("""{"RoutingProfileSummaryList":[{"Id":"p","Name":"Generalists"}]}""");
        using var client = Client(service);

        ListRoutingProfilesResponse response = await client.ListRoutingProfilesAsync(
            new ListRoutingProfilesRequest { InstanceId = "i", MaxResults = 1000 }, TestContext.Current.CancellationToken);

        Assert.Equal("/routing-profiles-summary/i?maxResults=1000", Assert.Single(service.Requests).Path);
        Assert.Equal(
            ("p", "Generalists", null),
            (response.RoutingProfileSummaryList[0].Id, response.RoutingProfileSummaryList[0].Name, response.NextToken));
    }

    [Fact]
    public async Task The_error_type_comes_from_the_header()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            """{"Message":"slow down"}""", HttpStatusCode.TooManyRequests, ("x-amzn-ErrorType", "ThrottlingException:http://internal/"));
        using var client = Client(service);

        var e = await Assert.ThrowsAsync<ThrottlingException>(
            () => client.StartTaskContactAsync(new StartTaskContactRequest(), TestContext.Current.CancellationToken));

        Assert.Equal(("ThrottlingException", HttpStatusCode.TooManyRequests, "slow down"), (e.ErrorCode, e.StatusCode, e.Message));
    }

    private static AmazonConnectClient Client(RecordedService service) =>
        new(RecordedService.Credentials, service.Configure(new AmazonConnectConfig()));
}
