using System.Collections.Concurrent;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Core.Learning.Forecasts;

/// <summary>
/// Makes forecasts from the center's own numbers. Half a year of half hours is read for one, so it is kept until there can be other
/// numbers.
/// </summary>
/// <param name="numbers">The half hours.</param>
/// <param name="configuration">Queues with their targets, hours and plans.</param>
public sealed class ForecastReader(ICenterNumbers numbers, ContactCenterConfiguration configuration)
{
    /// <summary>Numbers come some minutes after their half hour is over.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Queue, ContactChannel Channel, int Days), (DateTimeOffset At, QueueForecast Forecast)>
        _known = [];

    /// <summary>The forecast of a channel of a queue.</summary>
    /// <param name="queue">The queue, one of the configuration.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="now">The time.</param>
    /// <param name="days">So many days, today included.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<QueueForecast> ReadAsync(
        QueueSettings queue, ContactChannel channel, DateTimeOffset now, int days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queue);
        var key = (queue.Name, channel, days);
        if (_known.TryGetValue(key, out var known) && now >= known.At && now - known.At < FreshFor
            && HalfHours.Begin(now) == HalfHours.Begin(known.At))
        {
            return known.Forecast;
        }

        var halfHours = await numbers.OfQueueAsync(
            queue.Name, HalfHours.Begin(now).AddDays(-ForecastSection.MaximumLearned), now, cancellationToken);
        var profiles = new List<ProfileNumbers>();
        foreach (var profile in configuration.RoutingProfiles)
        {
            profiles.AddRange(await numbers.OfProfileAsync(
                profile.Name, HalfHours.Begin(now).AddDays(-QueueForecast.DaysOfWork), now, cancellationToken));
        }

        var forecast = QueueForecast.Of(new(configuration, halfHours, profiles), queue, channel, now, days);
        _known[key] = (now, forecast);
        return forecast;
    }
}
