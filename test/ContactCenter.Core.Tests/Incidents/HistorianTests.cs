using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.History;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>What the history keeps of an incident, from what is stored of it.</summary>
public sealed class HistorianTests
{
    private readonly Desk _desk = new();
    private readonly List<TimelineEvent> _timeline = [];

    [Fact]
    public void The_times_of_an_incident_are_when_it_was_heard_of_told_taken_quiet_and_over()
    {
        Take(_desk.Receive(Alarms.Change("queue-full", "Billing", Core.Monitoring.Alarms.AlarmState.Alarm, Desk.At(0)), heardAt: 1));
        Take(_desk.Act(new PersonActed(PersonAction.Acknowledge, "ann"), 4));
        Take(_desk.Ok("queue-full", "Billing", 20));
        Take(_desk.PassTo(30));

        var record = Record(Delivered(2));

        Assert.Equal(
            [Desk.At(0), Desk.At(1), Desk.At(2), Desk.At(4), Desk.At(20), Desk.At(30)],
            [record.BeganAt, record.DetectedAt, record.ToldAt, record.AcknowledgedAt, record.MitigatedAt, record.ResolvedAt]);
        Assert.Equal((PromiseOutcome.Kept, PromiseOutcome.Kept), (record.Acknowledged, record.Resolved));
    }

    [Fact]
    public void The_path_of_the_severity_begins_with_the_first_alarm()
    {
        Take(_desk.Red("queue-size", "Billing", 0));
        Take(_desk.Red("queue-full", "Billing", 2));

        var record = Record();

        Assert.Equal([Severity.P3, Severity.P1], record.Path.Select(static step => step.Severity));
        Assert.Equal("Raised from P3 to P1: The alarm catalog rates this P1.", record.Path[1].Why);
    }

    [Fact]
    public void Alarms_are_counted()
    {
        Take(_desk.Red("queue-full", "Billing", 0));
        Take(_desk.Red("queue-size", "Billing", 1));
        Take(_desk.Ok("queue-size", "Billing", 2));

        Assert.Equal(
            [new AlarmMentions("cc-test/queue-size/Billing", 2), new AlarmMentions("cc-test/queue-full/Billing", 1)], Record().Alarms);
    }

    [Fact]
    public void A_promise_that_was_missed_stays_missed_although_the_severity_rose()
    {
        Take(_desk.Red("queue-size", "Billing", 0));
        Take(_desk.PassTo(24 * 60));

        var record = Record();

        Assert.Equal((PromiseOutcome.Missed, PromiseOutcome.Missed), (record.Acknowledged, record.Resolved));
    }

    [Fact]
    public void A_repair_has_what_it_reported_last_and_whether_it_helped()
    {
        Take(_desk.Red("queue-full", "Billing", 0));
        Take(_desk.Act(new RemediationReported("heal-capacity", "orders", true, "Raised to 40."), 1));
        Take(_desk.Act(new RemediationReported("heal-capacity", "orders", false, "It is at its maximum."), 2));

        var repair = Assert.Single(Record().Repairs);

        Assert.Equal(("heal-capacity orders", Desk.At(1), false), (repair.Repair, repair.AskedAt, repair.Helped));
        Assert.Contains("It is at its maximum.", repair.Report, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_is_repaired_with_its_table_and_has_its_report()
    {
        Take(_desk.Red("index-read-throttled", "customers/by-phone", 0));
        Take(_desk.Act(new RemediationReported("heal-capacity", "customers", true, "Raised to 40."), 2));

        Assert.Equal(["heal-capacity customers/by-phone", "heal-capacity customers"], Record().Repairs.Select(static one => one.Repair));
        Assert.All(Record().Repairs, static repair => Assert.NotNull(repair.Report));
    }

    [Fact]
    public void What_people_did_and_what_was_changed_before_is_kept()
    {
        Take(_desk.Red("queue-full", "Billing", 0));
        var change = new ConfigurationChange("event-1", Desk.At(-2), "123456789012/eu-central-1", "ann: UpdateQueue on Billing.");
        Take(_desk.Act(new ChangesNoted([change]), 1));
        Take(_desk.Act(new PersonActed(PersonAction.Resolve, "bob") { Note = "was a drill" }, 2));

        var record = Record();

        Assert.EndsWith("ann: UpdateQueue on Billing.", Assert.Single(record.Preceding), StringComparison.Ordinal);
        Assert.Equal(("bob", PersonAction.Resolve), (Assert.Single(record.Acts).By, record.Acts[0].Act));
        Assert.Equal(("bob", "was a drill"), (record.ResolvedBy, record.Note));
    }

    [Fact]
    public void Whom_messages_reached_is_told_by_endpoint()
    {
        Take(_desk.Red("queue-full", "Billing", 0));
        Take(_desk.PassTo(16));

        var effects = _desk.Messages
            .Select((message, i) => new EffectOutcome(message, i == 0 ? Desk.At(1) : null, i == 0 ? "no such mailbox" : null))
            .ToImmutableArray();
        var first = Assert.IsType<NotifyEffect>(effects[0].Effect);
        var reached = Record(effects).Reached.First(endpoint => endpoint.To == first.To);

        Assert.Equal(
            (first.Audience, Channel.Email, 1, "no such mailbox"),
            (reached.Audience, reached.Channel, reached.GivenUp, reached.Failure));
        Assert.Null(Record(effects).ToldAt);
    }

    [Fact]
    public void A_record_that_is_shortened_says_how_much_is_left_out_and_ends()
    {
        Take(_desk.Red("queue-full", "Billing", 0));
        var record = Record() with { Preceding = [.. Enumerable.Range(0, 20).Select(static i => $"change {i}")] };

        var shorter = record.Shortened();
        while (!ReferenceEquals(shorter, record))
        {
            (record, shorter) = (shorter, shorter.Shortened());
        }

        Assert.Equal(["change 0"], shorter.Preceding);
        Assert.InRange(shorter.LeftOut, 19, 30);
    }

    [Fact]
    public void The_news_of_a_decision_are_the_states_that_were_not_known()
    {
        var before = _desk.Red("queue-full", "Billing", 0).After;
        var after = _desk.Ok("queue-full", "Billing", 5).After;

        var news = Assert.Single(AlarmNews.Between(before, after));

        Assert.Equal(("cc-test/queue-full/Billing", Desk.At(5)), (news.Name, news.Moment.At));
        Assert.Empty(AlarmNews.Between(after, after));
    }

    private ImmutableArray<EffectOutcome> Delivered(double minute) =>
        [.. _desk.Messages.Select(message => new EffectOutcome(message, Desk.At(minute), null))];

    private IncidentRecord Record(ImmutableArray<EffectOutcome> effects = default) =>
        IncidentHistorian.Record(new IncidentFile(1, _desk.Incident, _timeline, effects.IsDefault ? [] : effects));

    private void Take(params IEnumerable<Decision> decisions) =>
        _timeline.AddRange(decisions.SelectMany(static decision => decision.Timeline));
}
