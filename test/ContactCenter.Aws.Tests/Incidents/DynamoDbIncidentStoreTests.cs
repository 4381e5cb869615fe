using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>The contract, kept on DynamoDB, and what only the table shows: limits and times to live.</summary>
public sealed class DynamoDbIncidentStoreTests(Emulator emulator) : IncidentStoreContract, IAsyncDisposable
{
    private const int RetentionDays = 400;

    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _table = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correlation_with_all_its_alarms_fits_into_an_item()
    {
        var store = await StoreAsync();
        var full = Full(nameLength: 255);

        Assert.True(await store.CommitAsync(new IncidentCommit(full, [], []), Stop));

        var (own, _) = await store.LoadAsync(Key("Full"), Stop);
        Assert.Equal(Correlation.MaximumTracks, own.Tracks.Length);
    }

    [Fact]
    public async Task Alarms_with_absurd_names_make_room_rather_than_break_the_item()
    {
        var store = await StoreAsync();
        var full = Full(nameLength: 1500);

        Assert.True(await store.CommitAsync(new IncidentCommit(full, [], []), Stop));

        var (own, _) = await store.LoadAsync(Key("Full"), Stop);
        Assert.InRange(own.Tracks.Length, 1, Correlation.MaximumTracks - 1);
        Assert.All(await ItemsAsync(), item => Assert.InRange(SizeOf(item), 1, 400 * 1024));
    }

    [Fact]
    public async Task A_decision_with_hundreds_of_effects_and_events_is_one_transaction_of_at_most_100_actions()
    {
        var store = await StoreAsync();
        var commit = Opening("Billing", Noon).With(effects: 500, events: 300);

        Assert.True(await store.CommitAsync(commit, Stop));

        var items = await ItemsAsync();
        Assert.InRange(items.Count, 1, 100);
        Assert.Equal(300, (await store.TimelineAsync(commit.Correlation.Incident!.Id, Stop)).Count);
    }

    [Fact]
    public async Task Packed_effects_all_come_out_one_by_one_once_the_clock_has_looked()
    {
        var store = await StoreAsync();
        var outbox = new DynamoDbOutbox(_client, _table);
        var commit = Opening("Billing", Noon).With(effects: 500, events: 1);
        await store.CommitAsync(commit, Stop);

        await outbox.DueAsync(Noon, 1000, static problem => throw problem, Stop);

        var effects = (await ItemsAsync()).Where(item => item[TableLayout.Kind].S == TableLayout.EffectKind).Select(EffectItem.Read);
        Assert.Equal(Ids(commit.Effects).Order(), Ids(effects).Order());
        Assert.Equal(500, (await outbox.DueAsync(Noon + EffectDelivery.Grace, 1000, static problem => throw problem, Stop)).Count);
    }

    [Fact]
    public async Task A_lost_race_is_told_from_a_throttled_table()
    {
        var throttled = new ThrottledDynamoDb();
        var store = new DynamoDbIncidentStore(throttled, "incidents", RetentionDays);

        await Assert.ThrowsAsync<TransactionCanceledException>(async () => await store.CommitAsync(Opening("Billing", Noon), Stop));
        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(async () => await store.LoadAsync(Key("Billing"), Stop));
    }

    [Fact]
    public async Task An_active_incident_never_expires_and_an_ended_one_outlives_its_retention()
    {
        var store = await StoreAsync();
        var pipeline = Desk(store).Pipeline;
        var opening = Opening("Billing", Noon);
        await store.CommitAsync(opening, Stop);
        Assert.False((await CorrelationItemAsync()).ContainsKey(TableLayout.ExpiresAt));

        var end = Noon.AddHours(2);
        await pipeline.ActAsync(opening.Correlation.Incident!.Id, new PersonActed(PersonAction.Resolve, "Ada"), end, Stop);

        var expires = long.Parse((await CorrelationItemAsync())[TableLayout.ExpiresAt].N, CultureInfo.InvariantCulture);
        Assert.InRange(DateTimeOffset.FromUnixTimeSeconds(expires), end.AddDays(RetentionDays), end.AddDays(RetentionDays + 61));
    }

    [Fact]
    public async Task A_timeline_outlives_the_retention_and_ends_before_its_number_can_be_given_again()
    {
        var store = await StoreAsync();
        var pipeline = Desk(store).Pipeline;
        var opening = Opening("Billing", Noon);
        await store.CommitAsync(opening, Stop);
        await pipeline.ActAsync(opening.Correlation.Incident!.Id, new PersonActed(PersonAction.Resolve, "Ada"), Noon.AddHours(2), Stop);

        var items = await ItemsAsync();

        var record = Expiry(items.Single(item => item[TableLayout.Kind].S == "correlation"));
        var timeline = items.Where(item => item[TableLayout.Kind].S == "timeline").Select(Expiry).ToArray();
        Assert.NotEmpty(timeline);
        Assert.All(timeline, end => Assert.InRange(end, Noon.AddDays(RetentionDays), record));
    }

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
    }

    protected override async ValueTask<IIncidentStore> StoreAsync()
    {
        _table = await IncidentTable.CreateAsync(_client);
        return new DynamoDbIncidentStore(_client, _table, RetentionDays);
    }

    private static DateTimeOffset Expiry(Dictionary<string, AttributeValue> item) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(item[TableLayout.ExpiresAt].N, CultureInfo.InvariantCulture));

    private static long SizeOf(Dictionary<string, AttributeValue> item) => ItemSize.Of(item);

    private async Task<Dictionary<string, AttributeValue>> CorrelationItemAsync() =>
        (await ItemsAsync()).Single(item => item[TableLayout.Kind].S == "correlation");

    private async Task<List<Dictionary<string, AttributeValue>>> ItemsAsync()
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        var request = new ScanRequest { TableName = _table };
        do
        {
            var page = await _client.ScanAsync(request, Stop);
            items.AddRange(page.Items);
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return items;
    }
}
