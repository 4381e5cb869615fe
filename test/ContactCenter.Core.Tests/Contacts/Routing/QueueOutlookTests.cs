using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Forecasting;
using static ContactCenter.Core.Tests.Contacts.Routing.RoutingCenter;

namespace ContactCenter.Core.Tests.Contacts.Routing;

public sealed class QueueOutlookTests
{
    private const double Patience = 180;

    /// <summary>Four agents, all busy, and nobody who waits.</summary>
    private static readonly QueueState Busy = State("Billing", 4);

    [Theory]
    [InlineData(-60, 20)]
    [InlineData(0, 20)]
    [InlineData(100, 10)]
    [InlineData(101, 10)]
    [InlineData(199, 1)]
    [InlineData(200, 0)]
    [InlineData(300, 0)]
    public void Ahead_of_a_contact_are_those_who_have_waited_longer_than_its_head_start(int headStart, int ahead) =>
        Assert.Equal(Behind(ahead), Wait(Busy with { Waiting = 20, OldestSeconds = 200 }, headStart));

    [Fact]
    public void Nobody_is_ahead_of_an_emergency() =>
        Assert.Equal(Behind(0), Wait(Busy with { Waiting = 20, OldestSeconds = 200 }, isEmergency: true));

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1, 1, false)]
    [InlineData(0, 0, false)]
    public void Only_who_finds_an_agent_free_and_nobody_waiting_is_served_at_once(int free, int waiting, bool atOnce) =>
        Assert.Equal(atOnce, Wait(Busy with { AgentsAvailable = free, Waiting = waiting }) == TimeSpan.Zero);

    [Theory]
    [InlineData(60.0, 60)]
    [InlineData(0.0, 300)]
    [InlineData(-1.0, 300)]
    [InlineData(double.NaN, 300)]
    [InlineData(double.PositiveInfinity, 300)]
    [InlineData(null, 300)]
    public void A_contact_takes_as_long_as_was_measured_else_five_minutes(double? measured, double seconds) =>
        Assert.Equal(Behind(0, seconds), Wait(Busy with { AverageHandleSeconds = measured }));

    [Fact]
    public void No_wait_is_predicted_beyond_four_hours() =>
        Assert.Equal(TimeSpan.FromHours(4), Wait(Busy with { AverageHandleSeconds = 1_000_000 }));

    [Fact]
    public void A_line_is_counted_up_to_a_thousand() =>
        Assert.Equal(Behind(1000), Wait(Busy with { Waiting = 5000, OldestSeconds = 600 }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_queue_without_agents_has_no_wait(int agents)
    {
        var outlook = Of(Busy with { AgentsStaffed = agents });

        Assert.Equal((false, null), (outlook.IsStaffed, outlook.Wait));
    }

    [Fact]
    public void Of_a_queue_that_was_not_measured_nothing_is_known_but_its_incident()
    {
        var outlook = Of(Busy with { Name = "Cards" }, Incident("queue", "Billing"));

        Assert.Equal((null, null, "7Q2M9KXA-3"), (outlook.IsStaffed, outlook.Wait, outlook.Incident));
    }

    [Theory]
    [InlineData("queue", "Billing", "7Q2M9KXA-3")]
    [InlineData("queue", "Cards", null)]
    [InlineData("api", "Billing", null)]
    public void An_incident_of_the_queue_is_named(string group, string resource, string? expected) =>
        Assert.Equal(expected, Of(Busy, Incident(group, resource)).Incident);

    private static TimeSpan Behind(int ahead, double handle = 300) =>
        TimeSpan.FromSeconds(ErlangA.WaitBehind(ahead, Busy.AgentsStaffed, handle, Patience));

    private static TimeSpan? Wait(QueueState state, int headStart = 0, bool isEmergency = false) =>
        Of(state, null, new ContactPriority(ContactPriority.Usual, TimeSpan.FromSeconds(headStart), isEmergency, [])).Wait;

    private static QueueOutlook Of(QueueState state, OpenIncidents? incidents = null, ContactPriority? priority = null) => QueueOutlook.Of(
        Center().Queues[1],
        priority ?? new ContactPriority(ContactPriority.Usual, TimeSpan.Zero, IsEmergency: false, []),
        new RoutingSituation(Now, new QueueStates(Now, [state]), incidents),
        new RoutingSettings { Patience = TimeSpan.FromSeconds(Patience) });
}
