using Amazon.DynamoDBv2;
using ContactCenter.Aws.Contacts.NextTopics;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Language.Sequences;
using ContactCenter.Simulation.Stores.NextTopics;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts.NextTopics;

/// <summary>What a history of topics promises.</summary>
public abstract class TopicHistoriesContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Topics_come_in_the_order_of_time_and_of_a_contact_the_first_counts()
    {
        var histories = await CreateAsync();

        Assert.Equal(["a|1"], await histories.AddAsync("key", "c-1", "a|1", Noon, Stop));
        _ = await histories.AddAsync("key", "c-1", "b", Noon.AddSeconds(9), Stop);
        Assert.Equal(["a|1", "b"], await histories.AddAsync("key", "c-2", "b", Noon.AddDays(9), Stop));
        _ = await histories.AddAsync("another", "c-3", "d", Noon, Stop);
        Assert.Equal(
            [new TopicVisit(Noon, "c-1", "a|1"), new TopicVisit(Noon.AddDays(9), "c-2", "b")], (await histories.VisitsAsync(Stop))[1]);
        Assert.Equal(["d", "a|1 b"], (await histories.AllAsync(Stop)).Select(static topics => string.Join(' ', topics)));
    }

    [Fact]
    public async Task Of_a_customer_with_many_contacts_the_latest_are_told()
    {
        var histories = await CreateAsync();
        IReadOnlyList<string> topics = [];
        for (var i = 0; i < 60; i++)
        {
            topics = await histories.AddAsync("key", $"c-{i}", $"t{i}", Noon.AddMinutes(i), Stop);
        }

        Assert.Equal((ITopicHistories.MaximumTopics, "t59"), (topics.Count, topics[^1]));
    }

    [Fact]
    public async Task What_was_learned_is_there_until_something_else_is()
    {
        var histories = await CreateAsync();
        Assert.Null(await histories.ReadAsync(Stop));

        await histories.WriteAsync(
            new LikelyTopics(Noon, 120, 40, 70, new Dictionary<string, TopicGuess> { ["a\nb"] = new("c", 0.5) }), Stop);
        var read = (await histories.ReadAsync(Stop))!;
        Assert.Equal(
            (Noon, 120, 40, 70, new TopicGuess("c", 0.5)),
            (read.At, read.Steps, read.RightByFrequency, read.RightByHistory, read.Next(["a", "b"])!));

        await histories.WriteAsync(read with { After = new Dictionary<string, TopicGuess>() }, Stop);
        Assert.Null((await histories.ReadAsync(Stop))!.Next(["a", "b"]));
    }

    protected abstract ValueTask<ITopicHistories> CreateAsync();
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryTopicHistoriesTests : TopicHistoriesContract
{
    protected override ValueTask<ITopicHistories> CreateAsync() => new(new InMemoryTopicHistories());
}

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbTopicHistoriesTests(Emulator emulator) : TopicHistoriesContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<ITopicHistories> CreateAsync() =>
        new DynamoDbTopicHistories(_client, await ContactsTable.CreateAsync(_client));
}
