using System.Text;
using System.Text.Json.Nodes;
using Amazon.AWSSupport;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.SimpleNotificationService;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Functions.Incidents;
using ContactCenter.Functions.Tests.Contacts;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Channel = ContactCenter.Core.Configuration.Channel;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>
/// Ann is called, and Bob after her, through the deployed functions and the deployed channel; Amazon Connect is played.
/// </summary>
public sealed class CalledPeopleTests : IDisposable
{
    private const string Ann = "+4915112345670";
    private const string Bob = "+4915112345671";

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemoryIncidentStore _store = new();
    private readonly List<Effect> _waiting = [];
    private readonly List<Effect> _hastened = [];
    private readonly Dictionary<string, StartOutboundVoiceContactRequest> _placed = new(StringComparer.Ordinal);
    private readonly EmbeddedSystem _system;

    public CalledPeopleTests()
    {
        _store.Committed += commit => _waiting.AddRange(commit.Effects);
        _store.Outbox.Hastened += _hastened.Add;
        var connect = new Mock<IAmazonConnect>();
        connect.Setup(static one => one.StartOutboundVoiceContactAsync(
                It.IsAny<StartOutboundVoiceContactRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((StartOutboundVoiceContactRequest request, CancellationToken _) =>
            {
                _placed.Add(request.DestinationPhoneNumber, request);
                return new StartOutboundVoiceContactResponse { ContactId = ContactOf(request.DestinationPhoneNumber) };
            });
        _system = new EmbeddedSystem(Called, _clock, TextWriter.Null, services =>
        {
            services.AddSingleton(_store);
            services.AddSingleton(provider => new EffectPorts(
                new NotificationChannels(
                    Mock.Of<IAmazonSimpleNotificationService>(), connect.Object, Mock.Of<IAmazonAWSSupport>(), new HttpClient(),
                    Mock.Of<ISecretSource>(), _store, provider.GetRequiredService<INotebook>(), _clock)
                    .CreateSender(
                        Called,
                        provider.GetRequiredService<IncidentPolicy>(),
                        new NotificationOptions { Topics = new Dictionary<string, string>(), CallFlowId = "flow" }),
                Mock.Of<IEffectHandler>()));
        });
    }

    private static ContactCenterConfiguration Called => Hooks.Configuration with
    {
        Calls = new CallSettings { SourceNumber = "+4969123456" },
        Audiences = Hooks.Configuration.Audiences.ToDictionary(
            static audience => audience.Key,
            static audience => audience.Key == "on-call"
                ?
                [
                    new Endpoint { Channel = Channel.Call, To = Ann, Name = "Ann" },
                    new Endpoint { Channel = Channel.Call, To = Bob, Name = "Bob", Fallback = true },
                ]
                : audience.Value),
        Escalation = new BySeverity<EscalationSettings>
        {
            P1 = OnCall,
            P2 = OnCall,
            P3 = OnCall,
            P4 = OnCall,
        },
    };

    private static EscalationSettings OnCall => new()
    {
        Steps = [new EscalationStepSettings { After = TimeSpan.Zero, Audience = "on-call" }],
    };

    private Incident Incident => Assert.Single(_store.All);

    [Fact]
    public async Task One_is_called_and_while_it_rings_nobody_else_is()
    {
        await RingAsync();

        Assert.Equal([Ann], _placed.Keys);
        Assert.False(await IsDoneAsync());
    }

    [Fact]
    public async Task Her_key_takes_the_incident_and_the_message_is_delivered_at_once()
    {
        await RingAsync();

        var answer = await PressAsync(Ann, "1");

        Assert.Equal("taken", (string?)answer["status"]);
        Assert.Equal("Ann", Incident.Acknowledgement!.By);
        Assert.True(await IsDoneAsync());
        Assert.Equal([Ann], _placed.Keys);
    }

    [Fact]
    public async Task Her_key_two_and_the_end_of_her_call_both_call_Bob_at_once_and_once()
    {
        await RingAsync();

        Assert.Equal("passed_on", (string?)(await PressAsync(Ann, "2"))["status"]);
        Assert.Equal([Ann, Bob], _placed.Keys);
        Assert.Equal("True", (await EndAsync(Ann))["isCall"]!.ToString(), ignoreCase: true);

        Assert.Equal([Ann, Bob], _placed.Keys);
        Assert.Equal("taken", (string?)(await PressAsync(Bob, "1"))["status"]);
        Assert.Equal("Bob", Incident.Acknowledgement!.By);
        Assert.True(await IsDoneAsync());
    }

    [Fact]
    public async Task A_call_that_ends_without_a_key_calls_Bob_at_once()
    {
        await RingAsync();

        await EndAsync(Ann);

        Assert.Equal([Ann, Bob], _placed.Keys);
        Assert.False(await IsDoneAsync());
    }

    [Fact]
    public async Task When_neither_answers_the_timeline_says_so_and_the_escalation_goes_on()
    {
        await RingAsync();
        await EndAsync(Ann);
        await EndAsync(Bob);

        Assert.Contains(
            await _store.TimelineAsync(Incident.Id, TestContext.Current.CancellationToken),
            static line => line.Text.Contains(
                "nobody pressed a key; Call (+4915112345671): nobody pressed a key", StringComparison.Ordinal));
        Assert.True(await IsDoneAsync());
        Assert.NotNull(Incident.NextDueAt);
    }

    [Fact]
    public async Task When_the_end_of_a_call_is_never_told_its_time_limit_calls_Bob()
    {
        await RingAsync();
        _clock.Now += TimeSpan.FromSeconds(30) + PlacedCall.Conversation;

        _ = await _system.InvokeAsync(EmbeddedFunction.Find("AdvanceEscalations")!, "{}"u8.ToArray());

        Assert.Contains(Bob, _placed.Keys);
    }

    [Fact]
    public async Task Who_is_called_after_somebody_else_has_taken_it_is_not_called_any_more()
    {
        await RingAsync();
        _ = await _system.Services.GetRequiredService<IncidentPipeline>().ActAsync(
            Incident.Id, new PersonActed(PersonAction.Acknowledge, "Cyd"), _clock.Now, TestContext.Current.CancellationToken);

        await EndAsync(Ann);

        Assert.Equal([Ann], _placed.Keys);
        Assert.True(await IsDoneAsync());
    }

    [Theory]
    [InlineData("66666666-2222-3333-4444-555555555555")]
    [InlineData("")]
    public async Task The_end_of_another_contact_says_nothing(string contact)
    {
        await RingAsync();

        var answer = await InvokeAsync("EndCall", PersonCallEvent.Ended(contact));

        Assert.False((bool)answer["isCall"]!);
        Assert.Equal([Ann], _placed.Keys);
    }

    [Fact]
    public async Task What_is_no_contact_event_says_nothing()
    {
        await RingAsync();

        Assert.False((bool)(await InvokeAsync("EndCall", Encoding.UTF8.GetBytes("not json")))["isCall"]!);
        Assert.False((bool)(await InvokeAsync("EndCall", "{}"u8.ToArray()))["isCall"]!);
    }

    public void Dispose() => _system.Dispose();

    private static string ContactOf(string number) => $"contact-{number.TrimStart('+')}";

    private async Task RingAsync() => _ = await InvokeAsync("TriageAlarm", Encoding.UTF8.GetBytes(Events.Alarm(_clock.Now)));

    private Task<JsonObject> PressAsync(string number, string key) => InvokeAsync(
        "AnswerCall", PersonCallEvent.Pressed(ContactOf(number), _placed[number].Attributes, key));

    private Task<JsonObject> EndAsync(string number) => InvokeAsync("EndCall", PersonCallEvent.Ended(ContactOf(number)));

    private async Task<bool> IsDoneAsync() => !(await _store.Outbox.DueAsync(
        _clock.Now.AddDays(1), 10, static problem => throw problem, TestContext.Current.CancellationToken)).Any(id =>
            id.StartsWith(Incident.Id, StringComparison.Ordinal));

    /// <summary>Invokes a function, and then what the stream brings because of it.</summary>
    private async Task<JsonObject> InvokeAsync(string function, byte[] request)
    {
        var answer = await _system.InvokeAsync(EmbeddedFunction.Find(function)!, request);
        while (_waiting.Count + _hastened.Count > 0)
        {
            var batch = _waiting.Count > 0 ? StreamEvent.Of(_waiting.ToArray()) : StreamEvent.Hastened(_hastened.ToArray());
            (_waiting.Count > 0 ? _waiting : _hastened).Clear();
            _ = await _system.InvokeAsync(EmbeddedFunction.Find(nameof(DeliverEffectsFunction.DeliverEffects))!, batch);
        }

        return JsonNode.Parse(answer.Span) as JsonObject ?? [];
    }
}
