using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Validation;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Web.Tests;

/// <summary>The deployed functions on memory stores, a console before them, and people with browsers.</summary>
internal sealed class Center : IAsyncDisposable
{
    private const string PersonHeader = "x-person";

    private readonly EmbeddedSystem _system;
    private readonly WebApplication _application;

    private HttpClient? _client;

    private Center(EmbeddedSystem system, VirtualClock clock, WebApplication application) =>
        (_system, Clock, _application) = (system, clock, application);

    public VirtualClock Clock { get; }

    /// <summary>Every request that the API was asked.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What was prepared, by what it is called.</summary>
    public Dictionary<string, string> Known { get; } = [];

    /// <summary>Whether articles are edited.</summary>
    public bool IsEditing => _system.Configuration.SelfService.Editing;

    /// <summary>What the functions are made of.</summary>
    public IServiceProvider Services => _system.Services;

    /// <summary>Comes before an act, as somebody else does who is faster.</summary>
    public Func<ApiRequest, Task>? Before { get; set; }

    public static async Task<Center> OpenAsync(
        Func<ContactCenterConfiguration, ContactCenterConfiguration>? change = null,
        ISimulatedCenter? simulation = null,
        bool listens = false)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
        var configuration = Sample() with
        {
            TimeZone = "Europe/Berlin",
            OnCall = new Dictionary<string, OnCallSettings>
            {
                ["engineers"] = new()
                {
                    From = new DateOnly(2026, 1, 5),
                    Participants = [Person("Ann Weber", null), Person("Tom Lee", "Asia/Singapore")],
                },
            },
        };
        var system = new EmbeddedSystem(change?.Invoke(configuration) ?? configuration, clock, TextWriter.Null);
        Center? center = null;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        if (listens)
        {
            builder.WebHost.UseKestrelCore().ConfigureKestrel(static options =>
            {
                options.AddServerHeader = false;
                options.Listen(IPAddress.Loopback, 0);
            });
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        builder.Services.AddRoutingCore();
        builder.Services.AddConsole(new ConsoleHost
        {
            Ask = (request, caller, _) => center!.AskAsync(request, caller),
            Caller = static context => context.Request.Headers[PersonHeader].ToString().Split('/') is [var name, var role]
                ? new ApiCaller(name, name, Enum.Parse<ApiRole>(role))
                : null,
            Clock = clock,
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Hosts = ["localhost", "127.0.0.1"],
            Keys = new KeysInMemory(),
            Simulation = simulation,
        });
        center = new Center(system, clock, builder.Build().MapConsole());
        await center._application.StartAsync();
        if (!listens)
        {
            center._client = new HttpClient(center._application.GetTestServer().CreateHandler())
            {
                BaseAddress = new Uri("http://localhost/"),
            };
        }

        return center;
    }

    /// <summary>Where a real browser finds it; only of one that listens.</summary>
    public string Address => _application.Urls.First();

    /// <summary>What a request has to have so that it comes from somebody.</summary>
    public static KeyValuePair<string, string> HeaderOf(string name, ApiRole role) => new(PersonHeader, $"{name}/{role}");

    public Browser Open(string name, ApiRole role = ApiRole.Responder) => new(_client!, PersonHeader, $"{name}/{role}");

    public Browser OpenUnknown() => new(_client!, PersonHeader, "");

    /// <summary>An incident opens by a message that is no alarm; gives its id.</summary>
    public async Task<string> BreakAsync(string text = "The lights are out.")
    {
        var before = await IdsAsync();
        var request = new JsonObject
        {
            ["Records"] = new JsonArray(new JsonObject
            {
                ["EventSource"] = "aws:sns",
                ["Sns"] = new JsonObject { ["Type"] = "Notification", ["Message"] = text, ["Timestamp"] = Clock.Now.ToString("O") },
            }),
        };
        await _system.InvokeAsync(EmbeddedFunction.Find("TriageAlarm")!, Encoding.UTF8.GetBytes(request.ToJsonString()));
        return Assert.Single(await IdsAsync(), id => !before.Contains(id));
    }

    /// <summary>The queues are as this says.</summary>
    public async Task MeasureAsync(params QueueState[] queues)
    {
        var store = _system.Services.GetRequiredService<IQueueStateStore>();
        await store.WriteAsync(new QueueStates(Clock.Now, queues), CancellationToken.None);
        Clock.Now += TimeSpan.FromSeconds(11);
    }

    /// <summary>What the contact flow of a caller for a queue is told, once what hooks remember is old.</summary>
    public async Task<JsonNode> CallAsync(string queue)
    {
        Clock.Now += TimeSpan.FromSeconds(11);
        var call = new JsonObject { ["Details"] = new JsonObject { ["Parameters"] = new JsonObject { ["queue"] = queue } } };
        var answer = await _system.InvokeAsync(EmbeddedFunction.Find("CheckService")!, Encoding.UTF8.GetBytes(call.ToJsonString()));
        return JsonNode.Parse(answer.Span)!;
    }

    /// <summary>Somebody acts on an incident by the API itself.</summary>
    public async Task ActAsync(string id, string act, string person)
    {
        var answer = await DeskAsync(
            new ApiRequest { Method = "POST", Path = $"{ApiDesk.Base}/incidents/{id}/{act}", Headers = new Dictionary<string, string>() },
            new ApiCaller(person, person, ApiRole.Responder));
        Assert.Equal(200, answer.Status);
    }

    /// <summary>Somebody reads by the API itself.</summary>
    public async Task<string> ReadAsync(string path) => await AskByHandAsync("GET", path, null);

    /// <summary>Somebody decides by the API itself.</summary>
    public async Task<string> SendAsync(string path, string body) => await AskByHandAsync("POST", path, body);

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _application.DisposeAsync();
        _system.Dispose();
    }

    private static OnCallParticipant Person(string name, string? zone) => new()
    {
        Name = name,
        TimeZone = zone,
        Endpoints = [new() { Channel = Channel.Sms, To = "+4915112345691" }],
    };

    private async ValueTask<ApiAnswer> AskAsync(ApiRequest request, ApiCaller caller)
    {
        lock (Asked)
        {
            Asked.Add($"{request.Method} {request.Path[ApiDesk.Base.Length..]}");
        }

        if (request.Method == "POST" && Before is { } before)
        {
            Before = null;
            await before(request);
        }

        return await DeskAsync(request, caller);
    }

    private ValueTask<ApiAnswer> DeskAsync(ApiRequest request, ApiCaller caller) => _system.Services.GetRequiredService<ApiDesk>()
        .AnswerAsync(request, new CallerReading(caller, null), 10_000, Clock.Now, CancellationToken.None);

    /// <summary>Somebody asks the API itself.</summary>
    internal async Task<string> AskByHandAsync(string method, string path, string? body)
    {
        var answer = await DeskAsync(Chromium.PagesOf.Request(method, path, body), Chromium.PagesOf.Preparer);
        Assert.True(answer.Status is 200 or 201, $"{path}: {answer.Body}");
        return answer.Body;
    }

    private async Task<string[]> IdsAsync()
    {
        var page = await DeskAsync(
            new ApiRequest { Method = "GET", Path = $"{ApiDesk.Base}/incidents", Headers = new Dictionary<string, string>() },
            new ApiCaller("looker", "looker", ApiRole.Viewer));
        return [.. JsonNode.Parse(page.Body)!["items"]!.AsArray().Select(static item => (string)item!["id"]!)];
    }

    private static ContactCenterConfiguration Sample()
    {
        using var stream = typeof(Center).Assembly.GetManifestResourceStream("contactcenter.json")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return ConfigurationReader.ReadChecked(copy.ToArray());
    }
}
