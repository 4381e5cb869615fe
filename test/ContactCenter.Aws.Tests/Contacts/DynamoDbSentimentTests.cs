using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Contacts;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Deployment;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbSentimentTests(Emulator emulator) : SentimentContract, IDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_keeps_what_the_memory_keeps()
    {
        var stored = new DynamoDbSentiment(_client, await ContactsTable.CreateAsync(_client));
        var memory = new InMemorySentiment();
        var random = new Random(3);
        for (var i = 0; i < 60; i++)
        {
            var signal = new ContactSignal(
                $"e{random.Next(50)}",
                $"c{random.Next(4)}",
                Noon.AddSeconds(random.Next(600)),
                null,
                random.Next(3) == 0 ? [] : [random.NextDouble()]);
            var queue = random.Next(3) switch { 0 => "Cards", 1 => "General", _ => null };

            Assert.Equal(await memory.RecordAsync(signal, queue, Noon, Stop), await stored.RecordAsync(signal, queue, Noon, Stop));
        }
    }

    [Fact]
    public async Task Everything_ends_and_nothing_is_text()
    {
        var table = await ContactsTable.CreateAsync(_client);
        _ = await new DynamoDbSentiment(_client, table).RecordAsync(new ContactSignal("e", "c", Noon, null, [-0.5]), "Cards", Noon, Stop);

        var items = (await _client.ScanAsync(new ScanRequest { TableName = table }, Stop)).Items;

        Assert.Equal(
            ["sentiment/contact/c", "sentiment/event/e", "sentiment/queue/Cards"],
            items.Select(item => item[TableLayout.PartitionKey].S).Order());
        Assert.All(items, item => Assert.True(long.Parse(item[TableLayout.ExpiresAt].N) > Noon.ToUnixTimeSeconds()));
    }

    public void Dispose() => _client.Dispose();

    protected override async ValueTask<ISentimentStore> StoreAsync() =>
        new DynamoDbSentiment(_client, await ContactsTable.CreateAsync(_client));
}
