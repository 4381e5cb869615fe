using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents.History;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Deployment;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents.History;

/// <summary>The contract, kept on DynamoDB, and what a day costs there.</summary>
public sealed class DynamoDbNumbersTests(Emulator emulator) : NumbersContract, IAsyncDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _table = "";

    [Fact]
    public async Task A_busy_day_of_a_queue_in_all_channels_is_one_item_of_at_most_16_KB_that_ends_with_its_retention()
    {
        var numbers = await NumbersAsync();
        var full = new ChannelNumbers
        {
            TargetSeconds = 30,
            Offered = 1234,
            Queued = 1234,
            LeftWithin = 1100,
            Answered = 1200,
            AnsweredWithin = 1100,
            Abandoned = 123,
            AbandonedWithin = 12,
            AnswerSeconds = 12345,
            AbandonSeconds = 1234,
            MaximumWaitSeconds = 1234,
            Handled = 1234,
            HandleSeconds = 345678,
            AfterContactSeconds = 12345,
            HoldSeconds = 12345,
            TransferredOut = 123,
            Callbacks = 123,
            Missed = 12,
        };
        await KeepAsync(numbers, [.. Enumerable.Range(-24, 48).Select(slot => Queue(
            "Billing", slot * 30, [.. Enum.GetValues<ContactChannel>().Select(channel => (channel, full))]))]);

        var item = Assert.Single((await _client.ScanAsync(new ScanRequest { TableName = _table }, Stop)).Items);

        Assert.Equal(("numbers#queue#Billing", "2026-05-04"), (item[TableLayout.PartitionKey].S, item[TableLayout.SortKey].S));
        Assert.InRange(ItemSize.Of(item), 8_000, 20_000);
        Assert.Equal(
            $"{new DateTimeOffset(2026, 5, 5, 0, 0, 0, TimeSpan.Zero).AddDays(400).ToUnixTimeSeconds()}",
            item[TableLayout.ExpiresAt].N);
    }

    [Fact]
    public async Task A_look_at_what_has_not_changed_writes_nothing()
    {
        var numbers = await NumbersAsync();
        await KeepAsync(numbers, Queue("Billing", 0), Queue("Billing", 30));
        var requests = new List<string>();
        _client.BeforeRequestEvent += (_, sent) => requests.Add(((Amazon.Runtime.WebServiceRequestEventArgs)sent).Request.GetType().Name);

        await KeepAsync(numbers, Queue("Billing", 0), Queue("Billing", 30));

        Assert.Equal([nameof(GetItemRequest)], requests);
    }

    [Fact]
    public async Task A_longer_row_of_a_later_version_is_read_and_a_shorter_one_of_an_earlier_one_too()
    {
        var numbers = await NumbersAsync();
        await KeepAsync(numbers, Queue("Billing", 0));
        await _client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = _table,
                Key = new() { [TableLayout.PartitionKey] = new("numbers#queue#Billing"), [TableLayout.SortKey] = new("2026-05-04") },
                UpdateExpression = "SET h24 = :long, h25 = :short",
                ExpressionAttributeValues = new()
                {
                    [":long"] = new("V20,5,5,4,4,4,1,0,10,20,30,4,400,40,0,0,0,1,77,88;X1,2"),
                    [":short"] = new("C20,5"),
                },
            },
            Stop);

        var known = await numbers.OfQueueAsync("Billing", Noon, Noon.AddHours(1), Stop);

        Assert.Equal((5, 1), (known[0].In(ContactChannel.Voice).Offered, known[0].In(ContactChannel.Voice).Missed));
        Assert.Equal((5, null), (known[1].In(ContactChannel.Chat).Offered, known[1].In(ContactChannel.Chat).Abandoned));
    }

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
    }

    protected override async ValueTask<ICenterNumbers> NumbersAsync()
    {
        _table = _table.Length > 0 ? _table : await IncidentTable.CreateAsync(_client);
        return new DynamoDbNumbers(_client, _table, 400);
    }
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryNumbersTests : NumbersContract
{
    protected override ValueTask<ICenterNumbers> NumbersAsync() => ValueTask.FromResult<ICenterNumbers>(new InMemoryNumbers());
}
