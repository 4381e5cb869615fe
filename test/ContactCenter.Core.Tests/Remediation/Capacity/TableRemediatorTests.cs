using ContactCenter.Core.Configuration;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

/// <summary>What becomes of a table that left the configuration while repairs are not allowed to act.</summary>
public sealed class TableRemediatorTests
{
    private static readonly ScalableTarget Own = new(10, 800);

    private static readonly ContactCenterConfiguration NoTables = new()
    {
        Environment = "test",
        Instance = new ConnectInstance
        {
            Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
            Alias = "bank"
        },
        Queues = [],
    };

    private readonly InMemoryLeases<CapacityChange> _leases = new();
    private readonly WatchedTable _table = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RemediationMode.Off)]
    [InlineData(RemediationMode.DryRun)]
    public async Task A_scaler_is_let_go_even_when_its_table_left_the_configuration_and_nothing_may_be_done(RemediationMode mode)
    {
        await LendAsync(new CapacityChange { Targets = [new ScalableTargetChange(null, CapacityKind.Read, Own)] });

        var report = await Remediator().RunAsync("customers", mode, false, Now, Stop);

        Assert.True(report!.IsChanged);
        Assert.Equal(Own, _table.Range);
        Assert.Null((await _leases.ReadAsync("customers", Stop)).Lease);
    }

    [Theory]
    [InlineData(RemediationMode.Off)]
    [InlineData(RemediationMode.DryRun)]
    public async Task Capacity_on_lease_waits_until_repairs_may_act_again_and_its_table_is_not_even_read(RemediationMode mode)
    {
        await LendAsync(new CapacityChange { Update = new TableUpdate { Table = new Throughput(50, 5) } });

        Assert.Null(await Remediator().RunAsync("customers", mode, false, Now, Stop));

        Assert.False(_table.IsRead);
        Assert.NotNull((await _leases.ReadAsync("customers", Stop)).Lease);
    }

    private TableRemediator Remediator() => new(
        new CapacityRemediator(_table, _leases, new CapacityRemediation(), new InMemoryRemediationLog()), _leases, NoTables);

    private async Task LendAsync(CapacityChange undo) => _ = await _leases.WriteAsync(
        "customers",
        new RemediationLease<CapacityChange>(
            "customers", undo, "demand", Now.AddMinutes(-5), Now.AddMinutes(25), Now.AddHours(24), LeaseState.Held),
        0,
        Stop);

    /// <summary>A table whose scaler is held down.</summary>
    private sealed class WatchedTable : ITableCapacity
    {
        public ScalableTarget Range { get; private set; } = new(120, 120);

        public bool IsRead { get; private set; }

        public Task<TableState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
        {
            IsRead = true;
            return Task.FromResult(Table(120, Level(80), now: now).With(r => r with { ReadTarget = Range }));
        }

        public Task<ChangeOutcome> ApplyAsync(string resource, CapacityChange change, CancellationToken cancellationToken)
        {
            Range = change.Targets[0].Target;
            return Task.FromResult(ChangeOutcome.Done);
        }
    }
}
