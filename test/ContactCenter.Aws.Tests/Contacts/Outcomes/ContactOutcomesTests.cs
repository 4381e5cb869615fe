using Amazon.DynamoDBv2;
using ContactCenter.Aws.Contacts.Outcomes;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Simulation.Stores.Outcomes;

namespace ContactCenter.Aws.Tests.Contacts.Outcomes;

/// <summary>What a book of outcomes promises.</summary>
public abstract class ContactOutcomesContract
{
    private static readonly DateOnly Day = new(2026, 11, 16);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contacts_of_a_day_are_read_as_they_were_kept_and_each_once()
    {
        var book = await CreateAsync();
        var moved = new ContactOutcome("a", "card_lost", "Cards", 4, true, 90);
        var plain = new ContactOutcome("b", "x", "Q", null, false, 0);
        await book.KeepAsync(Day, moved, Stop);
        await book.KeepAsync(Day, plain, Stop);
        await book.KeepAsync(Day, plain, Stop);
        await book.KeepAsync(Day.AddDays(1), plain with { ContactId = "c" }, Stop);

        Assert.Equal([moved, plain], await book.OfDayAsync(Day, Stop));
        Assert.Empty(await book.OfDayAsync(Day.AddDays(2), Stop));
    }

    [Fact]
    public async Task Counts_of_a_day_take_the_place_of_those_before_and_come_in_the_order_of_days()
    {
        var book = await CreateAsync();
        var count = new RouteCount("card_lost", "Cards", 4)
        {
            Contacts = 9,
            Transferred = 1,
            Seconds = 7,
            Known = 5,
            Again = 2,
            Solved = 3,
        };
        await book.WriteAsync(new OutcomeDay(Day.AddDays(1), [count]), Stop);
        await book.WriteAsync(new OutcomeDay(Day.AddDays(1), [count, count with { Level = null }]), Stop);
        await book.WriteAsync(new OutcomeDay(Day, []), Stop);
        await book.WriteAsync(new OutcomeDay(Day.AddDays(-1), [count]), Stop);

        var days = await book.SinceAsync(Day, Stop);

        Assert.Equal([Day, Day.AddDays(1)], days.Select(static day => day.Day));
        Assert.Equal([count, count with { Level = null }], days[1].Counts);
    }

    protected abstract ValueTask<IContactOutcomes> CreateAsync();
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryContactOutcomesTests : ContactOutcomesContract
{
    protected override ValueTask<IContactOutcomes> CreateAsync() => new(new InMemoryContactOutcomes());
}

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbContactOutcomesTests(Emulator emulator) : ContactOutcomesContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<IContactOutcomes> CreateAsync() =>
        new DynamoDbContactOutcomes(_client, await ContactsTable.CreateAsync(_client));
}
