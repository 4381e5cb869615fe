using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Incidents.History;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>The contract, kept on DynamoDB, and what a page costs there.</summary>
public sealed class DynamoDbIncidentHistoryTests(Emulator emulator) : IncidentHistoryContract, IAsyncDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _table = "";

    [Fact]
    public async Task A_page_of_fifty_of_two_thousand_is_one_query_of_at_most_25_read_units()
    {
        var record = Long("Billing");
        for (var i = 0; i < 60; i++)
        {
            await (await HistoryAsync()).KeepAsync(record with { DetectedAt = Noon.AddMinutes(i), Id = $"{record.Id}{i}" }, Stop);
        }

        var requests = 0;
        _client.BeforeRequestEvent += (_, _) => requests++;
        var page = await (await HistoryAsync()).MonthAsync(new DateOnly(2026, 5, 4), 50, null, Stop);
        Assert.Equal(1, requests);

        // an eventually consistent query takes half a unit for every 4 KB that it reads, and reads no more than its page
        var items = await ItemsAsync("history#2026-05");
        Assert.Equal((50, 60), (page.Records.Count, items.Count));
        Assert.All(items, static item => Assert.InRange(ItemSize.Of(item), 1000, 4096));
        Assert.InRange(Math.Ceiling(items.Take(50).Sum(ItemSize.Of) / 4096.0) / 2, 5, 25);
        Assert.NotEqual(0, page.Records[0].LeftOut);
    }

    [Fact]
    public async Task What_cannot_be_read_is_left_out_and_counted_and_the_next_page_goes_on_behind_it()
    {
        var history = await HistoryAsync();
        await history.KeepAsync(Record("Billing", Noon), Stop);
        await history.KeepAsync(Record("Billing", Noon.AddMinutes(1)), Stop);
        var broken = (await ItemsAsync("historyOf#Billing")).MaxBy(static item => item[TableLayout.SortKey].S, StringComparer.Ordinal)!;
        broken["body"] = new AttributeValue("no JSON");
        await _client.PutItemAsync(_table, broken, Stop);

        var first = await history.OfResourceAsync("Billing", 1, null, Stop);
        var second = await history.OfResourceAsync("Billing", 1, first.Next, Stop);

        Assert.Equal((0, 1), (first.Records.Count, first.Unreadable));
        Assert.Equal(Noon, Assert.Single(second.Records).DetectedAt);
        Assert.Equal(1, (await new HistorySearch(history).OfResourceAsync("Billing", "", 50, Stop)).Unreadable);
    }

    [Fact]
    public async Task A_record_ends_when_its_retention_does()
    {
        var history = await HistoryAsync();
        await history.KeepAsync(Record("Billing", Noon) with { ResolvedAt = Noon.AddHours(1) }, Stop);

        var item = Assert.Single(await ItemsAsync("historyOf#Billing"));

        Assert.Equal($"{Noon.AddHours(1).AddDays(400).ToUnixTimeSeconds()}", item[TableLayout.ExpiresAt].N);
    }

    [Fact]
    public async Task The_file_of_an_incident_has_what_became_of_its_messages_and_stays_when_another_takes_its_place()
    {
        _ = await HistoryAsync();
        var store = new DynamoDbIncidentStore(_client, _table, 400);
        var files = new DynamoDbIncidentFiles(_client, _table, store);
        var outbox = new DynamoDbOutbox(_client, _table);
        var opening = Opening("Billing", Noon);
        await store.CommitAsync(opening, Stop);
        var id = opening.Correlation.Incident!.Id;
        var lease = await outbox.ClaimAsync(opening.Effects[0].Id, Noon, Noon.AddMinutes(2), Stop);
        await outbox.CompleteAsync(lease!, new DeliveryFailed("no such mailbox"), Noon.AddMinutes(1), Stop);
        await Desk(store).Pipeline.ActAsync(id, new PersonActed(PersonAction.Resolve, "Ada"), Noon.AddMinutes(3), Stop);
        var before = IncidentHistorian.Record((await files.OpenAsync(id, Stop))!);

        var own = (await store.LoadAsync(Key("Billing"), Stop)).Own;
        var next = Decide(own, Alarm("Billing", Noon.AddHours(3)), Noon.AddHours(3));
        await store.CommitAsync(new IncidentCommit(next.After, next.Timeline, next.Effects) { Superseded = own.Incident }, Stop);

        var after = IncidentHistorian.Record((await files.OpenAsync(id, Stop))!);
        Assert.Equal(2, (await files.OpenNewestAsync(Key("Billing").Code, Stop))!.Incident.Number);
        Assert.Equivalent(before, after, strict: true);
        Assert.Contains(after.Reached, static endpoint => endpoint is { GivenUp: 1, Failure: "no such mailbox" });
        Assert.Null(await files.OpenAsync($"{Key("Billing").Code}-3", Stop));
    }

    [Fact]
    public async Task A_commit_says_which_states_of_alarms_are_new()
    {
        _ = await HistoryAsync();
        var store = new DynamoDbIncidentStore(_client, _table, 400);
        var pipeline = Desk(store).Pipeline;
        foreach (var (minute, state) in (IEnumerable<(int, AlarmState)>)[(0, AlarmState.Alarm), (9, AlarmState.Ok), (4, AlarmState.Ok)])
        {
            await pipeline.ReceiveAsync(Red("Billing", Noon.AddMinutes(minute), state), Noon.AddMinutes(10 + minute), Stop);
        }

        var correlation = (await ItemsAsync(null)).Single(static item => item[TableLayout.Kind].S == TableLayout.CorrelationKind
            && item.ContainsKey("news"));

        var news = Assert.Single(StoredChange.Of(correlation)!.Alarms);
        Assert.Equal(new AlarmMoment(Noon.AddMinutes(4), AlarmState.Ok), news.Moment);
    }

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
    }

    protected override async ValueTask<IIncidentHistory> HistoryAsync()
    {
        _table = _table.Length > 0 ? _table : await IncidentTable.CreateAsync(_client);
        return new DynamoDbIncidentHistory(_client, _table, 400);
    }

    private static ChangedAlarm Red(string resource, DateTimeOffset at, AlarmState state = AlarmState.Alarm) => new(new AlarmChange
    {
        AlarmArn = $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:foreign-{resource}",
        AlarmName = $"foreign-{resource}",
        AccountId = "123456789012",
        Region = "eu-central-1",
        State = state,
        At = at,
    });

    /// <summary>As much as an incident of a long night has, in words that compress badly.</summary>
    private static IncidentRecord Long(string resource)
    {
        var random = new Random(7);
        string Words(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(26))));
        return Record(resource, Noon) with
        {
            Reasons = [.. Enumerable.Range(0, 5).Select(_ => Words(160))],
            Alarms = [.. Enumerable.Range(0, 20).Select(i => new AlarmMentions(Words(80), i))],
            Acts =
            [
                .. Enumerable.Range(0, 20).Select(i =>
                    new ActRecord(Noon.AddMinutes(i), Words(20), PersonAction.Acknowledge, Words(160))),
            ],
            Reached =
            [
                .. Enumerable.Range(0, 20).Select(_ => new ReachedEndpoint(Words(20), Channel.Email, Words(40), Noon, 5, 0, 0, null)),
            ],
        };
    }

    private async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> ItemsAsync(string? partition)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        var request = new ScanRequest { TableName = _table };
        do
        {
            var page = await _client.ScanAsync(request, Stop);
            items.AddRange(page.Items.Where(item => partition is null || item[TableLayout.PartitionKey].S == partition));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return items;
    }
}

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbAlarmHistoryTests(Emulator emulator) : AlarmHistoryContract, IAsyncDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _table = "";

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
    }

    protected override async ValueTask<IAlarmHistory> HistoryAsync()
    {
        _table = await IncidentTable.CreateAsync(_client);
        return new DynamoDbAlarmHistory(_client, _table, 400);
    }
}
