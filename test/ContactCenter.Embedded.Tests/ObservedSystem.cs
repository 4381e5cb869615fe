using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.AWSSupport;
using Amazon.Connect;
using Amazon.DynamoDBv2;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Monitoring.Parsing;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using ContactCenter.Functions;
using ContactCenter.Functions.Incidents;
using ContactCenter.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ContactCenter.Embedded.Tests;

/// <summary>A container of which is seen what it decides and what it would send.</summary>
internal sealed class ObservedSystem : IAsyncDisposable
{
    private readonly IServiceProvider _services;
    private readonly IDisposable _owner;
    private readonly List<string> _decided = [];
    private readonly ConcurrentBag<string> _sent;
    private readonly VirtualClock _clock;

    private ObservedSystem(IServiceProvider services, IDisposable owner, Observation observation)
    {
        (_services, _owner, _sent, _clock) = (services, owner, observation.Sent, observation.Clock);
        _decided = observation.Decided;
    }

    public static ObservedSystem Deployed(ContactCenterConfiguration configuration, IAmazonDynamoDB client, string table)
    {
        var observation = new Observation();
        var services = new ServiceCollection();
        observation.AddTo(services, configuration, table);
        services.AddSingleton(client);
        services.AddSingleton<TimeProvider>(observation.Clock);
        services.AddSingleton(new MetricLine(TextWriter.Null));
        new Startup().ConfigureServices(services);
        var provider = services.BuildServiceProvider();
        return new ObservedSystem(provider, provider, observation);
    }

    public static ObservedSystem Embedded(ContactCenterConfiguration configuration)
    {
        var observation = new Observation();
        var system = new EmbeddedSystem(configuration, observation.Clock, TextWriter.Null, services =>
        {
            observation.AddTo(services, configuration, "incidents");
            services.AddSingleton(static provider => DeployedPorts.Effects(provider));
        });
        return new ObservedSystem(system.Services, system, observation);
    }

    /// <summary>What is decided about an event, and what the function answers.</summary>
    public async Task<IReadOnlyList<string>> TriageAsync(byte[] request)
    {
        _decided.Clear();
        _clock.Now += TimeSpan.FromSeconds(1);
        var function = ActivatorUtilities.CreateInstance<TriageAlarmFunction>(_services);
        using var input = new MemoryStream(request, writable: false);
        var answer = await function.TriageAlarm(input, new EmbeddedCall("TriageAlarm", TextWriter.Null));
        using var reader = new StreamReader(answer, Encoding.UTF8);
        return [await reader.ReadToEndAsync(TestContext.Current.CancellationToken), .. _decided];
    }

    /// <summary>What is sent when the stream brings everything that waits, in alphabetical order, and what is left in the outbox.</summary>
    public async Task<IReadOnlyList<string>> DeliverAsync()
    {
        var outbox = _services.GetRequiredService<IOutbox>();
        var function = ActivatorUtilities.CreateInstance<DeliverEffectsFunction>(_services);
        var handler = EmbeddedHandler.Of<DynamoDBEvent, StreamsEventResponse>(function.DeliverEffects);
        using var input = new MemoryStream(await StreamEvent.WaitingAsync(outbox, TestContext.Current.CancellationToken));
        await using var answer = await handler(input, new EmbeddedCall("DeliverEffects", TextWriter.Null));
        using var reader = new StreamReader(answer, Encoding.UTF8);
        var left = await outbox.DueAsync(
            DateTimeOffset.MaxValue, int.MaxValue, static problem => throw problem, TestContext.Current.CancellationToken);
        return
        [
            .. _sent.Order(StringComparer.Ordinal),
            await reader.ReadToEndAsync(TestContext.Current.CancellationToken),
            .. left.Order(StringComparer.Ordinal),
        ];
    }

    public ValueTask DisposeAsync()
    {
        _owner.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What both containers have alike, so that only the stores differ.</summary>
    private sealed class Observation : HttpMessageHandler
    {
        /// <summary>What Slack and ServiceNow say when they have taken a message.</summary>
        private const string Taken = """{"ok":true,"channel":"C1","ts":"1.2","result":{"sys_id":"s1","number":"INC1"}}""";

        public VirtualClock Clock { get; } = new(AlarmPayload.Noon);

        public List<string> Decided { get; } = [];

        public ConcurrentBag<string> Sent { get; } = [];

        public void AddTo(IServiceCollection services, ContactCenterConfiguration configuration, string table)
        {
            var topics = JsonSerializer.Serialize(configuration.Audiences.Keys.ToDictionary(
                static name => name, static name => $"arn:aws:sns:eu-central-1:123456789012:{name}"));
            services.AddSingleton(new FunctionEnvironment(configuration, name => name switch
            {
                "INCIDENTS_TABLE" => table,
                "AUDIENCE_TOPICS" => topics,
                "TASK_FLOW_ID" => "11111111-2222-3333-4444-555555555555",
                "REMEDIATION_TOPIC_ARN" => "arn:aws:sns:eu-central-1:123456789012:remediation",
                _ => EmbeddedEnvironment.Variable(name),
            }));
            services.AddSingleton<DecisionObserver>(Note);
            services.AddSingleton<ISecretSource>(new AnySecret());
            services.AddSingleton(new HttpClient(this));
            var sns = new Mock<IAmazonSimpleNotificationService>();
            sns.Setup(static client => client.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>()))
                .ReturnsAsync((PublishRequest request, CancellationToken _) =>
                {
                    Sent.Add($"{request.TopicArn ?? request.PhoneNumber} {request.Subject} {request.MessageStructure} {request.Message}");
                    return new PublishResponse();
                });
            services.AddSingleton(sns.Object);
            services.AddSingleton(Mock.Of<IAmazonConnect>());
            services.AddSingleton(Mock.Of<IAmazonAWSSupport>());
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add($"{request.Method} {request.RequestUri} {await request.Content!.ReadAsStringAsync(cancellationToken)}");
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(Taken, Encoding.UTF8, "application/json"),
            };
        }

        private void Note(DateTimeOffset at, IncidentInput input, Decision decision) => Decided.Add(string.Join(
            "\n",
            [
                $"{at:O} {decision.Action} {decision.After.Incident}",
                .. decision.Timeline.Select(static entry => entry.ToString()),
                .. decision.Effects.Select(static effect => JsonSerializer.Serialize(effect, StoredJson.Default.Effect)),
            ]));
    }

    /// <summary>A secret that has every member that a channel asks for.</summary>
    private sealed class AnySecret : ISecretSource
    {
        public ValueTask<Secret> GetAsync(string arn, CancellationToken cancellationToken) => new(new Secret(
            """
            {"token":"xoxb-1","botToken":"xoxb-1","url":"https://hooks.example.com/x","user":"u","password":"p",
             "key":"a-key-of-thirty-two-characters-at-least","current":"a-key-of-thirty-two-characters-at-least"}
            """));
    }
}
