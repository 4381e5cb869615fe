using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using ContactCenter.Embedded.Tests.Api;
using ContactCenter.Functions;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Exercises;

/// <summary>
/// A deployment on a clock, in which an exercise is played: Ben Roth is on call, Ada Lee is told five minutes later, and every message that
/// would leave is seen.
/// </summary>
internal sealed class GameDay : IMessageChannel, IDisposable
{
    public const string Ben = "ben@example.com";
    public const string Ada = "ada@example.com";

    private readonly List<NotifyEffect> _sent = [];

    public GameDay(Func<ContactCenterConfiguration, ContactCenterConfiguration>? center = null)
    {
        System = new ApiSystem(
            ports: (services, _) =>
            {
                services.AddSingleton(new EffectPorts(this, new SilentEffects()));
                services.AddSingleton(Store);
            },
            center: configuration => (center ?? (static same => same))(People(configuration)));
        Store.Committed += Commits.Add;
    }

    public ApiSystem System { get; }

    public InMemoryIncidentStore Store { get; } = new();

    /// <summary>What was stored, in order.</summary>
    public List<IncidentCommit> Commits { get; } = [];

    /// <summary>What was sent, in order.</summary>
    public IReadOnlyList<NotifyEffect> Sent => _sent;

    public VirtualClock Clock => System.Clock;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask<ChannelAnswer> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        _sent.Add(effect);
        return new(new Taken());
    }

    /// <summary>Starts a packaged scenario, which must be taken; gives the exercise.</summary>
    public async Task<JsonNode> StartAsync(string scenario = "table-throttled")
    {
        var reply = await TryStartAsync(new JsonObject { ["scenario"] = scenario });
        Assert.True(reply.Status == 201, reply.Text);
        return reply.Body;
    }

    public Task<ApiReply> TryStartAsync(JsonObject body, string groups = "[responder]", string path = "/exercises") =>
        System.CallAsync("POST", path, body, groups: groups);

    public Task<ApiReply> StopAsync(JsonNode exercise) =>
        System.CallAsync("POST", $"/exercises/{exercise["id"]}/stop", new JsonObject());

    public async Task<JsonNode> LookAsync(JsonNode exercise, string language = "en") =>
        (await System.CallAsync("GET", $"/exercises/{exercise["id"]}?language={language}")).Body;

    /// <summary>A person acts on the incident of an exercise.</summary>
    public async Task ActAsync(JsonNode exercise, string act, JsonObject? body = null, string who = "ada")
    {
        var reply = await System.CallAsync("POST", $"/incidents/{exercise["incident"]}/{act}", body ?? [], who);
        Assert.True(reply.Status == 200, reply.Text);
    }

    /// <summary>So many minutes go by, in each of which the clock looks and what was decided is sent.</summary>
    public async Task PassAsync(int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            Clock.Now += TimeSpan.FromMinutes(1);
            var answer = await System.System.InvokeAsync(EmbeddedFunction.Find("AdvanceEscalations")!, "{}"u8.ToArray());
            Assert.True((bool)JsonNode.Parse(answer.Span)!["passed"]!);
            await DeliverAsync();
        }
    }

    public async Task<Incident?> IncidentAsync(JsonNode exercise) =>
        (await Store.FindAsync((string)exercise["incident"]!, Stop))?.Incident;

    public async Task<JsonNode> AskHookAsync(string queue)
    {
        var request = HookEvent.Call("contact-1", KeyValuePair.Create<string, JsonNode?>("queue", queue));
        return JsonNode.Parse((await System.System.InvokeAsync(EmbeddedFunction.Find("CheckService")!, request)).Span)!;
    }

    public void Dispose() => System.Dispose();

    private async Task DeliverAsync()
    {
        var waiting = await StreamEvent.WaitingAsync(Store.Outbox, Stop);
        _ = await System.System.InvokeAsync(EmbeddedFunction.Find("DeliverEffects")!, waiting);
    }

    private static ContactCenterConfiguration People(ContactCenterConfiguration sample)
    {
        EscalationSettings steps = new()
        {
            Steps =
            [
                new EscalationStepSettings { After = TimeSpan.Zero, Audience = "engineers" },
                new EscalationStepSettings { After = TimeSpan.FromMinutes(5), Audience = "lead" },
            ],
        };
        return sample with
        {
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(sample.Audiences)
            {
                ["lead"] = [new Endpoint { Channel = Channel.Email, To = Ada, Name = "Ada Lee", Language = "de" }],
            },
            OnCall = new Dictionary<string, OnCallSettings>
            {
                ["engineers"] = new()
                {
                    From = new DateOnly(2026, 1, 5),
                    Participants =
                    [
                        new OnCallParticipant
                        {
                            Name = "Ben Roth",
                            TimeZone = "Europe/Berlin",
                            Endpoints = [new Endpoint { Channel = Channel.Email, To = Ben }],
                        },
                    ],
                },
            },
            Escalation = new BySeverity<EscalationSettings> { P1 = steps, P2 = steps, P3 = steps, P4 = steps },
        };
    }
}
