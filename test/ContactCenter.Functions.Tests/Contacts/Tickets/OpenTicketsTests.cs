using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ContactCenter.Functions.Tests.Contacts.Tickets;

/// <summary>Tickets through the deployed functions: a contact is looked up and queued, and the next one finds its ticket.</summary>
public sealed class OpenTicketsTests : IDisposable
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _log = new();
    private readonly List<EmbeddedSystem> _systems = [];

    [Fact]
    public async Task A_contact_that_is_queued_gets_a_ticket_once_however_often_it_is_told_and_learns_its_reference()
    {
        var system = System();
        Put(system, "a");

        Assert.Equal((1, 0), await HearAsync(system, "QUEUED", "a"));
        Assert.Equal((0, 0), await HearAsync(system, "QUEUED", "a"));
        Assert.Equal((0, 0), await HearAsync(system, "QUEUED", "b", "a"));

        Assert.Equal("T-1", Assert.Single(Tickets(system).Lines).Reference);
        var told = (await Contacts(system).FindAsync("a", Stop))!;
        Assert.Equal(("T-1", "billing"), (told.Find("ticketReference"), told.Find("ticketTopic")));
        Assert.Equal(1, Metric("TicketsOpened"));
    }

    [Fact]
    public async Task Who_is_in_touch_again_about_the_same_topic_joins_and_about_another_one_gets_another()
    {
        var system = System();
        Put(system, "a");
        Put(system, "b");
        Put(system, "c", topic: "card_lost");
        _ = await HearAsync(system, "QUEUED", "a");

        Assert.Equal((0, 1), await HearAsync(system, "QUEUED", "b"));
        Assert.Equal((0, 0), await HearAsync(system, "QUEUED", "b"));
        Assert.Equal((1, 0), await HearAsync(system, "QUEUED", "c"));

        Assert.Equal(["T-1", "T-1", "T-2"], Tickets(system).Lines.Select(static line => line.Reference));
        Assert.StartsWith("The customer is in touch again.", Tickets(system).Lines[1].Text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_contact_of_the_customer_finds_the_ticket_and_that_of_another_customer_does_not()
    {
        var system = System();
        Put(system, "a");
        _ = await LookUpAsync(system, "a", "+15550100001");
        _ = await HearAsync(system, "QUEUED", "a");

        var again = await LookUpAsync(system, "b", "+15550100001");
        var other = await LookUpAsync(system, "c", "+15550100009");

        Assert.Equal(("T-1", "billing"), ((string?)again["ticketReference"], (string?)again["ticketTopic"]));
        Assert.Equal("none", (string?)other["ticketReference"]);
    }

    [Fact]
    public async Task What_fails_is_counted_and_comes_again_and_then_there_is_one()
    {
        var kept = new KeptTickets();
        var fails = 2;
        var flaky = new Mock<ITicketSystem>();
        flaky.Setup(one => one.OpenAsync(
            It.IsAny<TicketContact>(), It.IsAny<TicketText>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns(async (TicketContact contact, TicketText text, string key, CancellationToken stop) =>
            {
                var ticket = await kept.OpenAsync(contact, text, key, stop);
                return fails-- > 0 ? throw new InvalidOperationException("the answer was lost") : ticket;
            });
        var system = System(services => services.AddSingleton(flaky.Object));
        Put(system, "a");

        await Assert.ThrowsAnyAsync<Exception>(() => HearAsync(system, "QUEUED", "a"));
        _clock.Now += TimeSpan.FromSeconds(61);
        await Assert.ThrowsAnyAsync<Exception>(() => HearAsync(system, "QUEUED", "a"));
        _clock.Now += TimeSpan.FromSeconds(121);
        Assert.Equal((1, 0), await HearAsync(system, "QUEUED", "a"));

        Assert.Single(kept.Lines);
        Assert.Equal(1, Metric("TicketFailures"));
    }

    [Fact]
    public async Task A_contact_that_cannot_join_is_let_in_the_next_time()
    {
        var fails = true;
        var stuck = new Mock<ITicketSystem>();
        stuck.Setup(static one => one.OpenAsync(
            It.IsAny<TicketContact>(), It.IsAny<TicketText>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Ticket("T-1", "T-1", null, "billing"));
        stuck.Setup(static one => one.JoinAsync(
            It.IsAny<Ticket>(), It.IsAny<TicketContact>(), It.IsAny<TicketText>(), It.IsAny<CancellationToken>()))
            .Returns(() => fails ? throw new InvalidOperationException("down") : ValueTask.CompletedTask);
        var system = System(services => services.AddSingleton(stuck.Object));
        Put(system, "a");
        Put(system, "b");
        _ = await HearAsync(system, "QUEUED", "a");

        await Assert.ThrowsAnyAsync<Exception>(() => HearAsync(system, "QUEUED", "b"));
        fails = false;
        Assert.Equal((0, 1), await HearAsync(system, "QUEUED", "b"));
    }

    [Fact]
    public async Task A_ticket_that_somebody_deleted_gives_way_to_another_one()
    {
        var kept = new KeptTickets();
        var system = System(services => services.AddSingleton(Locked(kept, "T-1").Object));
        foreach (var contact in new[] { "a", "b", "c" })
        {
            Put(system, contact);
        }

        _ = await HearAsync(system, "QUEUED", "a");

        Assert.Equal((1, 0), await HearAsync(system, "QUEUED", "b"));
        Assert.Equal((0, 1), await HearAsync(system, "QUEUED", "c"));
        Assert.Equal(["T-1", "T-2", "T-2"], kept.Lines.Select(static line => line.Reference));
    }

    [Fact]
    public async Task Who_follows_one_that_died_stands_in_its_ticket()
    {
        var kept = new KeptTickets();
        var died = new Mock<ITicketSystem>();
        var fails = true;
        died.Setup(static one => one.OpenAsync(
            It.IsAny<TicketContact>(), It.IsAny<TicketText>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns(async (TicketContact contact, TicketText text, string key, CancellationToken stop) =>
            {
                var ticket = await kept.OpenAsync(contact, text, key, stop);
                return fails ? throw new InvalidOperationException("the answer was lost") : ticket;
            });
        died.Setup(static one => one.JoinAsync(
            It.IsAny<Ticket>(), It.IsAny<TicketContact>(), It.IsAny<TicketText>(), It.IsAny<CancellationToken>()))
            .Returns((Ticket ticket, TicketContact contact, TicketText text, CancellationToken stop) =>
                kept.JoinAsync(ticket, contact, text, stop));
        var system = System(services => services.AddSingleton(died.Object));
        Put(system, "a");
        Put(system, "b");
        await Assert.ThrowsAnyAsync<Exception>(() => HearAsync(system, "QUEUED", "a"));
        fails = false;
        _clock.Now += ITicketBook.Patience + TimeSpan.FromSeconds(1);

        Assert.Equal((0, 1), await HearAsync(system, "QUEUED", "b"));
        Assert.Contains("Contact b ", kept.Lines[^1].Text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transfer_that_was_looked_up_has_its_own_ticket_again()
    {
        var system = System();
        Put(system, "a");
        _ = await HearAsync(system, "QUEUED", "a");
        await Contacts(system).TellAsync(
            "a", new Dictionary<string, string?> { ["ticketReference"] = "T-9", ["ticketLink"] = "https://t.example/9" }, Stop);

        Assert.Equal((0, 0), await HearAsync(system, "QUEUED", "b", "a"));

        var told = (await Contacts(system).FindAsync("a", Stop))!;
        Assert.Equal(("T-1", "none"), (told.Find("ticketReference"), told.Attributes["ticketLink"]));
    }

    [Fact]
    public async Task What_is_refused_for_good_does_not_come_again()
    {
        var refusing = new Mock<ITicketSystem>();
        refusing.Setup(static one => one.OpenAsync(
            It.IsAny<TicketContact>(), It.IsAny<TicketText>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Throws(new TicketRefusedException("no profile"));
        var system = System(services => services.AddSingleton(refusing.Object));
        Put(system, "a");

        Assert.Equal((0, 0), await HearAsync(system, "QUEUED", "a"));
        Assert.Equal(1, Metric("TicketFailures"));
    }

    [Theory]
    [InlineData("DISCONNECTED", "a")]
    [InlineData("QUEUED", "stranger")]
    public async Task What_is_no_contact_in_a_queue_gets_none(string type, string contact)
    {
        var system = System();
        Put(system, "a");

        Assert.Equal((0, 0), await HearAsync(system, type, contact));
        Assert.Empty(Tickets(system).Lines);
    }

    public void Dispose()
    {
        _systems.ForEach(static system => system.Dispose());
        _log.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static KeptTickets Tickets(EmbeddedSystem system) => system.Services.GetRequiredService<KeptTickets>();

    private static KeptContacts Contacts(EmbeddedSystem system) => system.Services.GetRequiredService<KeptContacts>();

    /// <summary>A system of which one ticket takes no lines.</summary>
    private static Mock<ITicketSystem> Locked(KeptTickets kept, string reference)
    {
        var system = new Mock<ITicketSystem>();
        system.Setup(static one => one.OpenAsync(
            It.IsAny<TicketContact>(), It.IsAny<TicketText>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((TicketContact contact, TicketText text, string key, CancellationToken stop) =>
                kept.OpenAsync(contact, text, key, stop));
        system.Setup(static one => one.JoinAsync(
            It.IsAny<Ticket>(), It.IsAny<TicketContact>(), It.IsAny<TicketText>(), It.IsAny<CancellationToken>()))
            .Returns((Ticket ticket, TicketContact contact, TicketText text, CancellationToken stop) => ticket.Reference == reference
                ? throw new TicketGoneException("deleted")
                : kept.JoinAsync(ticket, contact, text, stop));
        return system;
    }

    private EmbeddedSystem System(Action<IServiceCollection>? ports = null)
    {
        ContactCenterConfiguration configuration = Hooks.Configuration with
        {
            Contacts = new() { Tickets = new() { System = TicketSystemKind.Webhook, To = "https://tickets.example/" } },
        };
        var system = new EmbeddedSystem(configuration, _clock, _log, services => ports?.Invoke(services));
        _systems.Add(system);
        return system;
    }

    private static void Put(EmbeddedSystem system, string contact, string topic = "billing") => Contacts(system).Put(new FlowRequest
    {
        ContactId = contact,
        InitialContactId = contact,
        Channel = "VOICE",
        CustomerAddress = "+15550100001",
        Attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["topic"] = topic },
    });

    private static async Task<JsonNode> LookUpAsync(EmbeddedSystem system, string contact, string number)
    {
        var call = JsonNode.Parse(HookEvent.Call(contact))!;
        call["Details"]!["ContactData"]!["CustomerEndpoint"] = new JsonObject { ["Address"] = number, ["Type"] = "TELEPHONE_NUMBER" };
        var answer = await system.InvokeAsync(
            EmbeddedFunction.Find("LookUpCustomer")!, Encoding.UTF8.GetBytes(call.ToJsonString()));
        return JsonNode.Parse(answer.Span)!;
    }

    private async Task<(int Opened, int Joined)> HearAsync(EmbeddedSystem system, string type, string contact, string? initial = null)
    {
        var reply = JsonNode.Parse((await system.InvokeAsync(EmbeddedFunction.Find("OpenTickets")!, Encoding.UTF8.GetBytes($$$"""
            {"source":"aws.connect","detail-type":"Amazon Connect Contact Event","time":"{{{_clock.Now:yyyy-MM-dd'T'HH:mm:ss'Z'}}}",
             "detail":{"eventType":"{{{type}}}","contactId":"{{{contact}}}","initialContactId":"{{{initial ?? contact}}}","channel":"VOICE",
             "initiationMethod":"INBOUND"} }
            """))).Span)!;
        return ((int)reply["opened"]!, (int)reply["joined"]!);
    }

    private double Metric(string name) => _log.ToString().Split('\n')
        .Where(line => line.StartsWith('{') && line.Contains($"\"{name}\"", StringComparison.Ordinal))
        .Select(line => (double)JsonNode.Parse(line)![name]!).Last();
}
