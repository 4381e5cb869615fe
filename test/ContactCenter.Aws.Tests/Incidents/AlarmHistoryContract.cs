using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>What every history of alarms promises.</summary>
public abstract class AlarmHistoryContract
{
    private static readonly AlarmId Wait = new("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:wait", null);
    private static readonly AlarmId Series = new("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:wait", "series-1");
    private static readonly DateOnly Day = new(2026, 5, 4);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IAlarmHistory> HistoryAsync();

    [Fact]
    public async Task Changes_that_come_twice_and_in_any_order_are_each_there_once_in_order()
    {
        var history = await HistoryAsync();
        await history.AddAsync([News(Wait, 9, AlarmState.Ok), News(Wait, 1, AlarmState.Alarm)], Stop);
        await history.AddAsync([News(Wait, 5, AlarmState.InsufficientData)], Stop);
        await history.AddAsync([News(Wait, 1, AlarmState.Alarm), News(Wait, 9, AlarmState.Ok)], Stop);

        var day = Assert.Single(await history.DayAsync(Day, Stop));

        Assert.Equal((Day, Wait, "wait"), (day.Day, day.Id, day.Name));
        Assert.Equal(
            [Moment(1, AlarmState.Alarm), Moment(5, AlarmState.InsufficientData), Moment(9, AlarmState.Ok)], day.Moments);
    }

    [Fact]
    public async Task A_day_has_all_alarms_and_a_series_apart_from_its_alarm()
    {
        var history = await HistoryAsync();
        await history.AddAsync(
            [News(Series, 2, AlarmState.Alarm), News(Wait, 1, AlarmState.Alarm), News(Wait, 60 * 24, AlarmState.Ok)], Stop);

        Assert.Equal([Wait, Series], (await history.DayAsync(Day, Stop)).Select(static day => day.Id));
    }

    [Fact]
    public async Task An_alarm_has_its_days_within_the_time_that_is_asked_for()
    {
        var history = await HistoryAsync();
        foreach (var day in (int[])[0, 1, 130, 250])
        {
            await history.AddAsync([News(Wait, day * 24 * 60, AlarmState.Alarm), News(Series, day * 24 * 60, AlarmState.Alarm)], Stop);
        }

        var days = await history.OfAlarmAsync(Wait, Day.AddDays(1), Day.AddDays(249), Stop);

        Assert.Equal([Day.AddDays(1), Day.AddDays(130)], days.Select(static day => day.Day));
        Assert.All(days, static day => Assert.Equal(Wait, day.Id));
    }

    private static AlarmNews News(AlarmId alarm, double minute, AlarmState state) => new(alarm, "wait", Moment(minute, state));

    private static AlarmMoment Moment(double minute, AlarmState state) => new(Noon.AddMinutes(minute), state);
}
