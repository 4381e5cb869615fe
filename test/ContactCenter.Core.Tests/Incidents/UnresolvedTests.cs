using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>Who is told while an incident is not over, whoever has acknowledged it.</summary>
public sealed class UnresolvedTests
{
    private readonly Desk _desk = new(Desk.Center(center =>
    {
        center.Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(center.Audiences)
        {
            ["engineering"] = [new Endpoint { Channel = Channel.Email, To = "eve@example.com" }],
            ["aws-support"] = [new Endpoint { Channel = Channel.Support, To = "amazon-connect" }],
        };
        center.Escalation.P1.Unresolved = [Desk.Step(30, "engineering"), Desk.Step(45, "aws-support")];
        center.Escalation.P2.Unresolved = [Desk.Step(50, "engineering")];
    }));

    private static PersonActed Acknowledge => new(PersonAction.Acknowledge, "ann");

    [Fact]
    public void Engineers_are_told_of_a_P1_that_is_not_over_although_somebody_has_taken_it()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(Acknowledge, 3);
        _desk.PassTo(40);

        Assert.Equal(["0 Opened ann", "30 Escalated eve"], _desk.Told());
        Assert.Equal("ann has taken it, and it is not over after 30 min.", _desk.Messages[^1].Message.Remark);
    }

    [Fact]
    public void Somebody_who_takes_it_again_and_again_keeps_nobody_out()
    {
        _desk.Red("calls-rejected", "bank", 0);
        for (var minute = 1; minute < 120; minute += 20)
        {
            _desk.PassTo(minute);
            _desk.Act(new PersonActed(PersonAction.Snooze, "ann") { Until = Desk.At(minute + 25) }, minute);
        }

        Assert.Equal(["0 Opened ann", "30 Escalated eve", "60 Escalated amazon-connect"], _desk.Told());
    }

    [Fact]
    public void A_case_waits_until_AWS_Support_would_take_it_and_is_not_lost_before()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(Acknowledge, 1);
        _desk.PassTo(59);
        Assert.DoesNotContain(_desk.Told(), told => told.EndsWith("amazon-connect", StringComparison.Ordinal));

        _desk.PassTo(60);
        Assert.Contains("60 Escalated amazon-connect", _desk.Told());
    }

    [Fact]
    public void What_is_over_in_time_tells_nobody_more()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(Acknowledge, 1);
        _desk.Ok("calls-rejected", "bank", 20);
        _desk.PassTo(120);

        Assert.DoesNotContain(_desk.Told(), told => told.EndsWith("eve", StringComparison.Ordinal));
    }

    [Fact]
    public void The_delay_counts_from_the_raise()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Red("queue-full", "Billing", 20);
        _desk.Act(Acknowledge, 21);
        _desk.PassTo(55);

        Assert.Contains("50 Escalated eve", _desk.Told());
        Assert.DoesNotContain("30 Escalated eve", _desk.Told());
    }

    [Fact]
    public void Each_step_is_taken_once_for_an_incident()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Act(Acknowledge, 1);
        _desk.PassTo(600);

        Assert.Single(_desk.Told(), "30 Escalated eve");
    }

    [Fact]
    public void What_comes_back_after_its_end_counts_anew()
    {
        _desk.Red("calls-rejected", "bank", 0);
        _desk.Ok("calls-rejected", "bank", 5);
        _desk.PassTo(30);
        _desk.Red("calls-rejected", "bank", 40);
        _desk.Act(Acknowledge, 41);
        _desk.PassTo(75);

        Assert.Contains("70 Escalated eve", _desk.Told());
    }
}
