using ContactCenter.Core.Forecasting.Demand;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Remediation.Capacity;

/// <summary>What no plan ever does, whatever the table, its series, its limits and its lease look like.</summary>
public sealed class CapacityPlanProperties
{
    private static readonly CapacityRemediation Remediation = new();
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void No_plan_leaves_the_limits_or_the_quotas()
    {
        Prop.ForAll(Cases(), c =>
        {
            var after = After(c);
            return c.State.Resources.Zip(after).All(r => Kinds().All(k =>
                r.Second[k] == r.First.Provisioned[k] || IsNearer(r.First.Provisioned[k], r.Second[k], c.Limits, k)))
                && Kinds().All(k => after.Sum(r => r[k]) <= Math.Max(c.State.TableQuota[k], c.State.Resources.Sum(r => r.Provisioned[k])))
                && Kinds().All(k => Raised(c, after, k) <= (c.State.AccountLeft?[k] ?? long.MaxValue));
        }).Check(Many);
    }

    [Fact]
    public void No_plan_decreases_without_a_decrease_that_is_surely_left_and_none_shares_a_call_with_a_raise()
    {
        Prop.ForAll(Cases(), c =>
        {
            var after = After(c);
            var changes = c.State.Resources.Zip(after).ToList();
            var lowered = changes.Where(r => r.Second.DecreasesFrom(r.First.Provisioned)).ToList();
            var raised = changes.Any(r => r.First.Provisioned.DecreasesFrom(r.Second));
            return (lowered.Count == 0 || !raised) && lowered.All(r =>
                c.State.DecreaseQuota.SurelyLeft(r.First.DecreasesToday, r.First.LastDecrease, r.First.KnownDecreases, c.Now) >= 1);
        }).Check(Many);
    }

    [Fact]
    public void No_raise_spends_past_the_monthly_ceiling()
    {
        Prop.ForAll(Cases(), c =>
        {
            var after = After(c);
            var rate = after.Sum(c.State.Prices.PerHour);
            if (c.Limits.MonthlyCeiling is not { } ceiling || rate <= c.State.DollarsPerHour)
            {
                return true;
            }

            // Afterwards the table goes back to what it may be lowered to at the least.
            var resting = c.State.Resources.Sum(r => c.State.Prices.PerHour(c.Limits.FollowDemandDown
                ? Throughput.Min(r.Provisioned, c.Limits.Minimum)
                : Throughput.Min(r.Provisioned, Before(c.Lease, r.Index) ?? r.Provisioned)));
            var left = (new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) - c.Now).TotalHours;
            var hours = Math.Min(left, c.Limits.LeaseFor.TotalHours);
            return c.State.SpentThisMonth + (rate * hours) + (resting * (left - hours)) <= ceiling + 1e-9;
        }).Check(Many);
    }

    [Fact]
    public void Every_lease_has_an_end_and_is_gone_at_its_latest_end()
    {
        Prop.ForAll(Cases(), c =>
        {
            var lease = Plan(c).Lease;
            return lease is null
                || (lease.Until <= lease.EndsAtLatest
                    && lease.EndsAtLatest <= lease.GrantedAt + c.Limits.MaximumLease
                    && lease.EndsAtLatest > c.Now
                    && lease.Until > c.Now
                    && !lease.Undo.IsEmpty);
        }).Check(Many);
    }

    [Fact]
    public void A_hot_partition_never_causes_a_raise()
    {
        Prop.ForAll(Cases(), c =>
        {
            var calm = c with { State = c.State with { Resources = [.. c.State.Resources.Select(WithoutHotKeys)] } };
            return After(c).SequenceEqual(After(calm)) && (Plan(c).Change?.Targets ?? []).SequenceEqual(Plan(calm).Change?.Targets ?? []);
        }).Check(Many);
    }

    [Fact]
    public void What_a_table_and_its_indexes_need_is_raised_in_one_update()
    {
        Prop.ForAll(Cases(), c =>
        {
            var free = c with
            {
                Lease = null,
                Limits = c.Limits with { MonthlyCeiling = null, FollowDemandDown = false, ReadyForReads = null, ReadyForWrites = null },
                State = c.State with { TableQuota = new Throughput(1_000_000, 1_000_000), AccountLeft = null },
            };
            var together = After(free);
            return free.State.Resources.Select((resource, i) => (resource, i)).All(r =>
            {
                var alone = After(free with { State = free.State with { Resources = [r.resource] } })[0];
                return Kinds().All(k => alone[k] <= r.resource.Provisioned[k] || together[r.i][k] >= alone[k]
                    || (k is CapacityKind.Write && r.resource.Index is null && IndexesTurnAway(free.State)));
            });
        }).Check(Many);
    }

    [Fact]
    public void A_range_of_auto_scaling_stays_a_range_inside_the_limits_or_its_own_and_its_capacity_is_left_to_it()
    {
        Prop.ForAll(Cases(), c =>
        {
            var after = After(c);
            return (Plan(c).Change?.Targets ?? []).All(t =>
                {
                    var (own, now) = (Own(c, t)!, c.State.Resources.First(r => r.Index == t.Index).Target(t.Kind)!);
                    return t.Target.Minimum >= 1 && t.Target.Minimum <= t.Target.Maximum
                        && t.Target.Minimum <= Math.Max(c.Limits.Maximum[t.Kind], Math.Max(own.Minimum, now.Minimum))
                        && t.Target.Maximum <= Math.Max(c.Limits.Maximum[t.Kind], Math.Max(own.Maximum, now.Maximum));
                })
                && c.State.Resources.Zip(after).All(r =>
                    Kinds().All(k => r.First.Target(k) is null || r.Second[k] == r.First.Provisioned[k]));
        }).Check(Many);
    }

    [Fact]
    public void A_maximum_of_auto_scaling_is_lowered_only_on_lease_with_a_decrease_to_spend_and_for_one_run()
    {
        Prop.ForAll(Cases(), c =>
        {
            var plan = Plan(c);
            return (plan.Change?.Targets ?? []).All(t =>
            {
                var own = Own(c, t)!;
                var resource = c.State.Resources.First(r => r.Index == t.Index);
                return t.Target.Maximum >= own.Maximum
                    || ((plan.Lease?.Undo.Targets.Any(u => u.Index == t.Index && u.Kind == t.Kind && u.Target == own) ?? false)
                        && resource.Target(t.Kind)!.Maximum >= own.Maximum
                        && c.State.DecreaseQuota.SurelyLeft(
                            resource.DecreasesToday, resource.LastDecrease, resource.KnownDecreases, c.Now) >= 1);
            });
        }).Check(Many);
    }

    [Fact]
    public void A_lowered_maximum_goes_back_with_the_next_plan_whatever_else_that_does_or_waits_for()
    {
        Prop.ForAll(Cases(), c =>
        {
            var lowered = (c.Lease?.Undo.Targets ?? [])
                .Where(lent => c.State.Resources.First(r => r.Index == lent.Index).Target(lent.Kind)!.Maximum < lent.Target.Maximum)
                .ToList();
            return lowered.Count == 0 || Waiting(c).Select(Plan).All(plan => !plan.NeedsApproval && !plan.DryRun && lowered.All(lent =>
                plan.Change!.Targets.Any(t => t.Index == lent.Index && t.Kind == lent.Kind && t.Target.Maximum >= lent.Target.Maximum)));
        }).Check(Many);
    }

    [Fact]
    public void A_plan_never_takes_more_decreases_than_are_surely_left_the_scalers_included()
    {
        Prop.ForAll(Cases(), c =>
        {
            var (after, targets) = (After(c), Plan(c).Change?.Targets ?? []);
            return c.State.Resources.Zip(after).All(r =>
            {
                var scalers = targets.Count(t => t.Index == r.First.Index && t.Target.Maximum < r.First.Target(t.Kind)!.Maximum
                    && t.Target.Maximum < r.First.Provisioned[t.Kind] && t.Target.Maximum < Own(c, t)!.Maximum);
                return scalers + (r.Second.DecreasesFrom(r.First.Provisioned) ? 1 : 0)
                    <= c.State.DecreaseQuota.SurelyLeft(r.First.DecreasesToday, r.First.LastDecrease, r.First.KnownDecreases, c.Now);
            });
        }).Check(Many);
    }

    [Fact]
    public void Planning_twice_from_the_same_state_gives_the_same_plan()
    {
        Prop.ForAll(Cases(), c => Plan(c).Reason == Plan(c).Reason && After(c).SequenceEqual(After(c))).Check(Many);
    }

    private sealed record Case(TableState State, CapacityLimits Limits, RemediationLease<CapacityChange>? Lease, DateTimeOffset Now)
    {
        public override string ToString() => $"{Now:O} {State} {string.Join("; ", State.Resources)} {Limits} {Lease}";
    }

    // The same table in every circumstance in which something has to wait.
    private static Case[] Waiting(Case c) =>
    [
        c,
        c with { Limits = c.Limits with { ApprovalAbove = 0 } },
        c with { Limits = c.Limits with { Stopped = true } },
        c with { Limits = c.Limits with { DryRun = true } },
        c with { State = c.State with { Updating = true } },
        c with { State = c.State with { ReadAt = c.Now.AddMinutes(-3) } },
        c with { State = c.State with { Billing = BillingMode.OnDemand } },
        c with { State = c.State with { Billing = BillingMode.OnDemand, OnDemandMaximum = Maximum(c.State.Resources[0].Provisioned) } },
    ];

    private static RequestMaximum Maximum(Throughput capacity) => new(capacity.Reads, capacity.Writes);

    private static CapacityKind[] Kinds() => [CapacityKind.Read, CapacityKind.Write];

    private static RemediationPlan<CapacityChange> Plan(Case c) => Remediation.Plan(c.State, c.Limits, c.Lease, c.Now);

    private static List<Throughput> After(Case c)
    {
        var update = Plan(c).Change?.Update ?? new TableUpdate();
        return [.. c.State.Resources.Select(r =>
            (r.Index is null ? update.Table : update.Indexes.TryGetValue(r.Index, out var t) ? t : null) ?? r.Provisioned)];
    }

    // A table that people left below the minimum may get only a part of the way there, when a quota or the ceiling ends it.
    private static bool IsNearer(long from, long to, CapacityLimits limits, CapacityKind kind) =>
        to <= limits.Maximum[kind] && (to >= limits.Minimum[kind] || (from < limits.Minimum[kind] && to > from));

    private static long Raised(Case c, List<Throughput> after, CapacityKind kind) =>
        c.State.Resources.Zip(after).Sum(r => Math.Max(0, r.Second[kind] - r.First.Provisioned[kind]));

    // What the scaler had before anything was leased of it.
    private static ScalableTarget? Own(Case c, ScalableTargetChange change) =>
        c.Lease?.Undo.Targets.FirstOrDefault(t => t.Index == change.Index && t.Kind == change.Kind)?.Target
            ?? c.State.Resources.First(r => r.Index == change.Index).Target(change.Kind);

    private static Throughput? Before(RemediationLease<CapacityChange>? lease, string? index) => lease is null
        ? null
        : index is null ? lease.Undo.Update.Table : lease.Undo.Update.Indexes.TryGetValue(index, out var t) ? t : null;

    /// <summary>
    /// What indexes turned away counts as demand of the table, too: where that was more some minutes ago than now, the table's demand is
    /// higher than alone and grows less.
    /// </summary>
    private static bool IndexesTurnAway(TableState state) =>
        state.Resources.Any(static r => r.Index is not null && r.Writes.Any(static minute => minute.Throttled.Total > 0));

    private static CapacityResource WithoutHotKeys(CapacityResource resource) => resource with
    {
        Reads = [.. resource.Reads.Select(m => m with { Throttled = m.Throttled with { KeyRange = 0 } })],
        Writes = [.. resource.Writes.Select(m => m with { Throttled = m.Throttled with { KeyRange = 0 } })],
    };

    private static Arbitrary<Case> Cases()
    {
        var kinds = Gen.Choose(0, int.MaxValue - 1).Select(seed => Make(new Random(seed)));
        return kinds.ToArbitrary();
    }

    // One seed makes one case: a failing one is printed and made again from it.
    private static Case Make(Random random)
    {
        var now = new DateTimeOffset(2026, 1, 1 + random.Next(30), random.Next(24), random.Next(60), 20, TimeSpan.Zero);
        var resources = new List<CapacityResource> { Resource(random, null, now) };
        for (var i = random.Next(3); i > 0; i--)
        {
            resources.Add(Resource(random, $"index-{i}", now));
        }

        var minimum = new Throughput(1 + random.Next(50), 1 + random.Next(50));
        var limits = new CapacityLimits
        {
            Minimum = minimum,
            Maximum = new Throughput(minimum.Reads + random.Next(3000), minimum.Writes + random.Next(3000)),
            MonthlyCeiling = random.Next(2) == 0 ? null : random.Next(2000),
            FollowDemandDown = random.Next(2) == 0,
            ReadyForReads = random.Next(3) == 0 ? 1 + random.Next(4000) : null,
            ReadyForWrites = random.Next(3) == 0 ? 1 + random.Next(4000) : null,
            DecreasesInReserve = random.Next(3),
        };
        var state = new TableState
        {
            Name = "customers",
            ReadAt = now,
            Resources = resources,
            TableQuota = random.Next(3) == 0 ? new Throughput(2000, 2000) : new Throughput(40_000, 40_000),
            AccountLeft = random.Next(3) == 0 ? new Throughput(random.Next(500), random.Next(500)) : null,
            SpentThisMonth = random.Next(1500),
        };
        return new Case(state, limits, random.Next(2) == 0 ? null : Lease(random, state, limits, now), now);
    }

    private static RemediationLease<CapacityChange> Lease(Random random, TableState state, CapacityLimits limits, DateTimeOffset now)
    {
        var granted = now.AddMinutes(-random.Next(30 * 60));
        var before = state.Resources[0].Provisioned;
        return new RemediationLease<CapacityChange>(
            state.Name,
            new CapacityChange
            {
                Update = new TableUpdate { Table = new Throughput(Math.Max(1, before.Reads / 2), Math.Max(1, before.Writes / 2)) },
                Targets =
                [
                    .. state.Resources.SelectMany(r => Kinds().Where(k => r.Target(k) is not null && random.Next(2) == 0)
                        .Select(k => new ScalableTargetChange(r.Index, k, Range(random)))),
                ],
            },
            "demand",
            granted,
            Earlier(granted + limits.MaximumLease, granted.AddMinutes(random.Next(30 * 60))),
            granted + limits.MaximumLease,
            LeaseState.Held);
    }

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private static CapacityResource Resource(Random random, string? index, DateTimeOffset now)
    {
        var provisioned = new Throughput(1 + random.Next(1500), 1 + random.Next(1500));
        var decreases = random.Next(6);
        return new CapacityResource
        {
            Index = index,
            Provisioned = provisioned,
            Warm = random.Next(4) == 0
                ? null
                : new Throughput(provisioned.Reads + random.Next(2000), provisioned.Writes + random.Next(2000)),
            DecreasesToday = decreases,
            LastDecrease = decreases == 0 ? null : now.AddMinutes(-random.Next(600)),
            LastIncrease = random.Next(2) == 0 ? null : now.AddMinutes(-random.Next(60)),
            Reads = Series(random, provisioned.Reads, now),
            Writes = Series(random, provisioned.Writes, now),
            ReadOutlook = Outlook(random, provisioned.Reads),
            WriteOutlook = Outlook(random, provisioned.Writes),
            ReadTarget = random.Next(3) == 0 ? Range(random) : null,
            WriteTarget = random.Next(3) == 0 ? Range(random) : null,
        };
    }

    private static ScalableTarget Range(Random random)
    {
        var minimum = 1 + random.Next(500);
        return new ScalableTarget(minimum, minimum + random.Next(3000));
    }

    private static DemandOutlook Outlook(Random random, long provisioned) => random.Next(2) == 0
        ? DemandOutlook.Unknown
        : new DemandOutlook(
            random.NextDouble() * 2 * provisioned, random.NextDouble() * 2 * provisioned, random.NextDouble() * provisioned);

    private static CapacityMinute[] Series(Random random, long provisioned, DateTimeOffset now)
    {
        var level = random.NextDouble() * 3 * provisioned * random.NextDouble();
        var count = random.Next(61);
        var step = random.Next(4) == 0 ? random.Next(1, 20) : 0;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var demand = level * (0.8 + (0.4 * random.NextDouble())) * (step > 0 && i > count - step ? 4 : 1);
            var served = Math.Min(demand, provisioned);
            var away = 60 * (demand - served);
            var hot = random.Next(4) == 0 ? random.Next(5000) : 0;
            return new CapacityMinute(
                now.AddSeconds(-20).AddMinutes(i - count - 1), 60 * served, 60 * served, provisioned, new ThrottleCounts(away, hot, 0, 0));
        })];
    }
}
