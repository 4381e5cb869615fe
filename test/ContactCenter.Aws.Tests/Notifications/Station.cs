using System.Collections.Concurrent;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Tests.Notifications;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;
using Moq;
using Endpoint = ContactCenter.Core.Configuration.Endpoint;
using Sns = Amazon.SimpleNotificationService.IAmazonSimpleNotificationService;

namespace ContactCenter.Aws.Tests.Notifications;

/// <summary>
/// The handler of messages, with a real HTTP server on the other side that answers as it is told; the last answer counts for the rest.
/// The clock is virtual: pauses pass at once, and the time limit passes when the server keeps silent.
/// </summary>
internal sealed class Station : IAsyncDisposable
{
    private readonly ConcurrentQueue<Reply> _replies;
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly HttpClient _http = HttpSender.CreateClient(isGuarded: false);
    private LocalHttpServer? _server;
    private IEffectHandler? _handler;
    private Reply _last = new(200);

    private Station(Reply[] replies)
    {
        _replies = new ConcurrentQueue<Reply>(replies);
        Notes.Now = Messages.Opened;
    }

    public ChannelLimits Limits { get; } = new() { Attempt = TimeSpan.FromMinutes(5), Total = TimeSpan.FromHours(1), Retries = 2 };

    /// <summary>How people are called; null: nobody is.</summary>
    public CallSettings? Calls { get; set; } = new() { SourceNumber = "+4969123456", MaximumPerHour = 2 };

    public WaitingClock Clock { get; } = new(Messages.Opened.AddMinutes(12), TimeSpan.FromMinutes(1));

    public Notes Notes { get; } = new();

    public Secrets Secrets { get; } = new();

    public OpenIncident Store { get; } = new();

    public Mock<Sns> Sns { get; } = new(MockBehavior.Loose);

    public Mock<Amazon.Connect.IAmazonConnect> Connect { get; } = new(MockBehavior.Loose);

    public Mock<Amazon.AWSSupport.IAmazonAWSSupport> Support { get; } = new(MockBehavior.Loose);

    /// <summary>Answers in the place of the answers that are told, or null: those count.</summary>
    public Func<Received, Reply>? Player { get; set; }

    public IReadOnlyList<Received> Requests => [.. _received];

    public Uri Address => _server!.Address;

    public IEffectHandler Handler => _handler!;

    /// <summary>What people have decided over the configuration; null: nothing.</summary>
    public Func<ValueTask<IncidentPolicy>>? PolicyNow { get; set; }

    public static async Task<Station> StartAsync(params Reply[] replies)
    {
        var station = new Station(replies);
        station._server = await LocalHttpServer.StartAsync(station.AnswerAsync);
        return station;
    }

    /// <summary>Answers from now on.</summary>
    public void Answer(params Reply[] replies)
    {
        _replies.Clear();
        foreach (var reply in replies)
        {
            _replies.Enqueue(reply);
        }
    }

    /// <summary>Tells the first endpoint of an audience that consists of these.</summary>
    public ValueTask<DeliveryResult> TellAsync(NotifyEffect effect, params Endpoint[] endpoints) => TellAsync(effect, 1, endpoints);

    public ValueTask<DeliveryResult> TellAsync(NotifyEffect effect, int attempt, params Endpoint[] endpoints)
    {
        _handler ??= CreateHandler(endpoints);
        return _handler.HandleAsync(
            effect with { Channel = endpoints[0].Channel, To = endpoints[0].To }, attempt, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a notice by an endpoint of the audience on-call.</summary>
    public ValueTask<NoticeAnswer> NoticeAsync(Notice notice, Endpoint endpoint)
    {
        var (configuration, desk) = Desk([endpoint]);
        return Channels().CreateNoticeSender(configuration, desk.Policy, Options())
            .SendAsync(notice, "on-call", endpoint, TestContext.Current.CancellationToken);
    }

    /// <summary>The generic webhook at a path of the server.</summary>
    public Endpoint Webhook(string path = "/hook") =>
        new() { Channel = Channel.Webhook, To = new Uri(Address, path).AbsoluteUri, Secret = "webhook" };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server!.DisposeAsync();
    }

    private IEffectHandler CreateHandler(Endpoint[] endpoints)
    {
        var (configuration, desk) = Desk(endpoints);
        return desk.MessagesBy(Channels().CreateSender(configuration, desk.Policy, Options(), PolicyNow), Notes, Clock);
    }

    private NotificationChannels Channels() =>
        new(Sns.Object, Connect.Object, Support.Object, _http, Secrets, Store, Notes, Clock);

    private (ContactCenterConfiguration Configuration, IncidentDesk Desk) Desk(Endpoint[] endpoints)
    {
        var configuration = new ContactCenterConfiguration
        {
            Environment = "test",
            Instance = new ConnectInstance
            {
                Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
                Alias = "bank"
            },
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>> { ["on-call"] = endpoints, ["lead"] = endpoints },
            Calls = Calls,
        };
        return (configuration, new IncidentDesk(configuration, Store));
    }

    private NotificationOptions Options() => new()
    {
        Topics = new Dictionary<string, string> { ["on-call"] = "arn:aws:sns:eu-central-1:123456789012:test-on-call" },
        TaskFlowId = "flow-1",
        CallFlowId = "flow-2",
        LinkBase = new Uri("https://cc.example.com/a"),
        LinkSecret = "links",
        SlackApi = new Uri(Address, "/api/"),
        IsRehearsal = true,
        Limits = Limits,
    };

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var received = new Received(
            context.Request.Method,
            context.Request.Path,
            context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        _received.Enqueue(received);
        var reply = Player is { } player ? player(received) : _replies.TryDequeue(out var next) ? _last = next : _last;
        if (reply.IsSilence)
        {
            var gone = new TaskCompletionSource();
            using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
            Clock.Advance(Limits.Attempt);
            await gone.Task;
            return;
        }

        context.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is not null)
        {
            context.Response.Headers.RetryAfter = reply.RetryAfter;
        }

        if (reply.Location is not null)
        {
            context.Response.Headers.Location = reply.Location;
        }

        await context.Response.WriteAsync(reply.Body);
    }
}
