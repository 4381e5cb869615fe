using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Monitoring.Triage;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Core.Tests.Monitoring.Triage;

/// <summary>What triage says in words, and what it makes of messages that are no alarms.</summary>
public sealed class TriagedMessageTests
{
    [Fact]
    public void A_catalog_alarm_tells_its_symptom_size_runbook_and_owner()
    {
        var alarm = Desk.Triage(Changes.Wait(value: 372));

        Assert.Equal(("Queue Billing", "customers wait too long"), (alarm.Subject, alarm.Symptom));
        Assert.EndsWith("6 min 12 s against a threshold of 2 min.", alarm.Description, StringComparison.Ordinal);
        Assert.Equal(("queue-wait-time", "workforce"), (alarm.Runbook, alarm.Owner));
        Assert.Null(alarm.Remediation);
    }

    [Fact]
    public void An_alarm_of_others_keeps_its_own_description()
    {
        var alarm = Desk.Triage(Changes.Of("x", "Shop", "Orders", 3, 10, ("Name", "y")) with
        {
            Description = "Too few orders come in.",
            Comparison = AlarmComparison.LessThanThreshold,
        });

        Assert.Equal(("Too few orders come in. 3 against a threshold of 10.", "Orders is too low"), (alarm.Description, alarm.Symptom));
        Assert.Equal(("unknown-alarm", "operations"), (alarm.Runbook, alarm.Owner));
    }

    [Theory]
    [InlineData(AlarmKind.Metric, AlarmComparison.GreaterThanThreshold, "Orders is too high")]
    [InlineData(AlarmKind.MetricMath, AlarmComparison.LessThanOrEqualToThreshold, "Orders is too low")]
    [InlineData(AlarmKind.AnomalyDetection, AlarmComparison.LessThanLowerThreshold, "Orders is unusual")]
    [InlineData(AlarmKind.Metric, null, "is in alarm")]
    public void The_symptom_of_an_unknown_alarm_names_its_metric(AlarmKind kind, AlarmComparison? comparison, string expected)
    {
        var change = Changes.Of("x", "Shop", "Orders", 3, 10, ("Name", "y")) with { Kind = kind, Comparison = comparison };

        Assert.Equal(expected, Desk.Triage(change).Symptom);
    }

    [Fact]
    public void The_symptom_of_an_unknown_expression_names_what_it_computes()
    {
        var change = Changes.Of("x", "Shop", "Failed", 3, 10, ("Name", "y")) with { Kind = AlarmKind.MetricMath };
        var share = change with { Metrics = [.. change.Metrics, change.Metrics[0] with { Name = "Orders" }] };

        Assert.Equal("a figure of Failed and Orders is too high", Desk.Triage(share).Symptom);
        Assert.Equal(
            "a figure of 3 metrics is too high",
            Desk.Triage(share with { Metrics = [.. share.Metrics, share.Metrics[0] with { Name = "Returned" }] }).Symptom);
        Assert.Equal("Share of failed orders is too high", Desk.Triage(share with { ExpressionLabel = "Share of failed orders" }).Symptom);
    }

    [Fact]
    public void A_composite_alarm_tells_its_reason()
    {
        var alarm = Desk.Triage(Changes.Composite());

        Assert.Equal(("combined alarm is red", "Two children are red."), (alarm.Symptom, alarm.Description));
    }

    [Fact]
    public void An_alarm_without_data_says_that_nobody_can_tell() =>
        Assert.Contains(
            "nobody can tell",
            Desk.Triage(Changes.Wait() with { State = AlarmState.InsufficientData }).Description,
            StringComparison.Ordinal);

    [Fact]
    public void Only_alarms_that_may_hang_may_stay_red()
    {
        Assert.False(Desk.Triage(Changes.Wait()).MayStayRed);
        Assert.True(Desk.Triage(Changes.Throttled()).MayStayRed);
        Assert.True(Desk.Triage(Changes.Wait() with { State = AlarmState.InsufficientData }).MayStayRed);
    }

    [Fact]
    public void Mute_and_suppression_are_handed_on()
    {
        var alarm = Desk.Triage(Changes.Wait() with { MutedUntil = Changes.Noon.AddHours(1), IsSuppressed = true });

        Assert.Equal((Changes.Noon.AddHours(1), true), (alarm.MutedUntil, alarm.IsSuppressed));
    }

    [Fact]
    public void A_message_that_is_no_alarm_is_a_P3_that_somebody_reads()
    {
        var alarm = Desk.Triage(Message("The phones are dead!"));

        Assert.Equal((Severity.P3, true), (alarm.Assessment.Severity, alarm.IsUnrecognised));
        Assert.Contains("The phones are dead!", alarm.Description, StringComparison.Ordinal);
        Assert.Equal(("unrecognised-alarm", CorrelationKey.UnrecognisedGroup), (alarm.Runbook, alarm.Key.Group));
        Assert.Equal("123456789012/eu-central-1", alarm.Key.Location);
    }

    [Fact]
    public void It_says_in_words_that_it_needs_reading_and_may_stay_as_it_is()
    {
        var alarm = Desk.Triage(Message("The phones are dead!"));

        Assert.Equal(
            ("free text", "Unrecognised alarm", "message needs reading"), (alarm.Name, alarm.Subject, alarm.Symptom));
        Assert.Equal("Received free text: The phones are dead!", alarm.Description);
        Assert.Equal(["A message arrived that is not an alarm; somebody should read it."], alarm.Assessment.Reasons);
        Assert.Equal(("operations", true), (alarm.Owner, alarm.MayStayRed));
        Assert.StartsWith("message:", alarm.Id.Arn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_probe_says_that_it_is_made_up_and_what_to_do_when_it_does_not_arrive()
    {
        var probe = Parsed.Change(PipelineProbe.Message(Desk.Sample, "2026-05-04T10:00:00Z"));

        var alarm = Desk.Triage(probe);

        Assert.Equal(("Probe", "gets through", "heartbeat-missing"), (alarm.Subject, alarm.Symptom, alarm.Runbook));
        Assert.Equal(["It is made up, to prove that alarms get through."], alarm.Assessment.Reasons);
        Assert.Equal((Severity.P4, "engineering", true), (alarm.Assessment.Severity, alarm.Owner, alarm.IsProbe));
        Assert.Equal($"probe:{probe.AlarmArn}", alarm.Id.Arn);
    }

    [Theory]
    [InlineData(300, null, 300)]
    [InlineData(301, null, 0)]
    [InlineData(301, -30, -30)]
    [InlineData(301, 300, 300)]
    [InlineData(301, 301, 0)]
    public void A_time_that_lies_five_minutes_ahead_is_not_believed_and_that_of_sending_counts(int told, int? sent, int expected)
    {
        var change = Changes.Wait() with
        {
            At = Changes.Noon.AddSeconds(told),
            SentAt = sent is { } seconds ? Changes.Noon.AddSeconds(seconds) : null,
        };

        var alarm = new AlarmTriage(Desk.Sample).Triage(change, Changes.Noon);

        Assert.Equal(
            (Changes.Noon.AddSeconds(expected), told == expected ? null : change.At), (alarm.Moment.At, alarm.ClaimedAt));
    }

    [Fact]
    public void A_time_of_a_message_that_is_no_alarm_is_not_believed_either()
    {
        var ahead = Message("dead") with { At = Changes.Noon.AddHours(1) };

        var alarm = new AlarmTriage(Desk.Sample).Triage(ahead, Changes.Noon);

        Assert.Equal((Changes.Noon, ahead.At), (alarm.Moment.At, alarm.ClaimedAt));
    }

    [Theory]
    [InlineData(240.0, 120.0, "240 against a threshold of 120.")]
    [InlineData(240.0, null, "240, which is beyond its threshold.")]
    [InlineData(null, 120.0, "Beyond its threshold of 120.")]
    [InlineData(null, null, "Beyond its threshold.")]
    public void A_size_is_told_as_far_as_it_is_known(double? value, double? threshold, string expected) =>
        Assert.Equal(expected, Desk.Triage(Changes.Of("x", "Shop", "Orders", value, threshold, ("Name", "y"))).Description);

    [Fact]
    public void The_same_text_again_belongs_to_the_same_incident_and_another_text_does_not()
    {
        var first = Desk.Triage(Message("dead"));

        Assert.Equal(first.Key, Desk.Triage(Message("dead") with { Id = "2", At = Changes.Night }).Key);
        Assert.NotEqual(first.Key, Desk.Triage(Message("alive")).Key);
    }

    private static UnrecognisedMessage Message(string text) => new("free text", text, Changes.Noon, "1");
}
