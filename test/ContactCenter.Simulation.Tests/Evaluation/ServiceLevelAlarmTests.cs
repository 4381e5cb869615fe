using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Simulation.Evaluation;
using static ContactCenter.Simulation.Tests.Evaluation.AlarmBuilder;

namespace ContactCenter.Simulation.Tests.Evaluation;

/// <summary>The alarm of the catalog on a queue of forty calls a quarter of an hour, whose level falls at the twentieth minute.</summary>
public sealed class ServiceLevelAlarmTests
{
    [Fact]
    public void A_burst_that_is_over_is_no_alarm_although_it_stays_in_the_rate() =>
        Assert.Null(RedAfter(lowFor: 20, waitFor: 8));

    [Fact]
    public void What_stays_low_while_callers_wait_is_told_after_ten_minutes() =>
        Assert.Equal(10, RedAfter(lowFor: 40, waitFor: 40));

    [Fact]
    public void Minutes_in_which_nobody_waits_by_chance_put_it_off_and_do_not_end_it() =>
        Assert.Equal(14, RedAfter(lowFor: 40, waitFor: 40, everyOneFree: 3));

    private static int? RedAfter(int lowFor, int waitFor, int everyOneFree = int.MaxValue)
    {
        const int begin = 20;
        var alarm = BoundAlarm.Bind(
            AlarmCatalog.Default.Find(AlarmIds.ServiceLevel)!, "cc", "Billing",
            new Dictionary<string, string> { ["instance"] = "i", ["queue"] = "Billing" });
        var store = new MetricStore();
        var evaluator = new AlarmEvaluator([alarm], store, initial: AlarmState.Ok);
        var series = alarm.Metrics.ToDictionary(static metric => metric.Id, metric => store.Series(MetricKey.Of(metric)));
        for (var minute = 0; minute < 90; minute++)
        {
            var since = minute - begin;
            var at = MetricStore.MinuteOf(Start) + minute;
            series["level"].Add(at, since >= 0 && since < lowFor ? 40 : 95);
            series["queued"].Add(at, 40);
            series["waiting"].Add(at, since >= 0 && since < waitFor && since % everyOneFree != everyOneFree - 1 ? 4 : 0);
            series["settled"].Add(at, 1);
            if (evaluator.Evaluate(Start.AddMinutes(minute + 1)).Any(static change => change.To == AlarmState.Alarm))
            {
                return since + 1;
            }
        }

        return null;
    }
}
