using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Simulation.DynamoDb;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Simulation.Tests.DynamoDb;

/// <summary>The planner against the simulated service for a day and a half, with demand that nobody has told it about.</summary>
public sealed class RemediatedTableProperties
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(12);

    [Fact]
    public void The_service_never_has_to_refuse_a_plan_and_every_raise_ends()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var run = Run(new Random(seed), follow: seed % 2 == 0, ceiling: null);
            return (run.Refused == 0).Label($"{run.Refused} refused")
                .And(run.InLimits.Label("left the limits"))
                .And((run.Lease is null).Label($"still borrowed: {run.Lease}"));
        }).Check(Some);
    }

    [Fact]
    public void The_monthly_ceiling_holds_to_the_end_of_the_month() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), CeilingHolds).Check(Some);

    /// <summary>In this run the decreases were used up when the lease had to end, and it went on for an hour.</summary>
    [Fact]
    public void The_monthly_ceiling_holds_when_no_decrease_is_left() => CeilingHolds(356519534).QuickCheckThrowOnFailure();

    /// <summary>The month ends with the run: what is spent then is what was spent in it.</summary>
    private static Property CeilingHolds(int seed)
    {
        var random = new Random(seed);
        var ceiling = 1 + (4 * random.NextDouble());
        var run = Run(random, follow: false, ceiling);
        return (run.Dollars <= Math.Max(ceiling, run.Untouched) + 0.01).Label($"{run.Dollars} of {ceiling}, untouched {run.Untouched}");
    }

    private static (int Refused, bool InLimits, RemediationLease<CapacityChange>? Lease, double Dollars, double Untouched) Run(
        Random random, bool follow, double? ceiling)
    {
        const int Seconds = 36 * 3600;
        var start = new DateTimeOffset(2026, 1, 30, 12, 0, 0, TimeSpan.Zero);
        var before = new Throughput(20 + random.Next(100), 20 + random.Next(100));
        var limits = new CapacityLimits
        {
            Minimum = new Throughput(5, 5),
            Maximum = new Throughput(900, 900),
            FollowDemandDown = follow,
            MonthlyCeiling = ceiling
        };
        var table = new SimulatedTable(new SimulatedTableOptions
        {
            Start = start,
            Provisioned = before,
            WarmThroughput = new Throughput(400, 400),
            Seed = random.Next()
        });
        var remediation = new CapacityRemediation();
        RemediationLease<CapacityChange>? lease = null;
        var decreases = new List<DateTimeOffset>();
        DateTimeOffset? increased = null;
        var (refused, inLimits) = (0, true);
        var spikes = Enumerable.Range(0, 8)
            .Select(_ => (At: random.Next(Seconds - (6 * 3600)), For: random.Next(60, 5000), Height: random.Next(2, 12)))
            .ToList();
        for (var second = 0; second < Seconds; second++)
        {
            // The last hours are calm, so that whatever was leased must be back.
            var level = spikes.Where(s => second >= s.At && second < s.At + s.For).Select(s => s.Height).DefaultIfEmpty(1).Max() * 0.5;
            if (second % 60 == 20 && !table.IsUpdating && table.ArrivedBy(second) > 0)
            {
                var now = table.At(second);
                var plan = remediation.Plan(Describe(table, second, decreases, increased), limits, lease, now);
                lease = plan.Lease;
                if (plan.Change is { } change)
                {
                    var was = table.Provisioned();
                    var wanted = change.Update.Table!.Value;
                    refused += table.Update(second, change.Update) is UpdateAnswer.Accepted ? 0 : 1;
                    if (wanted.DecreasesFrom(was))
                    {
                        decreases.Add(now);
                    }
                    else
                    {
                        increased = now;
                    }
                }
            }

            _ = table.Step(second, before.Reads * level, before.Writes * level);
            inLimits &= table.Provisioned() == before
                || (limits.Minimum.IsWithin(table.Provisioned()) && table.Provisioned().IsWithin(limits.Maximum));
        }

        return (refused, inLimits, lease, table.Cost(DynamoDbPrices.Default), DynamoDbPrices.Default.PerHour(before) * Seconds / 3600);
    }

    private static TableState Describe(SimulatedTable table, long second, List<DateTimeOffset> decreases, DateTimeOffset? increased)
    {
        var minutes = table.Minutes().Take(table.ArrivedBy(second)).TakeLast(60).ToList();
        return new TableState
        {
            Name = table.Name,
            ReadAt = table.At(second),
            SpentThisMonth = table.Cost(DynamoDbPrices.Default),
            Resources =
            [
                new CapacityResource
                {
                    Provisioned = table.Provisioned(),
                    Warm = table.Warm(),
                    DecreasesToday = table.DecreasesToday(),
                    LastDecrease = table.LastDecrease(),
                    KnownDecreases = decreases,
                    LastIncrease = increased,
                    Reads = [.. minutes.Select(m => m.Reads)],
                    Writes = [.. minutes.Select(m => m.Writes)],
                },
            ],
        };
    }
}
