using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>When nobody of a step can be reached, the next step is taken at once.</summary>
public sealed class UnreachedTests
{
    private readonly Desk _desk = new(Desk.Center(Doubled));

    [Fact]
    public void When_every_endpoint_of_a_step_has_failed_the_next_one_is_told_at_once()
    {
        _desk.Red("calls-rejected", "bank", 0);
        GiveUp(0, 1);
        GiveUp(1, 1);

        Assert.Equal("1 Escalated lea", _desk.Told()[^1]);
        Assert.Equal("Nobody of the step before could be reached.", _desk.Messages[^1].Message.Remark);
    }

    [Fact]
    public void While_one_of_them_may_know_the_next_one_waits_for_its_time()
    {
        _desk.Red("calls-rejected", "bank", 0);
        GiveUp(0, 1);

        Assert.Equal(["0 Opened ann", "0 Opened amy"], _desk.Told());
    }

    [Fact]
    public void The_same_endpoint_twice_is_one()
    {
        _desk.Red("calls-rejected", "bank", 0);
        GiveUp(0, 1);
        GiveUp(0, 2);

        Assert.Equal(["0 Opened ann", "0 Opened amy"], _desk.Told());
    }

    [Fact]
    public void Broken_channels_are_run_through_once_a_round()
    {
        _desk.Red("calls-rejected", "bank", 0);
        for (var i = 0; i < _desk.Messages.Count; i++)
        {
            GiveUp(i, 1);
        }

        Assert.Equal(["0 Opened ann", "0 Opened amy", "1 Escalated lea", "1 Escalated bob"], _desk.Told());
    }

    [Fact]
    public void A_step_that_was_told_early_is_not_told_again_in_its_time()
    {
        _desk.Red("calls-rejected", "bank", 0);
        GiveUp(0, 1);
        GiveUp(1, 1);
        _desk.PassTo(14);

        Assert.Equal(["0 Opened ann", "0 Opened amy", "1 Escalated lea"], _desk.Told());
    }

    [Fact]
    public void Once_somebody_has_taken_it_nobody_else_is_called()
    {
        _desk.Red("calls-rejected", "bank", 0);
        GiveUp(0, 1);
        _desk.Act(new PersonActed(PersonAction.Acknowledge, "amy"), 2);
        GiveUp(1, 3);

        Assert.Equal(["0 Opened ann", "0 Opened amy"], _desk.Told());
    }

    [Fact]
    public void What_failed_of_an_earlier_step_says_nothing_of_the_newest()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.PassTo(5);
        GiveUp(0, 6);
        GiveUp(1, 6);

        Assert.Equal("5 Escalated lea", _desk.Told()[^1]);
    }

    /// <summary>Whoever reports it may be cut short after it, and reports it again.</summary>
    [Fact]
    public void A_report_that_comes_twice_is_written_once_and_counts_for_no_later_step()
    {
        var desk = new Desk(Desk.Center(static center =>
        {
            Doubled(center);
            center.Escalation = new BySeverity<EscalationSettings>
            {
                P1 = new() { Steps = [Desk.Step(0, "on-call"), Desk.Step(5, "on-call"), Desk.Step(15, "boss")] },
                P2 = center.Escalation.P2,
                P3 = center.Escalation.P3,
                P4 = center.Escalation.P4,
            };
        }));
        desk.Red("calls-rejected", "bank", 0);
        GiveUp(desk, 0, 1);
        GiveUp(desk, 1, 1);
        var told = desk.Told();

        var again = GiveUp(desk, 0, 2);
        GiveUp(desk, 1, 2);

        Assert.Equal((IncidentAction.Repeated, 0), (again.Action, again.Timeline.Count));
        Assert.Equal(told, desk.Told());
    }

    private static void Doubled(ContactCenterConfiguration center) =>
        center.Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(center.Audiences)
        {
            ["on-call"] =
            [
                new Endpoint { Channel = Channel.Email, To = "ann@example.com" },
                new Endpoint { Channel = Channel.Email, To = "amy@example.com" },
            ],
        };

    private void GiveUp(int message, double minute) => GiveUp(_desk, message, minute);

    private static Decision GiveUp(Desk desk, int message, double minute)
    {
        var effect = desk.Messages[message];
        return desk.Act(new DeliveryReported($"{effect.To} could not be told.") { GivenUp = effect.Id, Untold = effect }, minute);
    }
}
