using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Language.Sentiment;
using ContactCenter.Simulation.Evaluation;
using static ContactCenter.Simulation.Tests.Evaluation.AlarmBuilder;

namespace ContactCenter.Simulation.Tests.Evaluation;

/// <summary>The alarm of the catalog on what <see cref="QueueSentiment"/> tells of four hours of one contact a minute.</summary>
public sealed class SentimentAlarmTests
{
    private const int Minutes = 240;

    [Fact]
    public void Customers_who_sound_ever_unhappier_turn_it_red() => Assert.True(IsEverRed(minute => 0.3 - (minute / 240.0)));

    [Fact]
    public void Customers_who_sound_very_unhappy_turn_it_red_although_nothing_changes() => Assert.True(IsEverRed(_ => -0.7));

    [Fact]
    public void A_queue_that_always_sounds_somewhat_unhappy_is_no_alarm() =>
        Assert.False(IsEverRed(minute => -0.4 + (0.02 * (minute % 2))));

    [Fact]
    public void A_queue_that_recovers_is_no_alarm() => Assert.False(IsEverRed(minute => -0.5 + (minute / 300.0)));

    [Fact]
    public void A_decline_that_stays_above_the_threshold_is_no_alarm() => Assert.False(IsEverRed(minute => 0.8 - (minute / 300.0)));

    [Fact]
    public void Ten_bad_minutes_are_no_alarm() => Assert.False(IsEverRed(minute => minute is >= 120 and < 130 ? -0.9 : 0.2));

    private static bool IsEverRed(Func<int, double> heard)
    {
        var alarm = BoundAlarm.Bind(
            AlarmCatalog.Default.Find("sentiment")!, "cc", "Billing",
            new Dictionary<string, string> { ["instance"] = "i", ["queue"] = "Billing" });
        var store = new MetricStore();
        var evaluator = new AlarmEvaluator([alarm], store, initial: AlarmState.Ok);
        var sentiment = SentimentTrend.None;
        var first = MetricStore.MinuteOf(Start);
        for (var minute = 0; minute < Minutes; minute++)
        {
            sentiment = sentiment.Add(Start.AddMinutes(minute), heard(minute), QueueSentiment.HalfLife);
            store.Series(MetricKey.Of(alarm.Metrics[0])).Add(first + minute, sentiment.Average!.Value);
            store.Series(MetricKey.Of(alarm.Metrics[1])).Add(first + minute, sentiment.SlopePerHour);
            if (evaluator.Evaluate(Start.AddMinutes(minute + 1)).Any(change => change.To == AlarmState.Alarm))
            {
                return true;
            }
        }

        return false;
    }
}
