using Amazon.DynamoDBv2;
using ContactCenter.Aws.Contacts.Outcomes;
using ContactCenter.Core.Contacts.Complexity;
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

    [Fact]
    public async Task What_was_known_of_a_contact_and_who_took_it_stay_with_it()
    {
        var book = await CreateAsync();
        var known = new ContactOutcome("a", "card_lost", "Cards", 4, true, 90)
        {
            Traits = new ContactTraits("voice", "de", true, false),
            Rule = "difficult",
            Met = 0,
            Slot = 31,
            Skill = "Cards",
        };
        var unknown = known with { ContactId = "b", Traits = ContactTraits.Unknown, Met = null, Slot = null, Skill = null };
        await book.KeepAsync(Day, known, Stop);
        await book.KeepAsync(Day, unknown, Stop);

        Assert.Equal([known, unknown], await book.OfDayAsync(Day, Stop));
    }

    [Fact]
    public async Task Kinds_of_a_day_and_what_was_learned_of_them_are_read_as_they_were_written()
    {
        var book = await CreateAsync();
        var kind = new KindCount("card_lost", new ContactTraits("voice", null, null, true), "usual")
        {
            Contacts = 2,
            Seconds = 3,
            Squares = 5,
            Transferred = 1,
            Again = 1,
            Both = 1,
            TransferredSeconds = 2,
            AgainSeconds = 2,
        };
        var count = new RouteCount("card_lost", "Cards", 4) { Met = 4, Agents = 5 };
        await book.WriteAsync(new OutcomeDay(Day, [count]) { Kinds = [kind] }, Stop);
        var learned = new LearnedComplexity(
            new DateTimeOffset(2026, 11, 16, 3, 0, 0, TimeSpan.Zero), 1.25, double.MinValue, 1.5,
            new Dictionary<string, LearnedEffort> { ["card_lost"] = new(1.75, 0.1, 80) },
            new Dictionary<string, LearnedEffort> { ["came before"] = new(0.5, 0.1, 60) },
            new ComplexityJudgement(200, 2, 1.5, 0.25, 0.75));
        Assert.Null(await book.ReadComplexityAsync(Stop));
        await book.WriteComplexityAsync(learned, Stop);

        var day = Assert.Single(await book.SinceAsync(Day, Stop));
        Assert.Equal([kind], day.Kinds);
        Assert.Equal([count], day.Counts);
        var read = await book.ReadComplexityAsync(Stop);
        Assert.Equal(learned.Judged, read!.Judged);
        Assert.Equal((learned.SimpleBelow, learned.DifficultFrom), (read.SimpleBelow, read.DifficultFrom));
        Assert.Equal("difficult", read.Level("card_lost", kind.Traits));
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
