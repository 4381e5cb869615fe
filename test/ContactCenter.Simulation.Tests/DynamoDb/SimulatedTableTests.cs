using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Simulation.DynamoDb;

namespace ContactCenter.Simulation.Tests.DynamoDb;

public sealed class SimulatedTableTests
{
    [Fact]
    public void A_constant_load_below_capacity_is_never_throttled()
    {
        var table = Table(new Throughput(100, 50));

        var throttled = Run(table, 0, 3600, 100, 50).Throttled;

        Assert.Equal(0, throttled);
    }

    [Fact]
    public void A_constant_load_above_capacity_is_throttled_by_the_difference_once_the_burst_is_gone()
    {
        var table = Table(new Throughput(100, 50), initialBurst: 0);

        var throttled = Run(table, 0, 1000, 130, 50).Throttled;

        Assert.Equal(30_000, throttled, 6);
    }

    [Fact]
    public void Five_idle_minutes_at_150_reads_save_45000_units()
    {
        var table = Table(new Throughput(150, 1), initialBurst: 0);

        _ = Run(table, 0, 300, 0, 0);

        Assert.Equal(45_000, table.Burst(CapacityKind.Read));
        _ = Run(table, 300, 600, 0, 0);
        Assert.Equal(45_000, table.Burst(CapacityKind.Read));
    }

    [Fact]
    public void A_full_burst_of_150_reads_carries_200_reads_for_900_seconds()
    {
        var table = Table(new Throughput(150, 1));

        Assert.Equal(900, FirstThrottledSecond(table, 200, 0));
    }

    [Fact]
    public void A_tenfold_step_drains_the_burst_after_a_ninth_of_300_seconds()
    {
        var table = Table(new Throughput(100, 1));
        _ = Run(table, 0, 60, 100, 0);

        // 30,000 units saved, 900 more per second than come in: 33 full seconds, and 300 units for the 34th.
        Assert.Equal(60 + 33, FirstThrottledSecond(table, 1000, 60));
    }

    [Fact]
    public void An_update_within_the_warm_throughput_holds_after_seconds_and_one_above_it_after_minutes()
    {
        var table = new SimulatedTable(new SimulatedTableOptions
        {
            Provisioned = new Throughput(100, 10),
            WarmThroughput = new Throughput(1000, 100),
            UpdateSeconds = 8,
            GrowSeconds = 300,
        });
        _ = table.Step(0, 0, 0);

        Assert.Equal(UpdateAnswer.Accepted, table.Update(0, Change(1000, 100)));
        _ = Run(table, 1, 8, 0, 0);
        Assert.Equal(100, table.Provisioned().Reads);
        _ = table.Step(8, 0, 0);
        Assert.Equal(1000, table.Provisioned().Reads);

        Assert.Equal(UpdateAnswer.Accepted, table.Update(8, Change(1001, 100)));
        _ = Run(table, 9, 308, 0, 0);
        Assert.Equal(1000, table.Provisioned().Reads);
        _ = table.Step(308, 0, 0);
        Assert.Equal(1001, table.Provisioned().Reads);
    }

    [Fact]
    public void A_level_that_was_there_before_comes_back_in_seconds()
    {
        var table = Table(new Throughput(500, 10));
        _ = table.Step(0, 0, 0);
        Assert.Equal(UpdateAnswer.Accepted, table.Update(0, Change(50, 10)));
        _ = Run(table, 1, 100, 0, 0);

        Assert.Equal(UpdateAnswer.Accepted, table.Update(100, Change(500, 10)));
        _ = Run(table, 101, 109, 0, 0);

        Assert.Equal(500, table.Provisioned().Reads);
    }

    [Fact]
    public void A_second_update_while_the_first_one_runs_is_refused()
    {
        var table = Table(new Throughput(100, 10));
        _ = table.Step(0, 0, 0);

        Assert.Equal(UpdateAnswer.Accepted, table.Update(0, Change(200, 10)));
        Assert.Equal(UpdateAnswer.ResourceInUse, table.Update(1, Change(300, 10)));
    }

    [Fact]
    public void An_update_that_changes_nothing_or_goes_below_one_is_invalid()
    {
        var table = Table(new Throughput(100, 10));

        Assert.Equal(UpdateAnswer.Invalid, table.Update(0, Change(100, 10)));
        Assert.Equal(UpdateAnswer.Invalid, table.Update(0, Change(0, 10)));
        Assert.Equal(UpdateAnswer.Invalid, table.Update(0, new TableUpdate { Indexes = Of("nobody", 5, 5) }));
    }

    [Fact]
    public void Above_the_quota_of_a_table_and_its_indexes_an_update_is_refused()
    {
        var table = new SimulatedTable(new SimulatedTableOptions
        {
            Provisioned = new Throughput(100, 100),
            Indexes = [new SimulatedIndex("by-customer", new Throughput(100, 30_000))],
        });

        Assert.Equal(UpdateAnswer.LimitExceeded, table.Update(0, Change(100, 10_001)));
        Assert.Equal(UpdateAnswer.Accepted, table.Update(0, Change(100, 10_000)));
    }

    [Fact]
    public void Decreases_start_with_four_credits_and_get_one_more_each_hour_up_to_27_a_day()
    {
        var table = Table(new Throughput(1000, 10));
        var accepted = new List<long>();
        for (var second = 0L; second < 86_400; second += 60)
        {
            _ = table.Step(second, 0, 0);
            if (table.Update(second, Change(table.Provisioned().Reads - 1, 10)) is UpdateAnswer.Accepted)
            {
                accepted.Add(second);
            }
        }

        Assert.Equal(27, accepted.Count);
        Assert.Equal([0, 60, 120, 180, 3600, 7200], accepted.Take(6));
        _ = table.Step(86_400, 0, 0);
        Assert.Equal(UpdateAnswer.Accepted, table.Update(86_400, Change(1, 10)));
    }

    [Fact]
    public void One_forbidden_decrease_of_an_index_refuses_the_whole_call()
    {
        var table = new SimulatedTable(new SimulatedTableOptions
        {
            Provisioned = new Throughput(100, 100),
            Indexes = [new SimulatedIndex("by-customer", new Throughput(100, 100))],
            DecreaseQuota = new DecreaseQuota(1, 1),
        });
        _ = table.Step(0, 0, 0);
        Assert.Equal(UpdateAnswer.Accepted, table.Update(0, new TableUpdate { Indexes = Of("by-customer", 90, 90) }));
        _ = table.Step(60, 0, 0);

        var both = new TableUpdate { Table = new Throughput(90, 90), Indexes = Of("by-customer", 80, 80) };

        Assert.Equal(UpdateAnswer.LimitExceeded, table.Update(60, both));
        Assert.Equal(100, table.Provisioned().Reads);
        Assert.Equal(UpdateAnswer.Accepted, table.Update(60, both with { Indexes = new Dictionary<string, Throughput>() }));
    }

    [Fact]
    public void A_hot_partition_is_throttled_by_its_key_range_whatever_is_provisioned()
    {
        var table = Table(new Throughput(20_000, 1));

        // Half of 8,000 goes to one key and the other half spreads over ceil(20,000 / 3,000) = 7 partitions.
        var step = table.Step(59, new TableDemand(8000, 0, 0.5));

        Assert.Equal(4000 + (4000.0 / 7) - 3000, step.ThrottledReads, 6);
        var minute = table.Minutes()[0].Reads;
        Assert.Equal(step.ThrottledReads, minute.Throttled.KeyRange, 6);
        Assert.Equal(0, minute.Throttled.ProvisionedThroughput);
    }

    [Fact]
    public void An_index_that_is_too_narrow_turns_writes_of_the_table_away_and_counts_the_events_itself()
    {
        var table = new SimulatedTable(new SimulatedTableOptions
        {
            Provisioned = new Throughput(10, 100),
            Indexes = [new SimulatedIndex("by-customer", new Throughput(10, 40), WritesPerTableWrite: 1)],
            InitialBurst = 0,
        });

        var result = Run(table, 0, 60, 0, 100);

        Assert.Equal(60 * 60, result.Throttled, 6);
        Assert.Equal(0, table.Minutes()[0].Writes.Throttled.Total);
        Assert.Equal(60 * 60, table.Minutes("by-customer")[0].Writes.Throttled.ProvisionedThroughput, 6);
    }

    [Fact]
    public void Metrics_of_a_minute_are_sums_and_arrive_late()
    {
        var table = new SimulatedTable(new SimulatedTableOptions
        {
            Provisioned = new Throughput(100, 10),
            MetricDelaySeconds = 60,
            MetricJitterSeconds = 0,
            UnitsPerRead = 2,
        });

        _ = Run(table, 0, 60, 50, 5);

        var minute = Assert.Single(table.Minutes());
        Assert.Equal(3000, minute.Reads.Consumed);
        Assert.Equal(1500, minute.Reads.Requests);
        Assert.Equal(0, table.ArrivedBy(119));
        Assert.Equal(1, table.ArrivedBy(120));
    }

    [Fact]
    public void On_demand_serves_its_warm_throughput_at_once_and_twice_the_peak_half_an_hour_later()
    {
        var table = new SimulatedTable(new SimulatedTableOptions { Billing = BillingMode.OnDemand });

        Assert.Equal(0, table.Step(0, 12_000, 4_000).Throttled);
        Assert.Equal(1000, table.Step(1, 13_000, 0).ThrottledReads, 6);
        _ = Run(table, 2, 1801, 1, 1);
        Assert.Equal(0, table.Step(1801, 24_000, 8_000).Throttled);
    }

    [Fact]
    public void The_maximum_of_an_on_demand_table_throttles_with_its_own_cause_until_it_is_raised()
    {
        var table = new SimulatedTable(new SimulatedTableOptions
        {
            Billing = BillingMode.OnDemand,
            OnDemandMaximum = new RequestMaximum(100, 100)
        });

        _ = Run(table, 0, 60, 150, 0);
        Assert.Equal(60 * 50, table.Minutes()[0].Reads.Throttled.OnDemandMaximum, 6);

        Assert.Equal(UpdateAnswer.Accepted, table.Update(60, new TableUpdate { OnDemandMaximum = new RequestMaximum(200, 100) }));
        _ = Run(table, 60, 70, 0, 0);
        Assert.Equal(0, table.Step(70, 150, 0).Throttled);
    }

    [Fact]
    public void Cost_is_units_times_hours_provisioned_and_per_request_on_demand()
    {
        var provisioned = Table(new Throughput(1000, 1000));
        _ = Run(provisioned, 0, 3600, 1, 1);
        Assert.Equal(0.13 + 0.65, provisioned.Cost(DynamoDbPrices.Default), 9);

        var onDemand = new SimulatedTable(new SimulatedTableOptions { Billing = BillingMode.OnDemand });
        _ = Run(onDemand, 0, 1000, 1000, 1000);
        Assert.Equal(0.125 + 0.625, onDemand.Cost(DynamoDbPrices.Default), 9);
    }

    [Fact]
    public void Seconds_that_are_left_out_count_as_idle()
    {
        var table = Table(new Throughput(100, 1), initialBurst: 0);

        _ = table.Step(100, 0, 0);

        Assert.Equal(101 * 100, table.Burst(CapacityKind.Read));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Step(100, 0, 0));
    }

    private static SimulatedTable Table(Throughput provisioned, double initialBurst = 1) =>
        new(new SimulatedTableOptions { Provisioned = provisioned, InitialBurst = initialBurst });

    private static TableUpdate Change(long reads, long writes) => new() { Table = new Throughput(reads, writes) };

    private static Dictionary<string, Throughput> Of(string index, long reads, long writes) =>
        new() { [index] = new Throughput(reads, writes) };

    private static (double Throttled, double Served) Run(SimulatedTable table, long from, long to, double reads, double writes)
    {
        var (throttled, served) = (0.0, 0.0);
        for (var second = from; second < to; second++)
        {
            var step = table.Step(second, reads, writes);
            throttled += step.Throttled;
            served += step.ServedReads + step.ServedWrites;
        }

        return (throttled, served);
    }

    [Fact]
    public void An_index_has_a_hot_key_of_its_own()
    {
        var table = new SimulatedTable(new SimulatedTableOptions
        {
            Provisioned = new Throughput(100, 2500),
            InitialBurst = 0,
            Indexes = [new SimulatedIndex("by-queue", new Throughput(100, 2500), WritesPerTableWrite: 0.5, HotShare: 1)],
        });

        var step = table.Step(0, 0, 2400);

        // The index's one partition takes 1,000 of the 1,200 writes, and the table serves only what its index can take.
        Assert.Equal(2000, step.ServedWrites);
        Assert.Equal(400, step.KeyRange);
    }

    [Fact]
    public void Queries_that_an_index_turns_away_are_told_apart_from_the_tables_reads()
    {
        var table = new SimulatedTable(new SimulatedTableOptions
        {
            Provisioned = new Throughput(100, 5),
            InitialBurst = 0,
            Indexes = [new SimulatedIndex("by-phone", new Throughput(30, 5), ReadsPerTableRead: 0.5)],
        });

        var step = table.Step(0, 80, 0);

        Assert.Equal((0, 10), (step.ThrottledReads, step.ThrottledIndexReads));
        Assert.Equal(10, step.Throttled);
    }

    private static long FirstThrottledSecond(SimulatedTable table, double reads, long from)
    {
        for (var second = from; second < from + 100_000; second++)
        {
            if (table.Step(second, reads, 0).Throttled > 0)
            {
                return second;
            }
        }

        return -1;
    }
}
