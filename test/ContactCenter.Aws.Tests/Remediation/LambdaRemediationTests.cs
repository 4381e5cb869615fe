using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using ContactCenter.Aws.Remediation;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;
using Moq;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>Reserved concurrency and event sources, against an implementation of Lambda that knows nothing of us.</summary>
public sealed class LambdaRemediationTests : IDisposable
{
    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    private readonly Emulator _emulator;
    private readonly AmazonLambdaClient _lambda;
    private readonly AmazonCloudWatchClient _cloudWatch;

    public LambdaRemediationTests(Emulator emulator)
    {
        // skips the test when there is no emulator
        using (emulator.DynamoDb())
        {
        }

        _emulator = emulator;
        _lambda = new AmazonLambdaClient(
            Credentials,
            new AmazonLambdaConfig
            {
                ServiceURL = emulator.Address.ToString(),
                AuthenticationRegion = "eu-central-1",
                MaxErrorRetry = 0,
                HttpClientFactory = Emulator.OneAtATime,
            });
        _cloudWatch = new AmazonCloudWatchClient(
            Credentials,
            new AmazonCloudWatchConfig
            {
                ServiceURL = emulator.Address.ToString(),
                AuthenticationRegion = "eu-central-1",
                MaxErrorRetry = 0,
                HttpClientFactory = Emulator.OneAtATime,
            });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _lambda.Dispose();
        _cloudWatch.Dispose();
    }

    [Fact]
    public async Task A_reservation_is_read_with_the_throttles_of_each_minute_and_lifted()
    {
        var function = await CreateFunctionAsync();
        var concurrency = new LambdaConcurrency(WithAccountSettings(), _cloudWatch);
        Assert.Equal(ChangeOutcome.Done, await concurrency.ApplyAsync(function, new ReservedConcurrencyChange(20), Stop));
        var now = TimeProvider.System.GetUtcNow();
        await TellAsync("Throttles", function, now.AddMinutes(-3), 7);
        await TellAsync("ConcurrentExecutions", function, now.AddMinutes(-3), 20);

        var state = await concurrency.ReadAsync(function, now, Stop);
        var lifted = await concurrency.ApplyAsync(function, new ReservedConcurrencyChange(38), Stop);

        Assert.Equal((true, 20), (state.Exists, state.Reserved));
        Assert.Equal((30, 7, 20), (state.Throttles.Count, state.Throttles.Sum(), state.Concurrent.Max()));
        Assert.Equal((1000, 980), (state.AccountLimit, state.Unreserved));
        Assert.Equal(ChangeOutcome.Done, lifted);
        Assert.Equal(38, (await concurrency.ReadAsync(function, now, Stop)).Reserved);
    }

    [Fact]
    public async Task A_function_that_is_gone_is_told_as_gone()
    {
        var concurrency = new LambdaConcurrency(_lambda, _cloudWatch);

        Assert.False((await concurrency.ReadAsync("no-such-function", TimeProvider.System.GetUtcNow(), Stop)).Exists);
        Assert.Equal(ChangeOutcome.Gone, await concurrency.ApplyAsync("no-such-function", new ReservedConcurrencyChange(5), Stop));
    }

    [Fact]
    public async Task A_disabled_event_source_is_found_and_enabled()
    {
        var function = await CreateFunctionAsync();
        var id = await CreateMappingAsync(function, enabled: false);
        var sources = new LambdaEventSources(_lambda);

        var disabled = Assert.Single((await sources.ReadAsync(function, TimeProvider.System.GetUtcNow(), Stop)).Mappings);
        var outcome = await sources.ApplyAsync(function, new EventSourceMappingChange([id]), Stop);

        Assert.Equal((id, EventSourceMapping.Disabled), (disabled.Id, disabled.State));
        Assert.Equal(ChangeOutcome.Done, outcome);
        Assert.NotEqual(
            EventSourceMapping.Disabled,
            Assert.Single((await sources.ReadAsync(function, TimeProvider.System.GetUtcNow(), Stop)).Mappings).State);
    }

    [Theory]
    [InlineData("ResourceInUseException", 400, ChangeOutcome.InUse)]
    [InlineData("ResourceConflictException", 409, ChangeOutcome.InUse)]
    [InlineData("ResourceNotFoundException", 404, ChangeOutcome.Gone)]
    [InlineData("InvalidParameterValueException", 400, ChangeOutcome.Stale)]
    [InlineData("TooManyRequestsException", 429, ChangeOutcome.Unavailable)]
    [InlineData("ServiceException", 500, ChangeOutcome.Unavailable)]
    public async Task A_refusal_of_Lambda_is_told_as_what_it_means(string error, int status, ChangeOutcome outcome)
    {
        await using var server = await LocalHttpServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers["x-amzn-ErrorType"] = error;
            return context.Response.WriteAsync("""{"Message":"no"}""");
        });
        using var lambda = new AmazonLambdaClient(
            Credentials,
            new AmazonLambdaConfig { ServiceURL = server.Address.ToString(), AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });

        Assert.Equal(outcome, await new LambdaEventSources(lambda).ApplyAsync("deliver", new EventSourceMappingChange(["u"]), Stop));
        Assert.Equal(
            outcome, await new LambdaConcurrency(lambda, _cloudWatch).ApplyAsync("deliver", new ReservedConcurrencyChange(5), Stop));
    }

    [Fact]
    public async Task Every_page_of_a_long_list_of_event_sources_is_read_and_a_list_without_end_ends()
    {
        var asked = 0;
        await using var server = await LocalHttpServer.StartAsync(context => context.Response.WriteAsync(
            $$"""{"EventSourceMappings":[{"UUID":"u-{{asked++}}","State":"Enabled"}],"NextMarker":"{{(context.Request.Query["FunctionName"] == "endless" || asked < 3 ? "more" : "")}}"}"""));
        using var lambda = new AmazonLambdaClient(
            Credentials,
            new AmazonLambdaConfig { ServiceURL = server.Address.ToString(), AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });
        var sources = new LambdaEventSources(lambda);

        Assert.Equal(
            ["u-0", "u-1", "u-2"],
            (await sources.ReadAsync("deliver", TimeProvider.System.GetUtcNow(), Stop)).Mappings.Select(mapping => mapping.Id));
        Assert.Equal(20, (await sources.ReadAsync("endless", TimeProvider.System.GetUtcNow(), Stop)).Mappings.Count);
    }

    /// <summary>The emulator with the one operation that it lacks.</summary>
    private IAmazonLambda WithAccountSettings()
    {
        var lambda = new Mock<IAmazonLambda>();
        lambda.Setup(service => service.GetAccountSettingsAsync(It.IsAny<GetAccountSettingsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GetAccountSettingsResponse
            {
                AccountLimit = new AccountLimit { ConcurrentExecutions = 1000, UnreservedConcurrentExecutions = 980 }
            });
        lambda.Setup(service =>
            service.GetFunctionConcurrencyAsync(It.IsAny<GetFunctionConcurrencyRequest>(), It.IsAny<CancellationToken>()))
            .Returns((GetFunctionConcurrencyRequest request, CancellationToken stop) => _lambda.GetFunctionConcurrencyAsync(request, stop));
        lambda.Setup(service =>
            service.PutFunctionConcurrencyAsync(It.IsAny<PutFunctionConcurrencyRequest>(), It.IsAny<CancellationToken>()))
            .Returns((PutFunctionConcurrencyRequest request, CancellationToken stop) => _lambda.PutFunctionConcurrencyAsync(request, stop));
        return lambda.Object;
    }

    private async Task TellAsync(string metric, string function, DateTimeOffset at, double value) => await _cloudWatch.PutMetricDataAsync(
        new PutMetricDataRequest
        {
            Namespace = "AWS/Lambda",
            MetricData =
            [
                new MetricDatum
                {
                    MetricName = metric,
                    Timestamp = at.UtcDateTime,
                    Value = value,
                    Dimensions = [new Dimension { Name = "FunctionName", Value = function }]
                }
            ],
        },
        Stop);

    /// <summary>The emulator's control plane needs the parts of the API that the system itself never calls.</summary>
    private async Task<string> CreateFunctionAsync()
    {
        var name = $"hook-{Guid.NewGuid():N}";
        var trust =
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
        await PostAsync(
            "iam",
            "/",
            $"Action=CreateRole&Version=2010-05-08&RoleName={name}&AssumeRolePolicyDocument={Uri.EscapeDataString(trust)}",
            "application/x-www-form-urlencoded");
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry("bootstrap").Open();
            await entry.WriteAsync("#!/bin/sh"u8.ToArray(), Stop);
        }

        await PostAsync("lambda", "/2015-03-31/functions", new JsonObject
        {
            ["FunctionName"] = name,
            ["Runtime"] = "provided.al2023",
            ["Role"] = $"arn:aws:iam::123456789012:role/{name}",
            ["Handler"] = "bootstrap",
            ["Code"] = new JsonObject { ["ZipFile"] = Convert.ToBase64String(zip.ToArray()) },
        }.ToJsonString(), "application/json");
        return name;
    }

    private async Task<string> CreateMappingAsync(string function, bool enabled)
    {
        var queue = $"queue-{Guid.NewGuid():N}";
        await PostAsync("sqs", "/", $"Action=CreateQueue&Version=2012-11-05&QueueName={queue}", "application/x-www-form-urlencoded");
        var made = await PostAsync("lambda", "/2015-03-31/event-source-mappings", new JsonObject
        {
            ["EventSourceArn"] = $"arn:aws:sqs:eu-central-1:123456789012:{queue}",
            ["FunctionName"] = function,
            ["Enabled"] = enabled,
        }.ToJsonString(), "application/json");
        return (string)JsonNode.Parse(made)!["UUID"]!;
    }

    private async Task<string> PostAsync(string service, string path, string body, string type)
    {
        using var http = new HttpClient { BaseAddress = _emulator.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }
}
