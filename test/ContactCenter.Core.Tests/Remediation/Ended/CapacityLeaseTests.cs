using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Ended;

/// <summary>What a lease on a table costs and saves, as a run of the repair finds the table. It served 150 reads a second.</summary>
public sealed class CapacityLeaseTests
{
    private static readonly CapacityChange Own = new() { Update = new TableUpdate { Table = new Throughput(100, 5) } };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_beyond_what_the_capacity_before_serves_in_a_minute_are_saved()
    {
        var record = await RecordAsync(Own, Table(200, Level(150)));

        Assert.Equal((26, 26 * 60 * 50.0), (record.MinutesSaved, record.RequestsSaved));
    }

    [Fact]
    public async Task They_are_counted_by_the_units_of_one_request()
    {
        var table = Table(200, Level(150)).With(static resource => resource with
        {
            Reads = [.. resource.Reads.Select(static minute => minute with { Requests = minute.Requests / 3 })],
        });

        Assert.Equal(26 * 60 * 50 / 3.0, (await RecordAsync(Own, table)).RequestsSaved!.Value, 6);
    }

    [Fact]
    public async Task Up_to_the_old_maximum_of_its_scaler_it_would_have_gone_by_itself_and_costs_and_saves_nothing()
    {
        var range = new ScalableTargetChange(null, CapacityKind.Read, new ScalableTarget(10, 160));
        var table = Table(200, Level(150)).With(static resource => resource with { ReadTarget = new ScalableTarget(10, 400) });

        var record = await RecordAsync(Own with { Targets = [range] }, table);

        Assert.Equal((0, 0.0), (record.MinutesSaved, record.RequestsSaved));
        Assert.Equal(40 * 0.5, record.ReadUnitHours, 2);
    }

    [Fact]
    public async Task What_a_scaler_did_by_itself_beside_a_raise_of_writes_is_no_lease_of_reads()
    {
        var table = Table(200, Level(150)).With(static resource => resource with
        {
            Provisioned = new Throughput(200, 9),
            ReadTarget = new ScalableTarget(10, 400),
        });

        var record = await RecordAsync(Own, table);

        Assert.Equal((0, 0, 2.0), (record.MinutesSaved, record.ReadUnitHours, Math.Round(record.WriteUnitHours, 2)));
    }

    private static async Task<LeaseRecord> RecordAsync(CapacityChange undo, TableState table)
    {
        var (leases, history) = (new InMemoryLeases<CapacityChange>(), new InMemoryLeaseHistory());
        var lease = new RemediationLease<CapacityChange>(
            "customers", undo, "demand", Now.AddMinutes(-30), Now.AddMinutes(25), Now.AddHours(24), LeaseState.Held);
        _ = await leases.WriteAsync("customers", lease, 0, Stop);

        _ = await new CapacityRemediator(
            new OneTable(table), leases, new CapacityRemediation(), new InMemoryRemediationLog(), new LeaseBook(history))
            .RunAsync("customers", Limits, Now, Stop);

        return Assert.Single(await history.OfResourceAsync("customers", 10, null, Stop));
    }

    private sealed class OneTable(TableState table) : ITableCapacity
    {
        public Task<TableState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken) =>
            Task.FromResult(table);

        public Task<ChangeOutcome> ApplyAsync(string resource, CapacityChange change, CancellationToken cancellationToken) =>
            Task.FromResult(ChangeOutcome.InUse);
    }
}
