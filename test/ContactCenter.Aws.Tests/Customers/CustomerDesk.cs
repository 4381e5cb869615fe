using System.Collections.Concurrent;
using ContactCenter.Aws.Customers;
using ContactCenter.Aws.Tests.Notifications;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Customers;

/// <summary>
/// The customer system as a real HTTP server that answers as it is told; the last answer counts for the rest. Silence lets the time pass
/// after which a second request is sent, or, when told so, all the time there is.
/// </summary>
internal sealed class CustomerDesk : IAsyncDisposable
{
    public const string Customer = """{"customer":{"name":"Ann","segment":"gold"}}""";

    private readonly ConcurrentQueue<Reply> _replies;
    private readonly ConcurrentQueue<HttpRequest> _requests = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private LocalHttpServer? _server;
    private Reply _last = new(200, Customer);

    private CustomerDesk(Reply[] replies) => _replies = new ConcurrentQueue<Reply>(replies);

    public WaitingClock Clock { get; } = new(Noon, TimeSpan.Zero);

    /// <summary>How much time passes when the server keeps silent.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMilliseconds(500);

    public IReadOnlyList<HttpRequest> Requests => [.. _requests];

    public Uri Address => _server!.Address;

    public string? Secret { get; private set; }

    public CustomerLookup Lookup { get; private set; } = null!;

    public static Task<CustomerDesk> OpenAsync(params Reply[] replies) => OpenAsync(TimeSpan.FromMilliseconds(500), replies);

    public static async Task<CustomerDesk> OpenAsync(TimeSpan silence, params Reply[] replies)
    {
        var desk = new CustomerDesk(replies) { Silence = silence };
        desk._server = await LocalHttpServer.StartAsync(desk.AnswerAsync);
        var settings = new CrmSettings
        {
            Api = "crm",
            Url = new Uri(desk._server.Address, "/c").AbsoluteUri + "?phone={phone}",
            Secret = "webhook",
            Header = "x-api-key",
            Attributes = new Dictionary<string, string> { ["customerName"] = "customer.name", ["segment"] = "customer.segment" },
        };
        desk.Lookup = new CustomerLookup(settings, new CrmClient(desk._http, new Secrets(), settings), desk.Clock);
        return desk;
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

    public async Task<CustomerAnswer> CallAsync(string phone = "+49151", string? skip = null) => await Lookup.LookUpAsync(
        new FlowRequest { CustomerAddress = phone, Parameters = skip is null ? [] : new Dictionary<string, string> { ["skip"] = skip } },
        TimeSpan.FromSeconds(1.9),
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server!.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        _requests.Enqueue(context.Request);
        Secret = context.Request.Headers["x-api-key"];
        var reply = _replies.TryDequeue(out var next) ? _last = next : _last;
        if (reply.IsSilence)
        {
            var gone = new TaskCompletionSource();
            using var registration = context.RequestAborted.Register(() => gone.TrySetResult());

            // the request can be here before the sender has begun to wait
            while (Clock.NextDue is not { } due || due > Silence)
            {
                await Task.Yield();
            }

            Clock.Advance(Silence);
            await gone.Task;
            return;
        }

        context.Response.StatusCode = reply.Status;
        if (reply.Location is not null)
        {
            context.Response.Headers.Location = reply.Location;
        }

        await context.Response.WriteAsync(reply.Body);
    }
}
