using Amazon.DynamoDBv2;
using ContactCenter.Aws.Remediation;
using ContactCenter.Aws.Tests.Incidents;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>What every history of leases promises.</summary>
public abstract class LeaseHistoryContract
{
    protected static readonly DateTimeOffset Noon = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<ILeaseHistory> HistoryAsync();

    [Fact]
    public async Task A_lease_comes_back_as_it_was_kept_and_the_later_word_counts()
    {
        var history = await HistoryAsync();
        var record = Record("customers", 0) with { Dollars = null, ThrottledBefore = 7, Reason = "Viele Lesezugriffe – ü" };
        await history.KeepAsync(Record("customers", 0), Stop);
        await history.KeepAsync(record, Stop);

        Assert.Equal(record, await history.FindAsync(record.Key, Stop));
        Assert.Equal([record], await history.OfResourceAsync("customers", 10, null, Stop));
        Assert.Null(await history.FindAsync(record.Key with { Remediation = "reserved-concurrency" }, Stop));
    }

    [Fact]
    public async Task They_are_found_by_month_and_by_resource_the_newest_first()
    {
        var history = await HistoryAsync();
        foreach (var hours in (int[])[0, 1, 20])
        {
            await history.KeepAsync(Record("customers", hours), Stop);
            await history.KeepAsync(Record("orders", hours), Stop);
        }

        Assert.Equal(
            [("orders", 1), ("customers", 1), ("orders", 0), ("customers", 0)],
            (await history.MonthAsync(new DateOnly(2026, 5, 1), 10, null, Stop)).Select(Name));
        Assert.Equal([("orders", 20)], (await history.MonthAsync(new DateOnly(2026, 6, 9), 1, null, Stop)).Select(Name));
        var page = await history.OfResourceAsync("orders", 2, null, Stop);
        Assert.Equal([("orders", 20), ("orders", 1)], page.Select(Name));
        Assert.Equal([("orders", 0)], (await history.OfResourceAsync("orders", 2, page[^1].Key, Stop)).Select(Name));
        Assert.Equal(
            [("customers", 1), ("orders", 0)],
            (await history.MonthAsync(new DateOnly(2026, 5, 1), 2, Record("orders", 1).Key, Stop)).Select(Name));
    }

    protected static LeaseRecord Record(string resource, int hours) => new()
    {
        Remediation = "heal-capacity",
        Resource = resource,
        GrantedAt = Noon.AddHours(hours),
        LookedAt = Noon.AddHours(hours + 1),
        EndedAt = Noon.AddHours(hours + 1),
        Reason = "Throttled.",
        ReadUnitHours = 12.5,
        Dollars = 0.25,
    };

    private static (string Resource, double Hours) Name(LeaseRecord record) => (record.Resource, (record.GrantedAt - Noon).TotalHours);
}

/// <summary>The contract, kept on DynamoDB.</summary>
public sealed class DynamoDbLeaseHistoryTests(Emulator emulator) : LeaseHistoryContract, IAsyncDisposable
{
    private readonly AmazonDynamoDBClient _client = emulator.DynamoDb();
    private string _table = "";

    [Fact]
    public async Task It_ends_when_its_retention_does()
    {
        await (await HistoryAsync()).KeepAsync(Record("customers", 0), Stop);

        var items = (await _client.ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest { TableName = _table }, Stop)).Items;

        Assert.Equal(
            ["pastLeases#2026-05", "pastLeasesOf#customers"], items.Select(static item => item[TableLayout.PartitionKey].S).Order());
        Assert.All(items, static item => Assert.Equal($"{Noon.AddDays(400).ToUnixTimeSeconds()}", item[TableLayout.ExpiresAt].N));
    }

    public async ValueTask DisposeAsync()
    {
        await IncidentTable.DeleteAsync(_client, _table);
        _client.Dispose();
    }

    protected override async ValueTask<ILeaseHistory> HistoryAsync()
    {
        _table = _table.Length > 0 ? _table : await IncidentTable.CreateAsync(_client);
        return new DynamoDbLeaseHistory(_client, _table, 400);
    }
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryLeaseHistoryTests : LeaseHistoryContract
{
    protected override ValueTask<ILeaseHistory> HistoryAsync() => ValueTask.FromResult<ILeaseHistory>(new InMemoryLeaseHistory());
}
