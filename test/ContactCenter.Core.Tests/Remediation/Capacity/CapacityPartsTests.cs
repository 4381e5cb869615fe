using ContactCenter.Core.Configuration;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

/// <summary>The small things that plans are made of: units, causes, quotas, prices and what is remembered of a change.</summary>
public sealed class CapacityPartsTests
{
    private static readonly CapacityRemediation Remediation = new();

    [Theory]
    [InlineData(CapacityKind.Read, "L-34F6A552", "read units of all provisioned tables")]
    [InlineData(CapacityKind.Write, "L-34F8CCC8", "write units of all provisioned tables")]
    public void A_quota_of_the_account_is_asked_for_by_its_code(CapacityKind kind, string code, string name)
    {
        Assert.Equal(new QuotaRequest("dynamodb", code, name, 100, 150), CapacityQuotas.OfAccount(kind, 100, 20));
        Assert.Equal(new QuotaRequest("dynamodb", code, name, null, 120_000), CapacityQuotas.OfAccount(kind, null, 20));
        Assert.Equal(170, CapacityQuotas.OfAccount(kind, 100, 170).Asked);
    }

    [Theory]
    [InlineData(CapacityKind.Read, "L-CF0CBE56", "read units of one table")]
    [InlineData(CapacityKind.Write, "L-AB614373", "write units of one table")]
    public void A_quota_of_a_table_is_asked_for_by_its_code(CapacityKind kind, string code, string name)
    {
        Assert.Equal(new QuotaRequest("dynamodb", code, name, 101, 152), CapacityQuotas.OfTable(kind, 101, 20));
        Assert.Equal(170, CapacityQuotas.OfTable(kind, 100, 170).Asked);
    }

    [Fact]
    public void Reads_and_writes_are_told_apart()
    {
        var units = new Throughput(3, 7);

        Assert.Equal((3, 7), (units[CapacityKind.Read], units[CapacityKind.Write]));
        Assert.Equal(
            (new Throughput(9, 7), new Throughput(3, 9)), (units.With(CapacityKind.Read, 9), units.With(CapacityKind.Write, 9)));
        Assert.Equal(
            (new Throughput(5, 7), new Throughput(3, 1)),
            (Throughput.Max(units, new Throughput(5, 1)), Throughput.Min(units, new Throughput(5, 1))));
    }

    [Theory]
    [InlineData(3, 7, true, false)]
    [InlineData(2, 7, true, true)]
    [InlineData(3, 6, true, true)]
    [InlineData(4, 6, false, true)]
    [InlineData(2, 8, false, true)]
    [InlineData(4, 8, false, false)]
    public void A_decrease_is_what_lowers_one_of_them(long reads, long writes, bool isWithin, bool decreases)
    {
        var units = new Throughput(reads, writes);

        Assert.Equal(
            (isWithin, decreases), (units.IsWithin(new Throughput(3, 7)), units.DecreasesFrom(new Throughput(3, 7))));
    }

    [Theory]
    [InlineData(ThrottleCause.ProvisionedThroughput, 11)]
    [InlineData(ThrottleCause.KeyRange, 12)]
    [InlineData(ThrottleCause.AccountLimit, 13)]
    [InlineData(ThrottleCause.OnDemandMaximum, 14)]
    public void What_is_put_down_to_a_cause_adds_to_it_and_the_sum_stays(ThrottleCause cause, double expected)
    {
        var counts = new ThrottleCounts(1, 2, 3, 4, 10);

        var explained = counts.Explain(cause);

        Assert.Equal((expected, 0, 20), (explained[cause], explained.Unexplained, explained.Total));
        Assert.Equal(expected - 10, counts[cause]);
    }

    [Theory]
    [InlineData(BillingMode.Provisioned, 90, null, ThrottleCause.ProvisionedThroughput)]
    [InlineData(BillingMode.Provisioned, 89.9, null, ThrottleCause.KeyRange)]
    [InlineData(BillingMode.OnDemand, 45, 50.0, ThrottleCause.OnDemandMaximum)]
    [InlineData(BillingMode.OnDemand, 44.9, 50.0, ThrottleCause.KeyRange)]
    [InlineData(BillingMode.OnDemand, 900, null, ThrottleCause.AccountLimit)]
    [InlineData(BillingMode.OnDemand, 899, null, ThrottleCause.KeyRange)]
    public void A_minute_that_was_nine_tenths_full_was_short_of_what_filled_it(
        BillingMode billing, double perSecond, double? maximum, ThrottleCause expected)
    {
        var minute = new CapacityMinute(Now, 60 * perSecond, 60 * perSecond, 100, new ThrottleCounts(0, 0, 0, 0, 7));

        Assert.Equal(7, ThrottleDiagnosis.Explain(minute, billing, maximum, quota: 1000)[expected]);
    }

    [Fact]
    public void Causes_that_are_known_are_left_as_they_are()
    {
        var minute = new CapacityMinute(Now, 6000, 6000, 100, new ThrottleCounts(1, 2, 3, 4));

        Assert.Equal(minute.Throttled, ThrottleDiagnosis.Explain(minute, BillingMode.Provisioned, null, 1000));
    }

    [Fact]
    public void Prices_are_by_the_unit_and_hour() =>
        Assert.Equal((10 * 0.00013) + (20 * 0.00065), DynamoDbPrices.Default.PerHour(new Throughput(10, 20)), 12);

    [Fact]
    public void A_ceiling_leaves_what_is_not_spent_nor_needed_for_the_rest_of_the_month()
    {
        // ten hours before the end of January, half an hour and two minutes of them at the higher rate
        var now = new DateTimeOffset(2026, 1, 31, 14, 0, 0, TimeSpan.Zero);
        var hours = 32 / 60.0;

        Assert.Equal(
            (100 - 60 - (2 * (10 - hours))) / hours, CostCeiling.AffordableRate(100, 60, 2, TimeSpan.FromMinutes(30), null, now), 9);
        Assert.Equal(
            (100 - 60 - (2 * 8.5)) / 1.5,
            CostCeiling.AffordableRate(100, 60, 2, TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), now),
            9);
        Assert.Equal(4, CostCeiling.AffordableRate(100, 60, 2, TimeSpan.FromHours(30), null, now), 9);
        Assert.Equal(double.PositiveInfinity, CostCeiling.AffordableRate(null, 60, 2, TimeSpan.FromMinutes(30), null, now));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 62)]
    [InlineData(4, 62)]
    public void What_is_leased_is_back_with_the_next_run_while_three_decreases_are_left(int today, int minutes)
    {
        var state = Table(100, Level(1)).With(r => r with { DecreasesToday = today, LastDecrease = Now });

        Assert.Equal(TimeSpan.FromMinutes(minutes), CostCeiling.ReturnTakes(state, Now));
    }

    [Fact]
    public void What_the_configuration_allows_is_what_limits_a_plan()
    {
        var table = new TableSettings
        {
            Name = "customers",
            Read = new CapacityRange { Minimum = 1, Maximum = 100, ReadyFor = 50 },
            Write = new CapacityRange { Minimum = 2, Maximum = 200, ReadyFor = 60 },
            MonthlyCeiling = 70,
            FollowDemand = true,
            ApprovalAbove = 3,
            ThrottledRequestCosts = 0.02,
        };

        var limits = CapacityLimits.Of(table)!;

        Assert.Equal((new Throughput(1, 2), new Throughput(100, 200)), (limits.Minimum, limits.Maximum));
        Assert.Equal((50, 60), (limits.ReadyFor(CapacityKind.Read), limits.ReadyFor(CapacityKind.Write)));
        Assert.Equal(
            (70, true, 3, 0.02), (limits.MonthlyCeiling, limits.FollowDemandDown, limits.ApprovalAbove, limits.ThrottledCosts));
        Assert.Equal(double.PositiveInfinity, CapacityLimits.Of(table with { ApprovalAbove = null })!.ApprovalAbove);
        Assert.Null(CapacityLimits.Of(table with { Read = null }));
        Assert.Null(CapacityLimits.Of(table with { Write = null }));
    }

    [Fact]
    public void An_update_names_a_table_and_its_indexes()
    {
        var update = new TableUpdate().With(null, new Throughput(1, 2)).With("by-phone", new Throughput(3, 4));

        Assert.Equal(new Throughput(1, 2), update.Of(null));
        Assert.Equal(new Throughput(3, 4), update.Of("by-phone"));
        Assert.Null(update.Of("by-name"));
        Assert.Equal(new Throughput(5, 6), update.With("by-phone", new Throughput(5, 6)).Of("by-phone"));
    }

    [Fact]
    public void A_change_is_empty_when_it_names_nothing()
    {
        Assert.True(new CapacityChange().IsEmpty);
        Assert.False(ToTable(1, 1).IsEmpty);
        Assert.False(ToIndex(1, 1).IsEmpty);
        Assert.False(ToMaximum(1, 1).IsEmpty);
        Assert.False(ToRange(null, CapacityKind.Read, 1, 2).IsEmpty);
    }

    [Fact]
    public void Two_changes_join_to_one_that_brings_back_what_either_would_and_the_earlier_counts()
    {
        var earlier = ToTable(1, 1) with { Targets = ToRange("by-phone", CapacityKind.Read, 1, 2).Targets };
        var later = ToTable(9, 9) with
        {
            Update = ToTable(9, 9).Update with { Indexes = ToIndex(3, 3).Update.Indexes, OnDemandMaximum = new RequestMaximum(7, 7) },
            Targets = [.. ToRange("by-phone", CapacityKind.Read, 8, 9).Targets, .. ToRange("by-phone", CapacityKind.Write, 5, 6).Targets],
        };

        var joined = Remediation.Join(earlier, later);

        Assert.Equal(new Throughput(1, 1), joined.Update.Table);
        Assert.Equal(new Throughput(3, 3), joined.Update.Of("by-phone"));
        Assert.Equal(new RequestMaximum(7, 7), joined.Update.OnDemandMaximum);
        Assert.Equal([.. earlier.Targets, later.Targets[1]], joined.Targets);
        Assert.Same(joined, Remediation.Join(earlier, joined));
        Assert.Equal(new Throughput(4, 4), Remediation.Join(ToIndex(4, 4), later).Update.Of("by-phone"));
        Assert.Equal(new RequestMaximum(2, 2), Remediation.Join(ToMaximum(2, 2), later).Update.OnDemandMaximum);
    }

    [Fact]
    public void What_is_given_back_is_what_is_still_above_what_was_before()
    {
        var state = State(new Throughput(50, 5), new Throughput(40, 4));

        Assert.Null(Remediation.Return(state, Lease(ToTable(50, 5))));
        Assert.Null(Remediation.Return(state, Lease(ToTable(60, 6))));
        Assert.Equal(new Throughput(30, 5), Remediation.Return(state, Lease(ToTable(30, 6)))!.Update.Table);
        Assert.Equal(new Throughput(40, 2), Remediation.Return(state, Lease(ToIndex(90, 2)))!.Update.Of("by-phone"));
        Assert.Null(Remediation.Return(state with { Exists = false }, Lease(ToTable(30, 3))));
        Assert.Null(Remediation.Return(state, Lease(ToMaximum(9, 9))));
        Assert.Equal(
            new RequestMaximum(9, 9),
            Remediation.Return(state with { OnDemandMaximum = new(20, 20) }, Lease(ToMaximum(9, 9)))!.Update.OnDemandMaximum);
        Assert.Null(Remediation.Return(state with { OnDemandMaximum = new RequestMaximum(9, 9) }, Lease(ToMaximum(9, 9))));
    }

    [Fact]
    public void A_range_goes_back_where_it_is_still_scaled_and_differs()
    {
        var scaled = State(new Throughput(50, 5), new Throughput(40, 4)).With(r => r with { ReadTarget = new ScalableTarget(20, 80) });

        Assert.Equal(
            new ScalableTarget(10, 80), Remediation.Return(scaled, Lease(ToRange(null, CapacityKind.Read, 10, 80)))!.Targets[0].Target);
        Assert.Null(Remediation.Return(scaled, Lease(ToRange(null, CapacityKind.Read, 20, 80))));
        Assert.Null(Remediation.Return(scaled, Lease(ToRange(null, CapacityKind.Write, 10, 80))));
        Assert.Null(Remediation.Return(scaled, Lease(ToRange("by-phone", CapacityKind.Read, 10, 80))));
    }

    [Fact]
    public void A_change_is_undone_when_all_of_it_is_as_it_was()
    {
        var state = State(new Throughput(50, 5), new Throughput(40, 4)).With(r => r with { ReadTarget = new ScalableTarget(20, 80) }) with
        {
            OnDemandMaximum = new RequestMaximum(9, 9)
        };

        Assert.True(Remediation.IsUndone(state, Lease(ToTable(50, 5))));
        Assert.False(Remediation.IsUndone(state, Lease(ToTable(49, 5))));
        Assert.True(Remediation.IsUndone(state, Lease(ToIndex(40, 4))));
        Assert.False(Remediation.IsUndone(state, Lease(ToIndex(40, 3))));
        Assert.True(Remediation.IsUndone(state, Lease(ToMaximum(9, 9))));
        Assert.False(Remediation.IsUndone(state, Lease(ToMaximum(9, 8))));
        Assert.True(Remediation.IsUndone(state, Lease(ToRange(null, CapacityKind.Read, 20, 80))));
        Assert.False(Remediation.IsUndone(state, Lease(ToRange(null, CapacityKind.Read, 10, 80))));
        Assert.True(Remediation.IsUndone(state, Lease(ToRange(null, CapacityKind.Write, 10, 80))));
    }

    [Theory]
    [InlineData(1, RemediationVerdict.TooEarly)]
    [InlineData(4, RemediationVerdict.TooEarly)]
    [InlineData(5, RemediationVerdict.Helped)]
    public void A_repair_is_judged_by_minutes_that_began_two_minutes_after_it(int minutes, RemediationVerdict expected)
    {
        var later = Now.AddMinutes(minutes);

        Assert.Equal(expected, Remediation.Verify(Table(500, Level(80), now: later), Lease(ToTable(100, 5)), later));
    }

    [Theory]
    [InlineData(7, 20, RemediationVerdict.TooEarly)]
    [InlineData(8, 20, RemediationVerdict.DidNotHelp)]
    [InlineData(12, 14, RemediationVerdict.TooEarly)]
    [InlineData(12, 15, RemediationVerdict.DidNotHelp)]
    public void It_did_not_help_when_more_than_half_of_its_quarter_of_an_hour_was_throttled(
        int throttled, int minutes, RemediationVerdict expected)
    {
        var later = Now.AddMinutes(minutes);
        var state = Table(500, [.. Level(400), .. Level(600, throttled)], now: later);

        Assert.Equal(expected, Remediation.Verify(state, Lease(ToTable(100, 5)), later));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void It_helped_once_the_last_two_minutes_were_calm(int calm, bool helped)
    {
        var later = Now.AddMinutes(10);
        var state = Table(500, [.. Level(400), 600, .. Level(400, calm)], now: later);

        Assert.Equal(helped, Remediation.Verify(state, Lease(ToTable(100, 5)), later) == RemediationVerdict.Helped);
    }

    [Fact]
    public void Writes_that_are_still_turned_away_are_no_help_either()
    {
        var later = Now.AddMinutes(20);
        var state = Table(500, Level(80), now: later).With(r => r with
        {
            Writes = Minutes(5, Level(9), ThrottleCause.ProvisionedThroughput, later),
        });

        Assert.Equal(RemediationVerdict.DidNotHelp, Remediation.Verify(state, Lease(ToTable(100, 5)), later));
    }

    private static TableState State(Throughput table, Throughput index)
    {
        var state = Table(100, Level(1));
        return state with
        {
            Resources =
            [
                state.Resources[0] with { Provisioned = table },
                state.Resources[0] with { Index = "by-phone", Provisioned = index },
            ]
        };
    }

    private static CapacityChange ToTable(long reads, long writes) =>
        new() { Update = new TableUpdate { Table = new Throughput(reads, writes) } };

    private static CapacityChange ToIndex(long reads, long writes) =>
        new() { Update = new TableUpdate().With("by-phone", new Throughput(reads, writes)) };

    private static CapacityChange ToMaximum(long reads, long writes) =>
        new() { Update = new TableUpdate { OnDemandMaximum = new RequestMaximum(reads, writes) } };

    private static CapacityChange ToRange(string? index, CapacityKind kind, long minimum, long maximum) =>
        new() { Targets = [new ScalableTargetChange(index, kind, new ScalableTarget(minimum, maximum))] };

    private static RemediationLease<CapacityChange> Lease(CapacityChange undo) =>
        new("customers", undo, "demand", Now, Now.AddMinutes(30), Now.AddHours(24), LeaseState.Held);
}
