using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>What every store of leases promises.</summary>
public abstract class LeasesContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IRemediationLeases<CapacityChange>> LeasesAsync();

    [Fact]
    public async Task A_resource_without_a_lease_has_version_zero()
    {
        var leases = await LeasesAsync();

        Assert.Equal((null, 0), await leases.ReadAsync("customers", Stop));
    }

    [Fact]
    public async Task A_lease_comes_back_as_it_was_written()
    {
        var leases = await LeasesAsync();

        Assert.True(await leases.WriteAsync("customers", Lease("customers"), 0, Stop));

        var (lease, version) = await leases.ReadAsync("customers", Stop);
        Assert.Equivalent(Lease("customers"), lease, strict: true);
        Assert.Equal(1, version);
    }

    [Fact]
    public async Task Of_two_that_read_the_same_version_one_writes()
    {
        var leases = await LeasesAsync();
        Assert.True(await leases.WriteAsync("customers", Lease("customers"), 0, Stop));
        Assert.False(await leases.WriteAsync("customers", Lease("customers"), 0, Stop));

        Assert.True(await leases.WriteAsync("customers", null, 1, Stop));
        Assert.False(await leases.WriteAsync("customers", Lease("customers"), 1, Stop));
    }

    [Fact]
    public async Task The_version_goes_on_after_a_lease_has_ended()
    {
        var leases = await LeasesAsync();
        await leases.WriteAsync("customers", Lease("customers"), 0, Stop);
        await leases.WriteAsync("customers", null, 1, Stop);

        Assert.Equal((null, 2), await leases.ReadAsync("customers", Stop));
        Assert.True(await leases.WriteAsync("customers", Lease("customers"), 2, Stop));
    }

    [Fact]
    public async Task What_has_run_out_and_what_was_never_confirmed_is_due()
    {
        var leases = await LeasesAsync();
        await leases.WriteAsync("over", Lease("over") with { Until = Noon }, 0, Stop);
        await leases.WriteAsync("later", Lease("later") with { Until = Noon.AddMinutes(1) }, 0, Stop);
        await leases.WriteAsync("intended", Lease("intended") with { Until = Noon.AddHours(1), State = LeaseState.Intended }, 0, Stop);
        await leases.WriteAsync("ended", Lease("ended") with { Until = Noon }, 0, Stop);
        await leases.WriteAsync("ended", null, 1, Stop);

        Assert.Equal(["intended", "over"], await DueAsync(leases, Noon));
        Assert.Equal(["intended", "later", "over"], await DueAsync(leases, DateTimeOffset.MaxValue));
    }

    private static async Task<IEnumerable<string>> DueAsync(IRemediationLeases<CapacityChange> leases, DateTimeOffset now)
    {
        var due = new List<string>();
        await foreach (var resource in leases.DueAsync(now, Stop))
        {
            due.Add(resource);
        }

        return due.Order(StringComparer.Ordinal);
    }

    private static RemediationLease<CapacityChange> Lease(string table) => new(
        table,
        new CapacityChange
        {
            Update = new TableUpdate
            {
                Table = new Throughput(10, 5),
                Indexes = new Dictionary<string, Throughput> { ["by-phone"] = new(3, 4) },
                OnDemandMaximum = new RequestMaximum(100, 50),
            },
            Targets = [new ScalableTargetChange("by-phone", CapacityKind.Write, new ScalableTarget(5, 100))],
        },
        "Reads go from 10 to 40.",
        Noon.AddMinutes(-10),
        Noon.AddMinutes(20),
        Noon.AddHours(24),
        LeaseState.Held);
}
