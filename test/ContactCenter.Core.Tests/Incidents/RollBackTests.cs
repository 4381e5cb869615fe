using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>A person takes back a repair of an incident, or is told why that does not fit.</summary>
public sealed class RollBackTests
{
    private readonly Desk _desk = new();

    public RollBackTests() => _desk.Red("table-read-throttled", "customers", 0);

    [Fact]
    public void The_repair_is_asked_to_give_back_with_the_name_of_who_wants_it()
    {
        _desk.Act(Report(holds: true), 1);

        var decision = _desk.Act(RollBack("ann") with { Note = "load test" }, 2);

        Assert.Equal((IncidentAction.Noted, null), (decision.Action, decision.Refusal));
        var asked = Assert.Single(_desk.Repairs, static repair => repair.RolledBackBy is not null);
        Assert.Equal(("heal-capacity", "customers", "ann"), (asked.Remediation, asked.Target, asked.RolledBackBy));
        var told = Assert.Single(decision.Timeline);
        Assert.Equal("ann took back heal-capacity on customers: load test", told.Text);
        Assert.Equal(
            ("ann", PersonAction.RollBack, "heal-capacity customers"), (told.Facts!.Actor, told.Facts.Act, told.Facts.Repair));
    }

    [Fact]
    public void A_repair_that_has_not_reported_yet_may_be_asked() => Assert.Null(_desk.Act(RollBack("ann"), 1).Refusal);

    [Fact]
    public void What_may_outlive_an_incident_can_be_taken_back_after_its_end()
    {
        _desk.Act(Report(holds: true), 1);
        _desk.Act(new PersonActed(PersonAction.Resolve, "ann"), 2);

        Assert.Null(_desk.Act(RollBack("ann"), 3).Refusal);
    }

    [Fact]
    public void A_repair_that_changed_nothing_has_nothing_to_give_back()
    {
        _desk.Act(Report(holds: false), 1);

        Refused("heal-capacity customers has changed nothing that could go back.", RollBack("ann"));
    }

    [Fact]
    public void What_is_given_back_already_cannot_be_taken_back()
    {
        _desk.Act(Report(holds: true), 1);
        _desk.Act(Report(holds: false), 2);

        Refused("heal-capacity customers has given back already what it had changed.", RollBack("ann"));
    }

    [Fact]
    public void Who_asks_second_is_told_who_was_first_until_it_has_happened()
    {
        _desk.Act(Report(holds: true), 1);
        _desk.Act(RollBack("ann"), 2);

        Refused("ann has asked heal-capacity customers for it already.", RollBack("bob"));
    }

    [Fact]
    public void A_table_and_its_index_are_given_back_together()
    {
        _desk.Red("index-read-throttled", "customers/by-phone", 1);
        Assert.Equal(2, _desk.Incident.Remediations.Length);

        Assert.Null(_desk.Act(RollBack("ann"), 2).Refusal);
        Assert.Single(_desk.Repairs, static repair => repair.RolledBackBy is not null);
    }

    [Fact]
    public void A_repair_that_was_not_asked_for_is_refused_with_those_that_were()
    {
        Refused("Say which repair: heal-capacity customers", RollBack("ann") with { Repair = "heal-capacity orders" });
        Assert.Null(_desk.Act(RollBack("ann") with { Repair = "heal-capacity customers/by-phone" }, 3).Refusal);
    }

    [Fact]
    public void An_incident_without_repairs_has_none_to_take_back()
    {
        var desk = new Desk();
        desk.Red("queue-wait-time", "Billing", 0);

        Assert.Equal("This incident has asked for no repair.", desk.Act(RollBack("ann"), 1).Refusal!.Reason);
    }

    private static PersonActed RollBack(string by) => new(PersonAction.RollBack, by);

    private static RemediationReported Report(bool holds) =>
        new("heal-capacity", "customers", Helped: true, "It was raised.") { HoldsLease = holds };

    private void Refused(string reason, PersonActed acted)
    {
        var decision = _desk.Act(acted, 2);
        Assert.Equal((IncidentAction.Ignored, reason), (decision.Action, decision.Refusal?.Reason));
        Assert.Empty(decision.Effects);
    }
}
