using Amazon.ApplicationAutoScaling;
using Amazon.ApplicationAutoScaling.Model;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using Range = ContactCenter.Core.Remediation.Capacity.ScalableTarget;

namespace ContactCenter.Aws.Tests.Remediation;

/// <summary>
/// On the wire against the emulator: a table with two indexes, one that Application Auto Scaling manages, one that is gone.
/// </summary>
public sealed class DynamoDbTableCapacityTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 20, TimeSpan.Zero);
    private static readonly DateTimeOffset Minute = new(2026, 5, 4, 11, 58, 0, TimeSpan.Zero);

    private readonly CapacityServices _services;

    public DynamoDbTableCapacityTests(Emulator emulator)
    {
        emulator.DynamoDb().Dispose();
        _services = new CapacityServices(emulator.Address);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_and_its_two_indexes_are_read_together()
    {
        var table = await _services.CreateTableAsync();

        var state = await _services.Tables().ReadAsync(table, Now, Stop);

        Assert.Equal((true, false, Core.Remediation.Capacity.BillingMode.Provisioned), (state.Exists, state.Updating, state.Billing));
        Assert.Equal(
            [(null, new Throughput(10, 5)), ("by-name", new Throughput(3, 4)), ("by-phone", new Throughput(3, 4))],
            state.Resources.Select(resource => (resource.Index, resource.Provisioned)));
        // what the emulator answers to DescribeLimits, not the default
        Assert.Equal(new Throughput(10_000, 10_000), state.TableQuota);
    }

    [Fact]
    public async Task The_last_hour_is_told_minute_by_minute_and_a_missing_datapoint_is_zero()
    {
        var table = await _services.CreateTableAsync();
        await _services.TellAsync(table, null, "ConsumedReadCapacityUnits", Minute, 300, 200, 100);
        await _services.TellAsync(table, null, "ReadThrottleEvents", Minute, 50);
        await _services.TellAsync(table, null, "ReadProvisionedThroughputThrottleEvents", Minute, 30);
        await _services.TellAsync(table, null, "ReadKeyRangeThroughputThrottleEvents", Minute, 15);
        await _services.TellAsync(table, "by-phone", "ConsumedWriteCapacityUnits", Minute.AddMinutes(-1), 60);

        var state = await _services.Tables().ReadAsync(table, Now, Stop);

        var reads = state.Resources[0].Reads;
        Assert.Equal(new CapacityMinute(Minute, 600, 3, 10, new ThrottleCounts(30, 15, 0, 0, 5)), reads[^1]);
        Assert.Equal(new CapacityMinute(Minute.AddMinutes(-1), 0, 0, 10, default), reads[^2]);
        Assert.Equal(60, state.Resources.Single(resource => resource.Index == "by-phone").Writes[^2].Consumed);
        Assert.All(state.Resources, resource => Assert.Equal((reads.Count, reads.Count), (resource.Reads.Count, resource.Writes.Count)));
    }

    [Fact]
    public async Task What_was_provisioned_holds_until_it_is_told_anew()
    {
        var table = await _services.CreateTableAsync();
        await _services.TellAsync(table, null, "ProvisionedReadCapacityUnits", Minute.AddMinutes(-10), 40);
        await _services.TellAsync(table, null, "ProvisionedReadCapacityUnits", Minute.AddMinutes(-5), 20);
        await _services.TellAsync(table, null, "ConsumedReadCapacityUnits", Minute, 60);

        var reads = (await _services.Tables().ReadAsync(table, Now, Stop)).Resources[0].Reads;

        Assert.Equal([40, 40, 20, 20], new[] { 0, -6, -5, 0 }.Select((minutes, i) =>
            i == 0 ? reads[0].Provisioned : reads.Single(minute => minute.Start == Minute.AddMinutes(minutes)).Provisioned));
    }

    [Fact]
    public async Task The_newest_minutes_are_left_out_while_nothing_of_them_has_arrived()
    {
        var table = await _services.CreateTableAsync();
        await _services.TellAsync(table, null, "ConsumedReadCapacityUnits", Minute.AddMinutes(-1), 60);

        var state = await _services.Tables().ReadAsync(table, Now, Stop);

        Assert.Equal(Minute.AddMinutes(-1), state.Resources[0].Reads[^1].Start);
    }

    [Fact]
    public async Task What_the_month_has_cost_is_reckoned_from_what_was_provisioned()
    {
        var table = await _services.CreateTableAsync();
        await _services.TellAsync(
            table, null, "ProvisionedReadCapacityUnits", new DateTimeOffset(2026, 5, 4, 2, 0, 0, TimeSpan.Zero), 1000);

        var state = await _services.Tables().ReadAsync(table, Now, Stop);

        // ten hours and twenty seconds of 1000 read units
        Assert.Equal(1000 * 0.00013 * (10 + (20.0 / 3600)), state.SpentThisMonth, 6);
    }

    [Fact]
    public async Task The_last_days_are_reckoned_as_they_were_paid_and_as_they_would_have_been_paid_on_demand()
    {
        var table = await _services.CreateTableAsync();
        var began = Now.AddDays(-1).AddSeconds(-20);
        await _services.TellAsync(table, null, "ProvisionedReadCapacityUnits", began, 1000);
        await _services.TellAsync(table, null, "ConsumedReadCapacityUnits", began, 6_000_000);
        await _services.TellAsync(table, null, "ReadThrottleEvents", began, 3000);

        // then it was on demand
        await _services.TellAsync(table, null, "ConsumedReadCapacityUnits", began.AddDays(-3), 6_000_000);
        await _services.TellAsync(table, null, "ReadKeyRangeThroughputThrottleEvents", began, 1000);

        var bill = (await _services.Tables().ReadAsync(table, Now, Stop)).Bill!;

        Assert.Equal((TimeSpan.FromDays(1), 2000.0), (bill.Seen, bill.TurnedAwayADay));
        Assert.Equal(1000 * 0.00013 * 730, bill.Provisioned, 6);
        Assert.Equal(6.002 * 0.125 * 730 / 24, bill.OnDemand, 6);
    }

    [Fact]
    public async Task A_table_that_is_not_known_to_have_been_provisioned_has_no_bill()
    {
        var table = await _services.CreateTableAsync();
        await _services.TellAsync(table, null, "ConsumedReadCapacityUnits", Now.AddDays(-8), 6_000_000);

        Assert.Null((await _services.Tables().ReadAsync(table, Now, Stop)).Bill);
    }

    [Fact]
    public async Task A_change_of_the_table_and_an_index_is_made_by_one_call()
    {
        var table = await _services.CreateTableAsync();
        var change = new CapacityChange
        {
            Update = new TableUpdate
            {
                Table = new Throughput(40, 5),
                Indexes = new Dictionary<string, Throughput> { ["by-phone"] = new(12, 4) }
            },
        };

        Assert.Equal(ChangeOutcome.Done, await _services.Tables().ApplyAsync(table, change, Stop));

        var state = await _services.Tables().ReadAsync(table, Now, Stop);
        Assert.Equal(
            [new Throughput(40, 5), new Throughput(3, 4), new Throughput(12, 4)], state.Resources.Select(resource => resource.Provisioned));
    }

    [Fact]
    public async Task The_range_of_a_managed_table_is_read_and_moved()
    {
        var table = await _services.CreateTableAsync();
        await RegisterAsync($"table/{table}", ScalableDimension.DynamodbTableReadCapacityUnits);
        await RegisterAsync($"table/{table}/index/by-phone", ScalableDimension.DynamodbIndexWriteCapacityUnits);

        var before = await _services.Tables().ReadAsync(table, Now, Stop);
        var change = new CapacityChange { Targets = [new ScalableTargetChange("by-phone", CapacityKind.Write, new Range(50, 200))] };
        Assert.Equal(ChangeOutcome.Done, await _services.Tables().ApplyAsync(table, change, Stop));
        var after = await _services.Tables().ReadAsync(table, Now, Stop);

        var range = new Range(5, 100);
        Assert.Equal((range, null), (before.Resources[0].ReadTarget, before.Resources[0].WriteTarget));
        Assert.Equal((null, range), (before.Resources[2].ReadTarget, before.Resources[2].WriteTarget));
        Assert.Equal((range, new Range(50, 200)), (after.Resources[0].ReadTarget, after.Resources[2].WriteTarget));
        Assert.Equal(before.Resources.Select(resource => resource.Provisioned), after.Resources.Select(resource => resource.Provisioned));
    }

    [Fact]
    public async Task A_deleted_table_does_not_exist_and_takes_no_change()
    {
        var table = await _services.CreateTableAsync();
        await _services.DynamoDb.DeleteTableAsync(table, Stop);

        var change = new CapacityChange { Update = new TableUpdate { Table = new Throughput(40, 5) } };

        Assert.False((await _services.Tables().ReadAsync(table, Now, Stop)).Exists);
        Assert.Equal(ChangeOutcome.Gone, await _services.Tables().ApplyAsync(table, change, Stop));
    }

    public void Dispose() => _services.Dispose();

    private Task<RegisterScalableTargetResponse> RegisterAsync(string resource, ScalableDimension dimension) =>
        _services.Scaling.RegisterScalableTargetAsync(new RegisterScalableTargetRequest
        {
            ServiceNamespace = ServiceNamespace.Dynamodb,
            ResourceId = resource,
            ScalableDimension = dimension,
            MinCapacity = 5,
            MaxCapacity = 100,
        });
}
