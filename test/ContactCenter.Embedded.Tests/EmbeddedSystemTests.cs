using System.Text.Json;
using Amazon.DynamoDBv2;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using ContactCenter.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests;

/// <summary>The functions, made of what the real composition root registers.</summary>
public sealed class EmbeddedSystemTests
{
    public static TheoryData<string> Names => [.. EmbeddedFunction.All.Select(static function => function.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_function_is_made_and_answers_json(string name)
    {
        using var system = new EmbeddedSystem(Sample.Configuration, TimeProvider.System, TextWriter.Null);

        var answer = await system.InvokeAsync(EmbeddedFunction.Find(name)!, "{}"u8.ToArray());

        using var document = JsonDocument.Parse(answer);
        Assert.Contains(document.RootElement.ValueKind, new[] { JsonValueKind.Object, JsonValueKind.Array });
    }

    [Fact]
    public void Every_function_of_a_deployment_is_embedded_or_it_is_said_why_not()
    {
        var deployed = typeof(Startup).Assembly.GetExportedTypes()
            .Where(static type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Function", StringComparison.Ordinal))
            .Select(static type => type.Name[..^"Function".Length]);

        Assert.Equal(
            deployed.Order(StringComparer.Ordinal),
            EmbeddedFunction.All.Select(static function => function.Name)
                .Concat(EmbeddedFunction.Untried.Keys)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_port_of_a_deployment_is_left_but_clients_that_nobody_asks_for_and_what_reads_an_account()
    {
        var (deployed, embedded) = (new ServiceCollection(), new ServiceCollection());
        DeployedPorts.AddTo(deployed);
        MemoryPorts.AddTo(embedded, Sample.Configuration);
        Type[] given = [typeof(TimeProvider), typeof(FunctionEnvironment), typeof(MetricLine)];

        var left = deployed.Select(static port => port.ServiceType).Except(given).Except(embedded.Select(static port => port.ServiceType));

        Assert.Equal(
            [
                "AccountClients", "AlarmTopic", "ConnectTasks", "IAccount", "IAmazonAWSSupport", "IAmazonDynamoDB", "IAmazonLambda", "IAmazonS3",
                "IAmazonSimpleNotificationService", "ISegmentStreams", "PackagedKnowledge", "S3ModelStore",
            ],
            left.Select(static port => port.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_client_of_AWS_is_made()
    {
        using var system = new EmbeddedSystem(
            Sample.Configuration,
            TimeProvider.System,
            TextWriter.Null,
            static services => services.AddSingleton<IAmazonDynamoDB>(
                static _ => throw new InvalidOperationException("a table of AWS was asked for")));

        foreach (var function in EmbeddedFunction.All)
        {
            _ = await system.InvokeAsync(function, "{}"u8.ToArray());
        }
    }
}
