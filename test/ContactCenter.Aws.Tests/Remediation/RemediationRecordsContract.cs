using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>What every store of cases and every log of a remediation promises.</summary>
public abstract class RemediationRecordsContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IRemediationCases> CasesAsync();

    protected abstract ValueTask<IRemediationLog> LogAsync();

    [Fact]
    public async Task A_case_comes_back_as_it_was_written_and_is_written_by_one_only()
    {
        var cases = await CasesAsync();
        var asked = new RemediationCase(
            "customers",
            Noon.AddHours(1))
        { Incidents = ["7Q2M9KXA-3"], Told = "Change", Refusals = 2, ApprovedUntil = Noon.AddMinutes(15) };

        Assert.Null(await cases.FindAsync("customers", Stop));
        Assert.True(await cases.WriteAsync(asked, Stop));
        Assert.False(await cases.WriteAsync(asked, Stop));

        Assert.Equivalent(asked with { Version = 1 }, await cases.FindAsync("customers", Stop), strict: true);
        Assert.True(await cases.WriteAsync(asked with { Version = 1, Told = null }, Stop));
    }

    [Fact]
    public async Task Every_case_is_found()
    {
        var cases = await CasesAsync();
        await cases.WriteAsync(new RemediationCase("orders", Noon), Stop);
        await cases.WriteAsync(new RemediationCase("customers", Noon), Stop);
        await cases.WriteAsync(new RemediationCase("over", Noon.AddHours(-1)), Stop);

        Assert.Equal(["customers", "orders"], await cases.OpenAsync(Noon.AddSeconds(-1), Stop));
    }

    [Fact]
    public async Task Decreases_since_a_time_are_known_by_table_and_index()
    {
        var log = await LogAsync();
        await log.AddAsync("customers", null, Noon.AddDays(-1), Stop);
        await log.AddAsync("customers", "by-phone", Noon.AddHours(1), Stop);
        await log.AddAsync("customers", null, Noon, Stop);
        await log.AddAsync("orders", null, Noon, Stop);

        Assert.Equal([(null, Noon), ("by-phone", Noon.AddHours(1))], await log.SinceAsync("customers", Noon, Stop));
    }

    [Fact]
    public async Task A_change_that_is_written_down_again_counts_once()
    {
        var log = await LogAsync();
        await log.AddAsync("customers", null, Noon, Stop);
        await log.AddAsync("customers", null, Noon, Stop);

        Assert.Equal([(null, Noon)], await log.SinceAsync("customers", Noon, Stop));
    }
}

/// <summary>The contract, kept in memory.</summary>
public sealed class InMemoryRemediationRecordsTests : RemediationRecordsContract
{
    protected override ValueTask<IRemediationCases> CasesAsync() => ValueTask.FromResult<IRemediationCases>(new InMemoryRemediationCases());

    protected override ValueTask<IRemediationLog> LogAsync() => ValueTask.FromResult<IRemediationLog>(new InMemoryRemediationLog());
}
