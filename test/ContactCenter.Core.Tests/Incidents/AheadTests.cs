using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>Messages that are dated ahead of their receipt: forged, or from a broken clock.</summary>
public sealed class AheadTests
{
    private static readonly DateTimeOffset FarAhead = new(2150, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Desk _desk = new();

    [Fact]
    public void An_alarm_from_the_far_future_counts_from_its_receipt()
    {
        _desk.Receive(Red(FarAhead), heardAt: 3);

        Assert.Equal(Desk.At(3), _desk.Incident.OpenedAt);
    }

    [Fact]
    public void The_record_tells_which_time_was_not_believed()
    {
        var decision = _desk.Receive(Red(FarAhead), heardAt: 3);

        Assert.Contains(decision.Timeline, entry => entry.Text.Contains(
            "told 2150-01-01 00:00:00 UTC as its time, which lay ahead when it arrived: 2026-03-02 09:03:00 UTC counts instead",
            StringComparison.Ordinal));
    }

    [Fact]
    public void Its_OK_ends_the_incident_all_the_same()
    {
        _desk.Receive(Red(FarAhead), heardAt: 0);
        _desk.Ok("queue-full", "Billing", 10);
        _desk.PassTo(120);

        Assert.Equal(IncidentState.Resolved, _desk.Incident.State);
    }

    [Fact]
    public void Deadlines_run_from_the_receipt()
    {
        _desk.Receive(Red(FarAhead), heardAt: 0);
        _desk.PassTo(15);

        Assert.Equal(["0 Opened ann", "5 Escalated lea", "15 Escalated bob"], _desk.Told());
    }

    [Fact]
    public void A_clock_that_is_minutes_fast_is_believed()
    {
        var decision = _desk.Receive(Red(Desk.At(5)), heardAt: 0);

        Assert.Equal(Desk.At(5), _desk.Incident.OpenedAt);
        Assert.DoesNotContain(decision.Timeline, entry => entry.Text.Contains("lay ahead", StringComparison.Ordinal));
    }

    [Fact]
    public void The_envelope_tells_better_than_the_receipt_so_a_second_delivery_changes_nothing()
    {
        var change = Red(FarAhead) with { SentAt = Desk.At(1) };
        _desk.Receive(change, heardAt: 2);

        Assert.Equal((Desk.At(1), IncidentAction.Ignored), (_desk.Incident.OpenedAt, _desk.Receive(change, heardAt: 4).Action));
    }

    [Fact]
    public void An_envelope_from_the_future_is_believed_no_more_than_its_message()
    {
        _desk.Receive(Red(FarAhead) with { SentAt = FarAhead }, heardAt: 2);

        Assert.Equal(Desk.At(2), _desk.Incident.OpenedAt);
    }

    [Fact]
    public void A_message_that_is_no_alarm_counts_from_its_receipt_too()
    {
        _desk.Receive(new UnrecognisedMessage("free text", "The phones are dead!", FarAhead, "1"), heardAt: 2);

        Assert.Equal(Desk.At(2), _desk.Incident.OpenedAt);
    }

    private static AlarmChange Red(DateTimeOffset at) => Alarms.Change("queue-full", "Billing", AlarmState.Alarm, at);
}
