using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>The order and the number of deliveries must not matter: only what happened does.</summary>
public sealed class OrderProperties
{
    private static readonly (string Alarm, string Resource)[] Sources =
    [
        ("queue-wait-time", "Billing"), ("queue-full", "Billing"), ("queue-size", "Billing"), ("abandonment-rate", "Billing"),
        ("service-level", "Billing"), ("queue-wait-time", "Cards"), ("table-read-throttled", "customers"),
        ("function-errors", "verify-caller"),
    ];

    [Fact]
    public void Any_order_and_duplication_of_alarm_changes_leaves_the_same_incidents() =>
        Prop.ForAll(Deliveries(), deliveries =>
            (Describe(deliveries.InOrder) == Describe(deliveries.Shuffled))
                .Label($"{Describe(deliveries.InOrder)}\n-- {Describe(deliveries.Shuffled)}"))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void When_all_alarms_are_OK_and_time_passes_nothing_is_open() =>
        Prop.ForAll(Deliveries(), deliveries =>
        {
            var desk = new Desk();
            foreach (var change in deliveries.Shuffled)
            {
                desk.Receive(change, heardAt: 9);
            }

            foreach (var (alarm, resource) in Sources)
            {
                desk.Ok(alarm, resource, 9.5);
            }

            desk.PassTo(120);
            return desk.Store.All.All(incident => incident.State == IncidentState.Resolved);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Every_active_incident_has_a_next_deadline_and_no_resolved_one_has() =>
        Prop.ForAll(Deliveries(), deliveries =>
        {
            var desk = new Desk();
            var consistent = true;
            foreach (var change in deliveries.Shuffled)
            {
                desk.Receive(change, heardAt: 9);
                consistent &= desk.Store.All.All(incident => incident.IsActive == incident.NextDueAt is not null);
            }

            desk.PassTo(500);
            return consistent && desk.Store.All.All(incident => incident.IsActive == incident.NextDueAt is not null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_late_change_of_an_alarm_that_is_over_leaves_its_incident_mitigated()
    {
        AlarmChange[] inOrder =
        [
            Change(AlarmState.Ok, 83), Change(AlarmState.InsufficientData, 97), Change(AlarmState.Alarm, 103),
            Change(AlarmState.Alarm, 157), Change(AlarmState.Alarm, 273), Change(AlarmState.Ok, 291),
        ];
        AlarmChange[] shuffled =
            [inOrder[4], inOrder[0], inOrder[1], inOrder[2], inOrder[5], inOrder[4], inOrder[3]];

        Assert.Equal(Describe(inOrder), Describe(shuffled));

        static AlarmChange Change(AlarmState state, double second) =>
            Alarms.Change("function-errors", "verify-caller", state, Desk.At(second / 60));
    }

    private static string Describe(IReadOnlyList<AlarmChange> changes)
    {
        var desk = new Desk();
        foreach (var change in changes)
        {
            desk.Receive(change, heardAt: 9);
        }

        var incidents = desk.Store.All
            .OrderBy(incident => incident.Id, StringComparer.Ordinal)
            .Select(incident =>
                $"{incident.Id} {incident.Key} {incident.State} {incident.Severity} {incident.OpenedAt:O} {incident.Alarms} "
                    + $"{incident.Changes} {incident.MitigatedAt:O}");
        return string.Join('\n', incidents);
    }

    private static Arbitrary<Delivery> Deliveries()
    {
        var change =
            from source in Gen.Elements(Sources)
            from state in Gen.Elements(AlarmState.Ok, AlarmState.Alarm, AlarmState.Alarm, AlarmState.InsufficientData)
            from second in Gen.Choose(0, 500)
            select Alarms.Change(source.Alarm, source.Resource, state, Desk.At(second / 60.0));
        var delivery =
            from changes in Gen.ListOf(change)
            let bounded = changes.Take(16).ToArray()
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select new Delivery([.. bounded.OrderBy(item => item.At)], Shuffle(bounded, seed));
        return delivery.ToArbitrary();
    }

    /// <summary>Some changes twice, all in any order.</summary>
    private static AlarmChange[] Shuffle(AlarmChange[] changes, int seed)
    {
        var random = new System.Random(seed);
        var twice = changes.Concat(changes.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(twice);
        return twice;
    }

    private sealed record Delivery(IReadOnlyList<AlarmChange> InOrder, IReadOnlyList<AlarmChange> Shuffled)
    {
        public override string ToString() =>
            string.Join(" | ", Shuffled.Select(change => $"{change.AlarmName} {change.State} {(change.At - Desk.Monday).TotalSeconds}"));
    }
}
