using Amazon.DynamoDBv2;
using ContactCenter.Aws.Contacts;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Language.Retraining;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

public sealed class ContactsTableTests(Emulator emulator) : IDisposable
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Noon.UtcDateTime);
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private readonly ManualClock _clock = new(Noon);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_contact_has_one_correction_the_last_one()
    {
        var corrections = await CorrectionsAsync();
        await corrections.PutAsync(new Correction("a", "text a", "billing", Noon), Stop);
        await corrections.PutAsync(new Correction("b", "text b", "delivery", Noon.AddMinutes(1)), Stop);
        await corrections.PutAsync(new Correction("a", "text a", "fraud", Noon.AddMinutes(2)), Stop);
        await corrections.PutAsync(new Correction("a", "text a", "fraud", Noon.AddMinutes(2)), Stop);

        Assert.Equal(
            [new Correction("a", "text a", "fraud", Noon.AddMinutes(2)), new Correction("b", "text b", "delivery", Noon.AddMinutes(1))],
            await corrections.AllAsync(Stop));
    }

    [Fact]
    public async Task A_correction_is_forgotten_after_its_time()
    {
        var corrections = await CorrectionsAsync();
        await corrections.PutAsync(new Correction("a", "text", "billing", Noon), Stop);

        _clock.Now = Noon + Correction.Kept;

        Assert.Empty(await corrections.AllAsync(Stop));
    }

    [Fact]
    public async Task The_state_of_the_queues_is_read_as_it_was_left_and_the_newer_takes_its_place()
    {
        var store = new DynamoDbQueueStates(_client, await ContactsTable.CreateAsync(_client));
        Assert.Null(await store.ReadAsync(Stop));
        await store.WriteAsync(new QueueStates(Noon, []), Stop);
        var state = new QueueState("Billing", 3, 42.5, 5, 1, 4, 2.5, null, 4);

        await store.WriteAsync(new QueueStates(Noon.AddMinutes(1), [state]), Stop);

        var read = await store.ReadAsync(Stop);
        Assert.Equal((Noon.AddMinutes(1), state), (read!.At, Assert.Single(read.Queues)));
    }

    [Fact]
    public async Task More_corrections_than_fit_a_page_are_all_read()
    {
        var corrections = await CorrectionsAsync();
        var text = new string('x', Correction.MaximumText);
        for (var i = 0; i < 130; i++)
        {
            await corrections.PutAsync(new Correction($"c{i:000}", text, "billing", Noon), Stop);
        }

        Assert.Equal(130, (await corrections.AllAsync(Stop)).Count);
    }

    [Fact]
    public async Task Counts_of_a_model_add_up_over_days_and_processes()
    {
        var answers = new DynamoDbAnswers(_client, await ContactsTable.CreateAsync(_client));
        var some = AnswerCounts.Of([new("billing", 0.95f), new("billing", 0.2f), new("lost card", 0.95f)]);
        await answers.AddAsync("m", Today.AddDays(-8), some, Stop);
        await answers.AddAsync("m", Today.AddDays(-1), some, Stop);
        await answers.AddAsync("m", Today, some, Stop);
        await answers.AddAsync("m", Today, some, Stop);
        await answers.AddAsync("other", Today, some, Stop);
        await answers.AddAsync("m", Today, AnswerCounts.None, Stop);

        var sum = await answers.SinceAsync("m", Today.AddDays(-7), Stop);

        Assert.Equal((6, 3, 9), (sum.Topics["billing"], sum.Topics["lost card"], sum.Total));
        Assert.Equal((3, 6), (sum.Confidence[2], sum.Confidence[9]));
        Assert.Equal(0, (await answers.SinceAsync("nobody", Today, Stop)).Total);
    }

    public void Dispose() => _client.Dispose();

    private async Task<DynamoDbCorrections> CorrectionsAsync() => new(_client, await ContactsTable.CreateAsync(_client), _clock);
}
