using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>Who is told by who owns the alarm: a wait is workforce's, a full queue is operations', a table is engineering's.</summary>
public sealed class OwnerTests
{
    private static readonly IReadOnlyDictionary<string, OwnerEscalationSettings> Owners = new Dictionary<string, OwnerEscalationSettings>
    {
        ["workforce"] = new() { Steps = [Desk.Step(0, "planners"), Desk.Step(10, "on-call")] },
        ["engineering"] = new() { Steps = [Desk.Step(0, "engineers")], Unresolved = [Desk.Step(40, "boss")] },
    };

    private readonly Desk _desk = new(Desk.Center(Own));

    [Fact]
    public void Who_owns_an_alarm_is_told_of_it()
    {
        _desk.Red("table-system-errors", "customers", 0);

        Assert.Equal(["0 Opened eve"], _desk.Told());
    }

    [Fact]
    public void Who_has_no_steps_of_their_own_is_told_as_the_severity_says()
    {
        _desk.Red("calls-rejected", "bank", 0);

        Assert.Equal(["0 Opened ann"], _desk.Told());
    }

    [Fact]
    public void The_later_steps_are_those_of_the_owner_too()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.PassTo(30);

        Assert.Equal(["0 Opened pam", "10 Escalated ann"], _desk.Told());
    }

    [Fact]
    public void Steps_while_it_is_not_over_are_those_of_the_owner_where_they_are_named()
    {
        _desk.Red("table-system-errors", "customers", 0);
        _desk.Act(new PersonActed(PersonAction.Acknowledge, "eve"), 1);
        _desk.PassTo(50);

        Assert.Equal(["0 Opened eve", "40 Escalated bob"], _desk.Told());
    }

    [Fact]
    public void Steps_while_it_is_not_over_are_those_of_the_severity_where_the_owner_names_none()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Act(new PersonActed(PersonAction.Acknowledge, "pam"), 1);
        _desk.PassTo(55);

        Assert.Equal(["0 Opened pam", "50 Escalated lea"], _desk.Told());
    }

    [Fact]
    public void A_worse_alarm_of_another_owner_brings_theirs_and_forgets_nobody()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Red("queue-full", "Billing", 2);

        Assert.Equal("operations", _desk.Incident.Owner);
        Assert.Equal(["0 Opened pam", "2 Raised pam", "2 Raised ann"], _desk.Told());

        _desk.PassTo(7);
        Assert.Equal("7 Escalated lea", _desk.Told()[^1]);
    }

    [Fact]
    public void All_who_were_told_hear_that_it_is_over_whoever_owns_it_by_then()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Red("queue-full", "Billing", 2);
        _desk.Ok("queue-wait-time", "Billing", 3);
        _desk.Ok("queue-full", "Billing", 3);

        Assert.Equal(["3 Mitigated pam", "3 Mitigated ann"], _desk.Told().TakeLast(2));
    }

    [Fact]
    public void A_milder_alarm_of_another_owner_changes_nothing()
    {
        _desk.Red("queue-full", "Billing", 0);
        _desk.Red("queue-wait-time", "Billing", 1);

        Assert.Equal("operations", _desk.Incident.Owner);
        Assert.Equal(["0 Opened ann"], _desk.Told());
    }

    [Fact]
    public void What_comes_back_worse_belongs_to_the_owner_of_the_worse_alarm()
    {
        _desk.Red("queue-wait-time", "Billing", 0);
        _desk.Ok("queue-wait-time", "Billing", 1);
        _desk.PassTo(30);
        _desk.Red("queue-full", "Billing", 35);

        Assert.Equal("operations", _desk.Incident.Owner);
        Assert.Contains("35 Reopened ann", _desk.Told());
    }

    [Fact]
    public void An_alarm_of_others_may_name_its_owner_in_any_letters()
    {
        var alarm = Alarms.Change("calls-rejected", "bank", AlarmState.Alarm, Desk.At(0)) with
        {
            AlarmName = "Backup late",
            AlarmArn = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:Backup late",
            Description = """{"severity":"P2","owner":"Engineering"}""",
            Metrics = [],
        };
        _desk.Receive(alarm);

        Assert.Equal(["0 Opened eve"], _desk.Told());
    }

    [Fact]
    public void Who_owns_it_stands_in_the_message()
    {
        _desk.Red("table-system-errors", "customers", 0);

        Assert.Equal("engineering", Assert.Single(_desk.Messages).Message.Owner);
    }

    [Fact]
    public async Task An_incident_from_before_owners_had_steps_goes_on_with_those_of_the_severity()
    {
        var before = new Desk(Desk.Center());
        before.Red("table-system-errors", "customers", 0);
        var now = new IncidentDesk(Desk.Center(Own), before.Store);
        Assert.Null(before.Incident.Escalation.Owner);

        var decision = await now.Pipeline.ActAsync(
            before.Incident.Id, DeadlinePassed.Instance, Desk.At(15), TestContext.Current.CancellationToken);

        Assert.Equal("lea@example.com", Assert.Single(decision!.Effects.OfType<NotifyEffect>()).To);
    }

    [Fact]
    public async Task An_incident_whose_owner_has_fewer_steps_since_is_at_the_last_of_them()
    {
        var before = new Desk(Desk.Center(Own));
        before.Red("queue-wait-time", "Billing", 0);
        var now = new IncidentDesk(
            Desk.Center(center =>
            {
                Own(center);
                center.Escalation.P2.Owners = new Dictionary<string, OwnerEscalationSettings>
                {
                    ["workforce"] = new() { Steps = [Desk.Step(0, "planners")] },
                };
                center.Escalation.P2.RepeatEvery = TimeSpan.FromMinutes(20);
                center.Escalation.P2.RepeatTimes = 2;
            }),
            before.Store);

        var decision = await now.Pipeline.ActAsync(
            before.Incident.Id, DeadlinePassed.Instance, Desk.At(12), TestContext.Current.CancellationToken);

        Assert.Equal("pam@example.com", Assert.Single(decision!.Effects.OfType<NotifyEffect>()).To);
    }

    private static void Own(ContactCenterConfiguration center)
    {
        center.Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(center.Audiences)
        {
            ["planners"] = [new Endpoint { Channel = Channel.Email, To = "pam@example.com" }],
            ["engineers"] = [new Endpoint { Channel = Channel.Email, To = "eve@example.com" }],
        };
        center.Escalation.P1.Owners = Owners;
        center.Escalation.P2.Owners = Owners;
        center.Escalation.P2.Unresolved = [Desk.Step(50, "lead")];
    }
}
