using ContactCenter.Core.Common;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>The change that an advice takes, where it is what was replayed and touches nothing of which it is not advised.</summary>
public sealed class AdviceChangeTests
{
    private const string Name = "cc/queue-wait";

    [Theory]
    [InlineData(AdviceKind.Demote, "\"queue-wait-time\": { \"severity\": \"P4\" }")]
    [InlineData(AdviceKind.Delete, "\"queue-wait-time\": { \"enabled\": false }")]
    [InlineData(AdviceKind.MissingData, "\"queue-wait-time\": { \"ignoreMissing\": true }")]
    [InlineData(AdviceKind.Merge, null)]
    [InlineData(AdviceKind.Fix, null)]
    public void A_change_is_ready_to_paste_where_no_person_has_to_think(AdviceKind kind, string? change) =>
        Assert.Equal(change, ChangeOf(Of(kind), Alarm("Billing"))?.Text);

    [Fact]
    public void A_threshold_is_that_of_the_resource_whatever_it_is_called() => Assert.Equal(
        "\"queue-wait-time\": { \"resources\": { \"B\\u0022 }, \\u0022x\": 120 }, \"datapointsToAlarm\": 4, \"evaluationPeriods\": 4 }",
        ChangeOf(Of(AdviceKind.Raise) with { Rule = new ThresholdRule(120, 4, 4) }, Alarm("B\" }, \"x"))?.Text);

    [Fact]
    public void Quiet_hours_are_a_command_in_which_a_name_stays_a_name()
    {
        var advice = Of(AdviceKind.Schedule) with { Alarm = "cc/it's; rm", Hours = new QuietHours(QuietDays.WorkingDays, 3, 2) };

        Assert.Equal(
            "aws cloudwatch put-alarm-mute-rule --name quiet-cc-it-s--rm --rule "
                + """'{"Schedule":{"Expression":"cron(0 3 * * MON-FRI)","Duration":"PT2H","Timezone":"Europe/Berlin"}}'"""
                + """ --mute-targets '{"AlarmNames":["cc/it\u0027s; rm"]}'""",
            ChangeOf(advice)?.Text);
    }

    [Theory]
    [InlineData(AdviceKind.Demote)]
    [InlineData(AdviceKind.Delete)]
    [InlineData(AdviceKind.MissingData)]
    [InlineData(AdviceKind.Lengthen)]
    public void What_the_file_has_for_all_queues_is_no_change_where_it_is_advised_of_one(AdviceKind kind)
    {
        var advice = Of(kind) with { Patience = new AlarmPatience(TimeSpan.FromMinutes(2), default) };
        BoundAlarm[] queues = [Alarm("Billing"), Alarm("Sales", "cc/sales-wait")];

        Assert.Null(ChangeOf([advice], queues));
        Assert.Null(ChangeOf([advice, Of(AdviceKind.Fix) with { Alarm = "cc/sales-wait" }], queues));
        Assert.Equal(2, ChangeOf([advice, advice with { Alarm = "cc/sales-wait" }], queues)!.Resources);
    }

    [Fact]
    public void Of_several_queues_a_threshold_is_a_change_and_datapoints_are_none()
    {
        BoundAlarm[] queues = [Alarm("Billing"), Alarm("Sales", "cc/sales-wait")];
        var raise = Of(AdviceKind.Raise) with { Rule = new ThresholdRule(120, 1, 1) };

        Assert.Equal(
            new AdvisedChange("\"queue-wait-time\": { \"resources\": { \"Billing\": 120 } }", 1), ChangeOf([raise], queues));
        Assert.Null(ChangeOf([raise with { Rule = new ThresholdRule(120, 2, 2) }], queues));
    }

    [Theory]
    [InlineData(3, 3, 0, "\"queue-wait-time\": { \"datapointsToAlarm\": 5, \"evaluationPeriods\": 5 }")]
    [InlineData(3, 5, 0, null)]
    [InlineData(3, 3, 5, null)]
    public void A_longer_time_is_a_number_of_datapoints_only_where_that_is_what_was_replayed(int m, int n, int quiet, string? change)
    {
        var alarm = Alarm("Billing");
        var advice = Of(AdviceKind.Lengthen) with
        {
            Patience = new AlarmPatience(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(quiet)),
        };

        Assert.Equal(change, ChangeOf(advice, alarm with
        {
            Definition = alarm.Definition with { DatapointsToAlarm = m, EvaluationPeriods = n },
        })?.Text);
    }

    [Fact]
    public void An_alarm_that_tells_by_missing_data_has_no_word_to_ignore_them()
    {
        var alarm = Alarm("Billing");

        Assert.Null(ChangeOf(
            Of(AdviceKind.MissingData), alarm with { Definition = alarm.Definition with { MissingData = MissingData.Breaching } }));
    }

    /// <summary>An alarm of a queue, red by one datapoint.</summary>
    internal static BoundAlarm Alarm(string resource, string name = Name) => new(
        new AlarmDefinition
        {
            Id = "queue-wait-time",
            Symptom = "waits too long",
            Description = "Customers wait too long.",
            Scope = AlarmScope.Queue,
            Metrics = [new MetricSource { Namespace = "N", Name = "M", Dimensions = [], Statistic = "Maximum" }],
            Scale = MetricScale.Seconds,
            Comparison = AlarmComparison.GreaterThanThreshold,
            Threshold = 50,
            ThresholdSource = "assumption",
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
            MissingData = MissingData.NotBreaching,
            Severity = Severity.P2,
            Group = "queue",
            Owner = "operations",
            Runbook = "queue",
        },
        resource,
        name,
        [new MetricSource { Namespace = "N", Name = "M", Dimensions = [], Statistic = "Maximum" }]);

    private static AdvisedChange? ChangeOf(AlarmAdvice advice, params BoundAlarm[] plan) => ChangeOf([advice], plan);

    /// <summary>The change of the first advice.</summary>
    private static AdvisedChange? ChangeOf(AlarmAdvice[] advised, BoundAlarm[] plan) => AdviceChange.Of(
        advised[0], advised, plan.ToDictionary(static alarm => alarm.Name, StringComparer.Ordinal), "Europe/Berlin");

    private static AlarmAdvice Of(AdviceKind kind) => new(
        Name, kind, default, null, 5, new ReplayOutcome(1, 1, 0, 0, default), new ReplayOutcome(0, 0, 0, 0, default));
}
