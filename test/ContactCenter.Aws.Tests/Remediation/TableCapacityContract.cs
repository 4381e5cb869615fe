using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>What DynamoDB and the simulated tables promise alike to whoever repairs capacity.</summary>
public abstract class TableCapacityContract
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 20, TimeSpan.Zero);

    private static readonly CapacityChange Change = new() { Update = new TableUpdate { Table = new Throughput(120, 80) } };

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ITableCapacity Tables { get; }

    /// <summary>The name of a table with provisioned capacity below 80 units and an index.</summary>
    protected abstract Task<string> TableAsync();

    [Fact]
    public async Task A_table_is_read_at_the_time_that_is_passed_in_with_what_it_and_its_index_have()
    {
        var state = await Tables.ReadAsync(await TableAsync(), Now, Stop);

        Assert.Equal((true, BillingMode.Provisioned, Now), (state.Exists, state.Billing, state.ReadAt));
        Assert.Null(state.Resources[0].Index);
        Assert.True(state.Resources.Count > 1);
        Assert.All(state.Resources, static one => Assert.InRange(one.Provisioned.Reads, 1, 79));
    }

    [Fact]
    public async Task A_change_that_was_taken_holds_or_is_under_way()
    {
        var table = await TableAsync();

        Assert.Equal(ChangeOutcome.Done, await Tables.ApplyAsync(table, Change, Stop));

        var state = await Tables.ReadAsync(table, Now, Stop);
        Assert.True(state.Updating || state.Resources[0].Provisioned == Change.Update!.Table, $"{state.Resources[0].Provisioned}");
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_told_by_its_state_and_takes_no_change()
    {
        var state = await Tables.ReadAsync("nowhere", Now, Stop);

        Assert.False(state.Exists);
        Assert.Empty(state.Resources);
        Assert.Equal(ChangeOutcome.Gone, await Tables.ApplyAsync("nowhere", Change, Stop));
    }
}
