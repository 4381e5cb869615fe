using System.Text.Json.Nodes;
using Amazon;
using Amazon.AWSSupport;
using Amazon.Connect;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Dashboards;
using ContactCenter.Core.Notifications.HandOver;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Functions;
using ContactCenter.Functions.Incidents;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Cli.Show;

/// <summary>The deployed functions with the deployed channels, of which is seen what they would send.</summary>
internal sealed class ShownSystem : IDisposable
{
    private static readonly byte[] Schedule = "{}"u8.ToArray();

    private readonly InMemoryIncidentStore _store = new();
    private readonly List<Effect> _waiting = [];
    private readonly CapturedHttp _http = new();
    private readonly VirtualClock _clock;
    private readonly AmazonSimpleNotificationServiceClient _sns;
    private readonly AmazonAWSSupportClient _support;
    private readonly AmazonConnectClient _connect;
    private readonly EmbeddedSystem _system;
    private readonly ShownChannels _channels;

    /// <summary>A system that has heard nothing.</summary>
    /// <param name="configuration">The configuration, checked.</param>
    /// <param name="at">What time it is.</param>
    public ShownSystem(ContactCenterConfiguration configuration, DateTimeOffset at)
    {
        _clock = new VirtualClock(at);
        _store.Committed += commit => _waiting.AddRange(commit.Effects);
        var region = RegionEndpoint.GetBySystemName(configuration.Instance.Region);
        _sns = new AmazonSimpleNotificationServiceClient(
            new AnonymousAWSCredentials(),
            new AmazonSimpleNotificationServiceConfig { RegionEndpoint = region, HttpClientFactory = _http.ForAws() });
        _support = new AmazonAWSSupportClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1);
        _connect = new AmazonConnectClient(
            new AnonymousAWSCredentials(), new AmazonConnectConfig { RegionEndpoint = region, HttpClientFactory = _http.ForAws() });
        _system = new EmbeddedSystem(configuration, _clock, TextWriter.Null, services =>
        {
            services.AddSingleton(_store);
            services.AddSingleton<ISecretSource>(new ShownSecrets(configuration));
            services.AddSingleton(new FunctionEnvironment(configuration, name => Variable(name, configuration)));
            services.AddSingleton(provider => new ShownChannels(Deployed(provider), _http));
            services.AddSingleton(provider => new EffectPorts(
                provider.GetRequiredService<ShownChannels>(), provider.GetRequiredService<ShownChannels>()));
        });
        _channels = _system.Services.GetRequiredService<ShownChannels>();
    }

    /// <summary>What time it is.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>Hands a message to the function that takes alarms.</summary>
    /// <returns>What is sent because of it.</returns>
    public Task<IReadOnlyList<ShownMessage>> HearAsync(ReadOnlyMemory<byte> alarm, DateTimeOffset at)
    {
        _clock.Now = at > _clock.Now ? at : _clock.Now;
        return InvokeAsync(nameof(TriageAlarmFunction.TriageAlarm), alarm);
    }

    /// <summary>Lets time pass to the next deadline.</summary>
    /// <returns>What is sent because of it; null when nothing is due before the time.</returns>
    public async Task<IReadOnlyList<ShownMessage>?> AdvanceAsync(DateTimeOffset until)
    {
        if (_store.NextDueAt is not { } due || due > until)
        {
            return null;
        }

        _clock.Now = due > _clock.Now ? due : _clock.Now;
        return await InvokeAsync(nameof(AdvanceEscalationsFunction.AdvanceEscalations), Schedule);
    }

    /// <summary>What would be told of a schedule's hand-over; null: nobody takes turns in it.</summary>
    public Task<HandOverFacts?> HandOverAsync(string schedule, DateTimeOffset at, CancellationToken cancellationToken)
    {
        _clock.Now = at > _clock.Now ? at : _clock.Now;
        return _system.Services.GetRequiredService<HandOverReader>().PreviewAsync(schedule, _clock.Now, cancellationToken);
    }

    /// <summary>How somebody reads at the first endpoint of theirs.</summary>
    public Reader ReaderOf(string schedule, OnCallParticipant person) =>
        _system.Services.GetRequiredService<IncidentPolicy>().ReaderOf(schedule, person, person.Endpoints[0]);

    public void Dispose()
    {
        _system.Dispose();
        _sns.Dispose();
        _support.Dispose();
        _connect.Dispose();
        _http.Dispose();
    }

    private async Task<IReadOnlyList<ShownMessage>> InvokeAsync(string function, ReadOnlyMemory<byte> request)
    {
        _ = await _system.InvokeAsync(EmbeddedFunction.Find(function)!, request);
        while (_waiting.Count > 0)
        {
            var batch = StreamEvent.Of(_waiting);
            _waiting.Clear();
            _ = await _system.InvokeAsync(EmbeddedFunction.Find(nameof(DeliverEffectsFunction.DeliverEffects))!, batch);
        }

        return _channels.Take();
    }

    private IMessageChannel Deployed(IServiceProvider provider)
    {
        var told = provider.GetRequiredService<FunctionEnvironment>();
        return new NotificationChannels(
            _sns,
            _connect,
            _support,
            new HttpClient(_http, disposeHandler: false),
            provider.GetRequiredService<ISecretSource>(),
            provider.GetRequiredService<IIncidentStore>(),
            provider.GetRequiredService<INotebook>(),
            _clock).CreateSender(told.Configuration, provider.GetRequiredService<IncidentPolicy>(), told.Notifications);
    }

    /// <summary>Where links lead: to the name that is configured, else one as long as API Gateway gives.</summary>
    public static string LinkBase(ContactCenterConfiguration configuration) => configuration.Answers.Domain is { } domain
        ? $"https://{domain.Name}/a"
        : $"https://a1b2c3d4e5.execute-api.{configuration.Instance.Region}.amazonaws.com/a";

    /// <summary>The environment of a deployment.</summary>
    private static string? Variable(string name, ContactCenterConfiguration configuration) => name switch
    {
        "INCIDENTS_TABLE" => "incidents",
        "AUDIENCE_TOPICS" => Topics(configuration),
        "CALL_FLOW_ID" => configuration.Calls is null ? null : "shown",
        "LINK_BASE_URL" => LinkBase(configuration),
        "DASHBOARD_URL" => DeploymentNames.Of(configuration).DashboardLink(configuration.Instance, DashboardPlan.Operations).AbsoluteUri,
        ShownSecrets.Links => ShownSecrets.Links,
        _ => null,
    };

    private static string Topics(ContactCenterConfiguration configuration)
    {
        var (names, instance) = (DeploymentNames.Of(configuration), configuration.Instance);
        return new JsonObject(DeploymentNames.AudiencesWithTopic(configuration).Select(audience => KeyValuePair.Create<string, JsonNode?>(
            audience.Name,
            $"arn:{instance.Partition}:sns:{instance.Region}:{instance.AccountId}:{names.AudienceTopic(audience.Name)}"))).ToJsonString();
    }
}
