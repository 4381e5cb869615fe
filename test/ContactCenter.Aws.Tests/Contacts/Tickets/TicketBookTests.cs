using Amazon.DynamoDBv2;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Contacts.Tickets;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Simulation.Stores;
using ContactCenter.Simulation.Stores.Promises;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts.Tickets;

/// <summary>What a book of tickets promises.</summary>
public abstract class TicketBookContract
{
    private static readonly TimeSpan Days = TimeSpan.FromDays(3);
    private static readonly Ticket First = new("CS1", "id-1", new Uri("https://t.example/CS1"), "billing");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_contacts_of_a_customer_about_a_topic_one_opens_and_the_other_waits_and_then_joins()
    {
        var (book, _) = await CreateAsync();

        Assert.Equal(new TicketClaim("a", null), await ClaimAsync(book, "a"));
        Assert.Equal(TicketClaim.Busy, await ClaimAsync(book, "b"));
        await book.OpenedAsync(Place("a"), First, Noon, Stop);
        Assert.Equal(new TicketClaim(null, First), await ClaimAsync(book, "b"));
        Assert.Equal(new TicketClaim("c", null), await book.ClaimAsync(new("key", "other", "c"), Days, Noon, Stop));
        Assert.Equal(new TicketClaim("d", null), await book.ClaimAsync(new("another", "billing", "d"), Days, Noon, Stop));
    }

    [Fact]
    public async Task Whoever_died_while_it_was_opened_is_followed_by_the_same_key()
    {
        var (book, _) = await CreateAsync();
        _ = await ClaimAsync(book, "a");

        Assert.Equal("a", (await ClaimAsync(book, "a", Noon + ITicketBook.OwnPatience + TimeSpan.FromSeconds(1))).Key);
        var later = Noon + ITicketBook.OwnPatience + ITicketBook.Patience + TimeSpan.FromSeconds(2);
        Assert.Equal("a", (await ClaimAsync(book, "b", later)).Key);
        Assert.Equal(TicketClaim.Busy, await ClaimAsync(book, "c", later));
    }

    [Fact]
    public async Task A_transfer_waits_while_its_contact_opens_and_then_has_the_ticket_of_its_own()
    {
        var (book, _) = await CreateAsync();
        _ = await ClaimAsync(book, "a");

        Assert.Equal(TicketClaim.Busy, await ClaimAsync(book, "a", Noon + TimeSpan.FromSeconds(5)));
        await book.OpenedAsync(Place("a"), First, Noon, Stop);
        Assert.Equal(new TicketClaim("a", First), await ClaimAsync(book, "a", Noon + TimeSpan.FromSeconds(6)));
    }

    [Fact]
    public async Task In_the_place_of_a_ticket_that_is_gone_one_contact_opens_another()
    {
        var (book, _) = await CreateAsync();
        _ = await ClaimAsync(book, "a");
        await book.OpenedAsync(Place("a"), First, Noon, Stop);

        Assert.True(await book.ReplaceAsync(Place("b"), First, Noon, Stop));
        Assert.False(await book.ReplaceAsync(Place("c"), First, Noon, Stop));
        Assert.Equal(TicketClaim.Busy, await ClaimAsync(book, "c", Noon + TimeSpan.FromSeconds(1)));
        Assert.Equal("b", (await ClaimAsync(book, "b", Noon + ITicketBook.OwnPatience + TimeSpan.FromSeconds(1))).Key);
    }

    [Fact]
    public async Task The_last_ticket_is_told_for_seven_days_however_often_its_customer_calls()
    {
        var (book, callers) = await CreateAsync();
        _ = await book.NoteAsync(Place("a"), First, Noon, Stop);

        Assert.Equal(First, (await callers.ArriveAsync("key", "b", Noon.AddDays(6), Stop)).Ticket);
        Assert.Null((await callers.ArriveAsync("key", "c", Noon.AddDays(8), Stop)).Ticket);
        Assert.Null((await callers.ArriveAsync("key", "d", Noon.AddDays(9), Stop)).Ticket);
    }

    [Fact]
    public async Task An_old_ticket_is_not_joined_any_more()
    {
        var (book, _) = await CreateAsync();
        _ = await ClaimAsync(book, "a");
        await book.OpenedAsync(Place("a"), First, Noon, Stop);

        Assert.Equal("b", (await ClaimAsync(book, "b", Noon + Days + TimeSpan.FromSeconds(1))).Key);
        Assert.Equal(TicketClaim.Busy, await ClaimAsync(book, "c", Noon + Days + TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task A_contact_whose_customer_is_not_known_is_for_itself()
    {
        var (book, _) = await CreateAsync();

        Assert.Equal("a", (await book.ClaimAsync(new(null, null, "a"), Days, Noon, Stop)).Key);
        Assert.Equal("b", (await book.ClaimAsync(new(null, null, "b"), Days, Noon, Stop)).Key);
    }

    [Fact]
    public async Task A_contact_has_its_ticket_once_until_it_is_taken_back_and_the_customer_is_known_by_the_last_one()
    {
        var (book, callers) = await CreateAsync();
        Assert.Null((await callers.ArriveAsync("key", "a", Noon, Stop)).Ticket);
        Assert.Null(await book.OfContactAsync("a", Stop));

        Assert.True(await book.NoteAsync(Place("a"), First, Noon, Stop));
        Assert.False(await book.NoteAsync(Place("a"), First, Noon, Stop));
        Assert.Equal(First, await book.OfContactAsync("a", Stop));
        Assert.Equal(new CallerMemory(1, First), await callers.ArriveAsync("key", "b", Noon, Stop));

        var last = new Ticket("CS2", "id-2", null, null);
        Assert.True(await book.NoteAsync(Place("b"), last, Noon, Stop));
        Assert.Equal(last, (await callers.ArriveAsync("key", "c", Noon, Stop)).Ticket);
        await book.ForgetAsync("b", Stop);
        Assert.Null(await book.OfContactAsync("b", Stop));
    }

    protected abstract ValueTask<(ITicketBook Book, ICallerHistory Callers)> CreateAsync();

    private static TicketPlace Place(string contact) => new("key", "billing", contact);

    private static ValueTask<TicketClaim> ClaimAsync(ITicketBook book, string contact, DateTimeOffset? now = null) =>
        book.ClaimAsync(Place(contact), Days, now ?? Noon, Stop);
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryTicketsTests : TicketBookContract
{
    protected override ValueTask<(ITicketBook Book, ICallerHistory Callers)> CreateAsync()
    {
        var callers = new InMemoryCallers();
        return new((new InMemoryTickets(callers), callers));
    }
}

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbTicketsTests(Emulator emulator) : TicketBookContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<(ITicketBook Book, ICallerHistory Callers)> CreateAsync()
    {
        var table = await ContactsTable.CreateAsync(_client);
        return (new DynamoDbTickets(_client, table), new DynamoDbCallers(_client, table));
    }
}
