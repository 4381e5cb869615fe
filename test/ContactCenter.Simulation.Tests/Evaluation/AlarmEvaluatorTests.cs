using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Evaluation;
using FsCheck;
using FsCheck.Fluent;
using static ContactCenter.Simulation.Tests.Evaluation.AlarmBuilder;

namespace ContactCenter.Simulation.Tests.Evaluation;

public sealed class AlarmEvaluatorTests
{
    [Fact]
    public void Two_breaches_of_three_turn_it_red_and_two_calm_ones_turn_it_green()
    {
        var changes = Run(Definition, 0, 12, 0, 12, 0, 0, 0);

        Assert.Equal([(4, AlarmState.Alarm), (5, AlarmState.Ok)], changes.Select(change => (MinuteOf(change), change.To)));
        Assert.Equal(
            "Threshold Crossed: 2 out of the last 3 datapoints [12.0 (02/03/26 07:03:00), 12.0 (02/03/26 07:01:00)] were greater than or "
            + "equal to the threshold (10.0) (minimum 2 datapoints for OK -> ALARM transition).",
            changes[0].Reason);
        Assert.Equal(
            "Threshold Crossed: 2 out of the last 3 datapoints [0.0 (02/03/26 07:04:00), 0.0 (02/03/26 07:02:00)] were not greater than or "
            + "equal to the threshold (10.0) (minimum 2 datapoints for ALARM -> OK transition).",
            changes[1].Reason);
    }

    [Fact]
    public void A_metric_that_falls_silent_lets_the_alarm_go_when_silence_is_not_a_breach()
    {
        var changes = Run(Definition, 12, 12, null, null, null, null, null);

        // Real datapoints are waited for over the two minutes of the evaluation range that lie beyond the three periods.
        Assert.Equal([(2, AlarmState.Alarm), (6, AlarmState.Ok)], changes.Select(change => (MinuteOf(change), change.To)));
    }

    [Fact]
    public void With_no_data_at_all_a_new_alarm_has_insufficient_data()
    {
        var changes = Run(Definition with { MissingData = MissingData.Missing }, null, null, null);

        Assert.Equal((1, AlarmState.InsufficientData), (MinuteOf(changes[0]), changes[0].To));
        Assert.Equal("Insufficient Data: 3 datapoints were unknown.", changes[0].Reason);
    }

    [Fact]
    public void A_missing_heartbeat_is_a_breach()
    {
        var heartbeat = Definition with
        {
            Comparison = AlarmComparison.LessThanThreshold,
            Threshold = 1,
            DatapointsToAlarm = 3,
            MissingData = MissingData.Breaching,
        };

        var changes = Run(heartbeat, 1, 1, 1, null, null, null, null, null, null);

        var change = Assert.Single(changes);
        Assert.Equal(AlarmState.Alarm, change.To);
        Assert.Equal(8, MinuteOf(change));
        Assert.Equal(
            "Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as [Breaching].",
            change.Reason);
    }

    [Fact]
    public void A_metric_of_every_five_minutes_is_read_by_a_sliding_period()
    {
        var tasks = Definition with
        {
            Metrics = [Metric("Value", "Maximum", minutes: 5)],
            DatapointsToAlarm = 2,
            EvaluationPeriods = 2,
        };

        var changes = Run(tasks, 12, null, null, null, null, 12, null, null, null, null, 0, null, null, null, null, 0);

        Assert.Equal([(6, AlarmState.Alarm), (11, AlarmState.Ok)], changes.Select(change => (MinuteOf(change), change.To)));
    }

    [Fact]
    public void Utilisation_repeats_the_capacity_that_is_published_every_five_minutes()
    {
        var definition = Definition with
        {
            Metrics = [Metric("Consumed", "Sum", "consumed"), Metric("Provisioned", "Maximum", "provisioned", 5)],
            Expression = "IF(FILL(provisioned, REPEAT) > 0, 100 * (consumed / PERIOD(consumed)) / FILL(provisioned, REPEAT), 0)",
            Threshold = 80,
            DatapointsToAlarm = 1,
            EvaluationPeriods = 1,
        };
        var store = new MetricStore();
        var evaluator = new AlarmEvaluator([Bind(definition)], store, initial: AlarmState.Ok);
        for (var minute = 0; minute < 9; minute++)
        {
            Publish(store, "Consumed", minute, minute == 8 ? 60 * 90 : 60 * 10);
            if (minute % 5 == 0)
            {
                Publish(store, "Provisioned", minute, 100);
            }
        }

        var change = Assert.Single(evaluator.Evaluate(Start.AddMinutes(9)));

        Assert.Equal(90, change.Datapoints[0].Value, 1e-9);
    }

    [Fact]
    public void A_band_learned_from_the_same_hour_a_week_ago_tells_the_unusual()
    {
        var definition = Definition with { AnomalyBand = 3, Comparison = AlarmComparison.GreaterThanUpperThreshold, Threshold = 0 };
        var alarm = Bind(definition);
        var model = new AnomalyModel();
        var history = new MetricStore(TimeSpan.FromDays(2));
        var start = MetricStore.MinuteOf(Start) - (7 * 24 * 60);
        for (var minute = 0; minute < 120; minute++)
        {
            Publish(history, "Value", minute - (7 * 24 * 60), 100 + (minute % 2 == 0 ? 5 : -5));
        }

        model.Learn([alarm], history, start, start + 120);
        var store = new MetricStore();
        var evaluator = new AlarmEvaluator([alarm], store, model, AlarmState.Ok);
        foreach (var (minute, value) in new[] { 114.0, 116, 117 }.Index())
        {
            Publish(store, "Value", minute, value);
        }

        Assert.Empty(evaluator.Evaluate(Start.AddMinutes(2)));
        var change = Assert.Single(evaluator.Evaluate(Start.AddMinutes(3)));
        Assert.InRange(change.Datapoints[0].Limit, 114.5, 116);
        Assert.StartsWith("Thresholds Crossed: 2 out of the last 3 datapoints [117.0", change.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_trained_band_nothing_is_unusual()
    {
        var definition = Definition with { AnomalyBand = 3, Comparison = AlarmComparison.GreaterThanUpperThreshold };

        Assert.Empty(Run(definition, 1000, 1000, 1000));
    }

    [Fact]
    public void An_alarm_that_looks_back_further_than_the_store_is_refused() =>
        Assert.Throws<ArgumentException>(() => new AlarmEvaluator([Bind(Definition)], new MetricStore(TimeSpan.FromMinutes(4))));

    [Fact]
    public void State_changes_always_follow_on_one_another_and_never_repeat_a_state() =>
        Prop.ForAll(
            Gen.Elements<double?>(0, 12, null).ArrayOf(60).ToArbitrary(),
            Gen.Elements(Enum.GetValues<MissingData>()).ToArbitrary(),
            Gen.Choose(1, 4).ToArbitrary(),
            (values, missing, m) =>
            {
                var changes = Run(Definition with { MissingData = missing, DatapointsToAlarm = m, EvaluationPeriods = 4 }, values);
                var state = AlarmState.Ok;
                foreach (var change in changes)
                {
                    if (change.From != state || change.To == state)
                    {
                        return false;
                    }

                    state = change.To;
                }

                return true;
            }).QuickCheckThrowOnFailure();

    private static List<AlarmTransition> Run(AlarmDefinition definition, params double?[] values)
    {
        var store = new MetricStore();
        var evaluator = new AlarmEvaluator([Bind(definition)], store, initial: AlarmState.Ok);
        var changes = new List<AlarmTransition>();
        foreach (var (minute, value) in values.Index())
        {
            if (value is { } published)
            {
                Publish(store, "Value", minute, published);
            }

            changes.AddRange(evaluator.Evaluate(Start.AddMinutes(minute + 1)));
        }

        return changes;
    }

    private static int MinuteOf(AlarmTransition change) => (int)(change.At - Start).TotalMinutes;
}
