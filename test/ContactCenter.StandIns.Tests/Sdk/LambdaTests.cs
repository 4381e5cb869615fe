using System.Net;
using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace ContactCenter.StandIns.Tests.Sdk;

public sealed class LambdaTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PutFunctionConcurrency_names_the_function_in_its_path()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""{"ReservedConcurrentExecutions":50}""");
        using var client = Client(service);

        PutFunctionConcurrencyResponse response = await client.PutFunctionConcurrencyAsync(
            new PutFunctionConcurrencyRequest { FunctionName = "look-up", ReservedConcurrentExecutions = 50 }, Cancellation);

        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal(("PUT", "/2017-10-31/functions/look-up/concurrency"), (request.Method, request.Path));
        Assert.Equal("""{"ReservedConcurrentExecutions":50}""", request.Body);
        Assert.Contains("/lambda/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(50, response.ReservedConcurrentExecutions);
    }

    [Fact]
    public async Task GetFunctionConcurrency_of_a_function_without_a_reservation_is_null()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("{}");
        using var client = Client(service);

        GetFunctionConcurrencyResponse response = await client.GetFunctionConcurrencyAsync(
            new GetFunctionConcurrencyRequest { FunctionName = "look-up" }, Cancellation);

        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal(("GET", "/2019-09-30/functions/look-up/concurrency", ""), (request.Method, request.Path, request.Body));
        Assert.Null(response.ReservedConcurrentExecutions);
    }

    [Fact]
    public async Task GetAccountSettings_tells_what_is_unreserved()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            """{"AccountLimit":{"ConcurrentExecutions":1000,"UnreservedConcurrentExecutions":850,"TotalCodeSize":80530636800},"AccountUsage":{"FunctionCount":12}}""");
        using var client = Client(service);

        GetAccountSettingsResponse response = await client.GetAccountSettingsAsync(new GetAccountSettingsRequest(), Cancellation);

        Assert.Equal("/2016-08-19/account-settings", Assert.Single(service.Requests).Path);
        Assert.Equal((1000, 850), (response.AccountLimit.ConcurrentExecutions, response.AccountLimit.UnreservedConcurrentExecutions));
    }

    [Fact]
    public async Task ListEventSourceMappings_asks_by_function_and_reads_their_states()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""
            {"EventSourceMappings":[{"UUID":"u-1","State":"Disabled","StateTransitionReason":"USER_INITIATED","LastModified":1772452800.5,
              "EventSourceArn":"arn:aws:sqs:eu-central-1:123456789012:q","FunctionArn":"arn:f","BatchSize":10}],"NextMarker":"m"}
            """);
        using var client = Client(service);

        ListEventSourceMappingsResponse response = await client.ListEventSourceMappingsAsync(
            new ListEventSourceMappingsRequest { FunctionName = "deliver", Marker = "a b" }, Cancellation);

        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal(("GET", "/2015-03-31/event-source-mappings"), (request.Method, request.Path.Split('?')[0]));
        EventSourceMappingConfiguration mapping = Assert.Single(response.EventSourceMappings);
        Assert.Equal(
            ("u-1", "Disabled", "USER_INITIATED", "m"), (mapping.UUID, mapping.State, mapping.StateTransitionReason, response.NextMarker));
        Assert.Equal(new DateTime(2026, 3, 2, 12, 0, 0, 500, DateTimeKind.Utc), mapping.LastModified);
    }

    [Fact]
    public async Task UpdateEventSourceMapping_that_meets_another_update_is_in_use()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            """{"Message":"being updated"}""", HttpStatusCode.BadRequest, ("x-amzn-ErrorType", "ResourceInUseException"));
        using var client = Client(service);

        ResourceInUseException refused = await Assert.ThrowsAsync<ResourceInUseException>(
            () => client.UpdateEventSourceMappingAsync(new UpdateEventSourceMappingRequest { UUID = "u-1", Enabled = true }, Cancellation));

        Assert.Equal("being updated", refused.Message);
        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal(
            ("PUT", "/2015-03-31/event-source-mappings/u-1", """{"Enabled":true}"""), (request.Method, request.Path, request.Body));
    }

    [Fact]
    public async Task Invoke_sends_its_payload_as_it_is_and_reads_that_of_the_function()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers("""{"status":"done"}""");
        using var client = Client(service);

        InvokeResponse response = await client.InvokeAsync(
            new InvokeRequest { FunctionName = "block-card", PayloadStream = new MemoryStream("{\"a\":1}"u8.ToArray()) }, Cancellation);

        RecordedRequest request = Assert.Single(service.Requests);
        Assert.Equal(
            ("POST", "/2015-03-31/functions/block-card/invocations", """{"a":1}"""), (request.Method, request.Path, request.Body));
        Assert.Equal("""{"status":"done"}""", System.Text.Encoding.UTF8.GetString(response.Payload.ToArray()));
        Assert.Equal((200, null), (response.StatusCode, response.FunctionError));
    }

    [Fact]
    public async Task Invoke_of_a_function_that_failed_says_so_in_a_header()
    {
        await using RecordedService service = (await RecordedService.StartAsync()).Answers(
            """{"errorMessage":"no"}""", HttpStatusCode.OK, ("X-Amz-Function-Error", "Unhandled"));
        using var client = Client(service);

        InvokeResponse response = await client.InvokeAsync(new InvokeRequest { FunctionName = "block-card" }, Cancellation);

        Assert.Equal("Unhandled", response.FunctionError);
    }

    private static AmazonLambdaClient Client(RecordedService service) =>
        new(RecordedService.Credentials, service.Configure(new AmazonLambdaConfig()));
}
