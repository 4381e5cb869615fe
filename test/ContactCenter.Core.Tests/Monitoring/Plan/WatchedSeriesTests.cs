using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Forecasting.Anomalies;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Monitoring.Plan;

public sealed class WatchedSeriesTests
{
    private static readonly ContactCenterConfiguration Sample = SampleConfiguration.Read();

    [Fact]
    public void What_may_wait_for_hours_is_not_watched_by_the_minute()
    {
        var queue = new QueueSettings
        {
            Name = "Cards",
            MaximumWaits = new() { Chat = TimeSpan.FromMinutes(2), Email = TimeSpan.FromHours(8) },
        };

        Assert.Equal(
            [ContactChannel.Voice, ContactChannel.Chat],
            WatchedSeries.Of(queue, Sample).Select(static series => series.Channel!.Value).Distinct());
    }

    [Fact]
    public void Less_than_a_quarter_of_what_a_threshold_calls_too_much_is_too_little_to_matter()
    {
        var configuration = Sample with
        {
            Alarms = new Dictionary<string, AlarmOverride> { [AlarmIds.QueueSize] = new() { Threshold = 20 } },
        };

        Assert.Equal(
            [("ContactsInQueue", 5.0)],
            WatchedSeries.Of(new QueueSettings { Name = "Cards" }, configuration).Where(static series => series.Side == AnomalySide.Above)
                .Select(static series => (series.Name, series.Floor)));
    }

    [Fact]
    public void Tables_and_external_systems_are_read_every_minute_and_nothing_else() => Assert.Equal(
        [AlarmGroups.Api, AlarmGroups.Table],
        WatchedSeries.Of(Sample).Where(static series => series.IsEachMinute).Select(static series => series.Group).Distinct()
            .Order(StringComparer.Ordinal));

    [Fact]
    public void A_table_and_its_index_say_the_same() => Assert.Single(
        WatchedSeries.Of(Sample).Where(static series => series.Name.StartsWith("ConsumedReadCapacityUnits", StringComparison.Ordinal))
            .Where(static series => series.Resource == "customers").Select(static series => series.Voice).Distinct());

    [Fact]
    public void Each_series_of_CloudWatch_has_a_key_and_a_source_of_its_own()
    {
        var series = WatchedSeries.Of(Sample);

        Assert.Equal(series.Count, series.Select(static one => one.Key).Distinct().Count());
        Assert.All(series, static one => Assert.Equal(TimeSpan.FromMinutes(1), one.Source!.Period));
    }
}
