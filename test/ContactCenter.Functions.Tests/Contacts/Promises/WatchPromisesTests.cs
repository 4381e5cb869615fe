using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Settings;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using ContactCenter.Simulation.Stores;
using ContactCenter.Simulation.Stores.Promises;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ContactCenter.Functions.Tests.Contacts.Promises;

/// <summary>
/// Promises to contacts through the deployed functions: the flow routes, events tell what becomes of it, the schedule looks.
/// </summary>
public sealed class WatchPromisesTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Noon);
    private readonly StringWriter _log = new();
    private readonly InMemoryPromisedContacts _contacts = new();
    private readonly List<EmbeddedSystem> _systems = [];
    private readonly InMemoryNotebook _notebook;

    public WatchPromisesTests() => _notebook = new InMemoryNotebook(_clock);

    [Fact]
    public async Task A_lead_is_told_once_when_it_is_near_and_once_when_it_is_past_whoever_looks_how_often()
    {
        var system = System();
        await RouteAsync(system, "a");
        await HearAsync(system, "QUEUED", "a");
        _clock.Now = Noon.AddMinutes(9);
        await LookAsync(system);
        await LookAsync(System());
        _clock.Now = Noon.AddMinutes(20);
        await RouteAsync(system, "a");
        await HearAsync(system, "QUEUED", "a");
        await LookAsync(system);
        await LookAsync(system);

        Assert.Equal(
            ["has waited 9m for an agent of the 10m promised", "has waited 20m for an agent; 10m was promised"],
            Told.Select(static notice => notice.Paragraphs[0].Split('\n')[1]));
        Assert.Equal((0.0, 1.0), (Metric("ContactsNearPromise"), Metric("ContactsPastPromise")));
    }

    [Fact]
    public async Task What_the_customer_said_stands_masked_in_the_message()
    {
        var system = System();
        await RouteAsync(system, "a", "my card 4111 1111 1111 1111 is gone");
        await HearAsync(system, "QUEUED", "a");
        _clock.Now = Noon.AddMinutes(11);
        await LookAsync(system);

        var paragraph = Assert.Single(Told).Paragraphs[0];
        Assert.Contains("The customer says: my card", paragraph, StringComparison.Ordinal);
        Assert.DoesNotContain("4111", paragraph, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_was_said_is_kept_unless_the_file_says_so()
    {
        var system = System(summary: false);
        await RouteAsync(system, "a", "my card is gone");

        Assert.Null(Assert.Single(await _contacts.AllAsync(Stop)).Said);
    }

    [Fact]
    public async Task Many_contacts_stand_in_one_message_and_the_next_comes_after_its_time()
    {
        var system = System();
        for (var i = 0; i < 9; i++)
        {
            await RouteAsync(system, $"c{i}");
            await HearAsync(system, "QUEUED", $"c{i}");
        }

        _clock.Now = Noon.AddMinutes(11);
        await LookAsync(system);
        await RouteAsync(system, "late", contacts: 5);
        await LookAsync(system);
        Assert.Equal("9 contacts need you", Assert.Single(Told).Subject);
        Assert.Equal((7, "Contacts besides these: 3"), (Told[0].Paragraphs.Length, Told[0].Paragraphs[^1]));

        _clock.Now = Noon.AddMinutes(16);
        await LookAsync(system);
        Assert.Equal(2, Told.Count);
        Assert.Contains("in touch for the 6th time", Told[1].Paragraphs[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_every_channel_refuses_is_told_the_next_time()
    {
        var refuses = true;
        var channel = new Mock<INoticeChannel>();
        channel.Setup(one => one.SendAsync(It.IsAny<Notice>(), It.IsAny<string>(), It.IsAny<Endpoint>(), It.IsAny<CancellationToken>()))
            .Returns(() => new(refuses ? new NoticeAnswer(NoticeOutcome.Refused, "no") : NoticeAnswer.By("it")));
        var system = System(services => services.AddSingleton(channel.Object));
        await RouteAsync(system, "a");
        await HearAsync(system, "QUEUED", "a");
        _clock.Now = Noon.AddMinutes(11);

        Assert.Equal((0, 1), await LookAsync(system));
        refuses = false;
        _clock.Now = Noon.AddMinutes(12);
        Assert.Equal((1, 0), await LookAsync(system));
        Assert.Equal((0, 0), await LookAsync(system));
    }

    [Theory]
    [InlineData("QUEUED", "agent", "OUTBOUND")]
    [InlineData("DISCONNECTED", "listener", "MONITOR")]
    [InlineData("QUEUED", "not an id!", "INBOUND")]
    [InlineData("CONTACT_DATA_UPDATED", "a", "INBOUND")]
    public async Task An_event_that_says_nothing_of_a_customers_contact_starts_no_look(string type, string contact, string initiation)
    {
        var system = System();
        await RouteAsync(system, "a");
        await HearAsync(system, "QUEUED", "a");
        _clock.Now = Noon.AddMinutes(20);

        await HearAsync(system, type, contact, initiation: initiation);

        Assert.Empty(Told);
    }

    [Fact]
    public async Task Of_two_looks_at_once_one_tells_an_audience()
    {
        var sent = 0;
        EmbeddedSystem? system = null;
        var channel = new Mock<INoticeChannel>();
        channel.Setup(one => one.SendAsync(It.IsAny<Notice>(), It.IsAny<string>(), It.IsAny<Endpoint>(), It.IsAny<CancellationToken>()))
            .Returns(async () =>
            {
                // while the first one sends, another contact is past its promise and a second look begins
                if (++sent == 1)
                {
                    await RouteAsync(system!, "b", contacts: 5);
                    _ = await LookAsync(system!);
                }

                return NoticeAnswer.By("it");
            });
        system = System(services => services.AddSingleton(channel.Object));
        await RouteAsync(system, "a");
        await HearAsync(system, "QUEUED", "a");
        _clock.Now = Noon.AddMinutes(11);

        Assert.Equal((1, 0), await LookAsync(system));
        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task A_shadow_tells_nobody_and_uses_no_reason_up()
    {
        var shadow = System(configuration: Promising(summary: false) with { Shadow = true });
        await RouteAsync(shadow, "a");
        await HearAsync(shadow, "QUEUED", "a");
        _clock.Now = Noon.AddMinutes(11);

        Assert.Equal((0, 0), await LookAsync(shadow));
        Assert.Equal(1.0, Metric("ContactsPastPromise"));
        Assert.Equal((1, 0), await LookAsync(System()));
    }

    [Fact]
    public async Task While_somebody_has_closed_the_queue_nobody_waits_too_long()
    {
        var settings = new InMemorySettings();
        await new SettingsDesk(settings, Promising(summary: false)).SaveAsync(
            new QueueSwitch { Author = "Ada", Reason = "fire alarm", From = Noon, Until = Noon.AddHours(1), IsOpen = false }, Noon, Stop);
        var system = System(services => services.AddSingleton<ISettingsStore>(settings));
        await RouteAsync(system, "a");
        await HearAsync(system, "QUEUED", "a");
        _clock.Now = Noon.AddMinutes(30);

        Assert.Equal((0, 0), await LookAsync(system));
        Assert.Equal(0.0, Metric("ContactsPastPromise"));
    }

    [Fact]
    public async Task A_contact_that_is_over_with_its_transfers_is_counted_once_and_nobody_is_told_of_it()
    {
        var system = System();
        await RouteAsync(system, "a");
        await HearAsync(system, "QUEUED", "a");
        await HearAsync(system, "CONNECTED_TO_AGENT", "a");
        await HearAsync(system, "INITIATED", "b", "a", "TRANSFER");
        _clock.Now = Noon.AddMinutes(5);
        await HearAsync(system, "DISCONNECTED", "a");
        await HearAsync(system, "DISCONNECTED", "a");
        _clock.Now = Noon.AddMinutes(20);
        await LookAsync(system);
        Assert.Single(await _contacts.AllAsync(Stop));

        await HearAsync(system, "DISCONNECTED", "b", "a", "TRANSFER");
        _clock.Now = Noon.AddMinutes(23);
        await LookAsync(system);
        await LookAsync(system);

        Assert.Empty(await _contacts.AllAsync(Stop));
        var day = Assert.Single(await _contacts.SinceAsync(new DateOnly(2026, 11, 1), Stop));
        Assert.Equal(new PromiseCount(1, 1, 1, 1, 1, 0, 0, 0, 0), day.Promises["cards"]);
        Assert.Empty(Told);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_lead_is_told_once_of_a_conversation_that_gets_worse_and_what_is_not_known_of_it(bool worsening, int told)
    {
        var sentiments = new InMemorySentiment();
        var system = System(services => services.AddSingleton<ISentimentStore>(sentiments), worsening: worsening);
        await RouteAsync(system, "a");
        await HearAsync(system, "QUEUED", "a");
        await HearAsync(system, "CONNECTED_TO_AGENT", "a");
        _ = await sentiments.RecordAsync(new ContactSignal("e", "a", Noon, null, [-0.8, -0.8, -0.8]), null, Noon, Stop);

        await LookAsync(system);
        _clock.Now = Noon.AddMinutes(6);
        await LookAsync(system);

        Assert.Equal(told, Told.Count);
        Assert.All(Told, static notice => Assert.Contains(
            "sounds -0.80 lately, ? before (-1 to 1); interruptions and silence are not known", notice.Paragraphs[0],
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rating_counts_for_the_promise_of_its_topic()
    {
        var system = System();
        var request = HookEvent.Call("a", [new("rating", "4"), new("topic", "card_lost")]);
        _ = await system.InvokeAsync(EmbeddedFunction.Find("RecordSurvey")!, request);
        var again = HookEvent.Call("a", [new("rating", "1"), new("topic", "card_lost")]);
        _ = await system.InvokeAsync(EmbeddedFunction.Find("RecordSurvey")!, again);

        var day = Assert.Single(await _contacts.SinceAsync(new DateOnly(2026, 11, 1), Stop));
        Assert.Equal(PromiseCount.None with { Ratings = 1, RatingSum = 4 }, day.Promises["cards"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_contact_is_routed_as_ever_while_it_cannot_be_noted(bool isSlow)
    {
        var stuck = new TaskCompletionSource<bool>();
        var broken = new Mock<IPromisedContacts>();
        broken.Setup(one => one.AddAsync(It.IsAny<PromisedContact>(), It.IsAny<CancellationToken>()))
            .Returns(() => isSlow ? new ValueTask<bool>(stuck.Task) : throw new InvalidOperationException("down"));
        using var system = new EmbeddedSystem(
            Promising(summary: false), TimeProvider.System, _log, services => services.AddSingleton(broken.Object));

        var answer = await RouteAsync(system, "a");

        Assert.Equal("Cards", (string?)answer["queue"]);
        Assert.Contains("its promise could not be noted", _log.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DISCONNECTED")]
    [InlineData("QUEUED")]
    public async Task Events_of_contacts_that_were_promised_nothing_leave_nothing_behind(string type)
    {
        var system = System();
        await HearAsync(system, type, "stranger");

        Assert.Empty(await _contacts.AllAsync(Stop));
    }

    public void Dispose()
    {
        _systems.ForEach(static system => system.Dispose());
        _log.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IReadOnlyList<Notice> Told =>
        [.. _systems.SelectMany(system => system.Services.GetRequiredService<KeptNotices>().All).Select(static kept => kept.Notice)];

    private static ContactCenterConfiguration Promising(bool summary, bool worsening = false) => Hooks.Configuration with
    {
        BusinessHours = [],
        Holidays = [],
        Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>
        {
            ["leads"] = [new Endpoint { Channel = Channel.Email, To = "leads@bank.example" }],
        },
        Contacts = new()
        {
            Promises = [new() { Name = "cards", AnswerWithin = TimeSpan.FromMinutes(10), ResolveWithin = TimeSpan.FromHours(1) }],
            Escalation = new() { Audience = "leads", Summary = summary, Worsening = worsening },
        },
    };

    private EmbeddedSystem System(
        Action<IServiceCollection>? ports = null, bool summary = true, bool worsening = false,
        ContactCenterConfiguration? configuration = null)
    {
        var system = new EmbeddedSystem(configuration ?? Promising(summary, worsening), _clock, _log, services =>
        {
            services.AddSingleton<IPromisedContacts>(_contacts);
            services.AddSingleton<INotebook>(_notebook);
            ports?.Invoke(services);
        });
        _systems.Add(system);
        return system;
    }

    private static async Task<JsonNode> RouteAsync(EmbeddedSystem system, string contact, string? said = null, int contacts = 0) =>
        JsonNode.Parse((await system.InvokeAsync(
            EmbeddedFunction.Find("RouteContact")!,
            HookEvent.Call(
                contact,
                [
                    new("queue", "Cards"), new("recentContacts", $"{contacts}"),
                    .. said is null ? Array.Empty<KeyValuePair<string, JsonNode?>>() : [new("text", said)],
                ]))).Span)!;

    private async Task HearAsync(
        EmbeddedSystem system, string type, string contact, string? initial = null, string initiation = "INBOUND") =>
        _ = await system.InvokeAsync(EmbeddedFunction.Find("WatchPromises")!, Encoding.UTF8.GetBytes($$$"""
            {"source":"aws.connect","detail-type":"Amazon Connect Contact Event","time":"{{{_clock.Now:yyyy-MM-dd'T'HH:mm:ss'Z'}}}",
             "detail":{"eventType":"{{{type}}}","contactId":"{{{contact}}}","initialContactId":"{{{initial ?? contact}}}","channel":"VOICE",
             "initiationMethod":"{{{initiation}}}"} }
            """));

    private static async Task<(int Told, int Refused)> LookAsync(EmbeddedSystem system)
    {
        var reply = JsonNode.Parse((await system.InvokeAsync(EmbeddedFunction.Find("WatchPromises")!, "{}"u8.ToArray())).Span)!;
        return ((int)reply["told"]!, (int)reply["refused"]!);
    }

    private double Metric(string name) => _log.ToString().Split('\n')
        .Where(line => line.StartsWith('{') && line.Contains($"\"{name}\"", StringComparison.Ordinal))
        .Select(line => (double)JsonNode.Parse(line)![name]!).Last();
}
