using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Contacts.Queues;

/// <summary>
/// What is watched of queues for what is unusual: who waits and who could take them, as they are at the minute. Rates of a quarter of an
/// hour are left out, of which each minute has most of the last in it.
/// </summary>
public sealed class QueueSeries(ContactCenterConfiguration configuration)
{
    private readonly Dictionary<string, WatchedSeries[]> _series = configuration.Queues.ToDictionary(
        static queue => queue.Name, queue => WatchedSeries.Of(queue, configuration).ToArray(), StringComparer.Ordinal);

    /// <summary>
    /// The values of all queues that are served, but for the first minutes after they have opened, in which agents log in and the night is
    /// worked off.
    /// </summary>
    public IEnumerable<(WatchedSeries Series, double Value)> Of(CenterFigures figures, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(calendar);
        foreach (var (name, queue) in figures.Queues)
        {
            if (!_series.TryGetValue(name, out var watched)
                || !calendar.IsOpen(name, figures.At) || !calendar.IsOpen(name, figures.At - CenterMetrics.Opening))
            {
                continue;
            }

            var channels = queue.Channels.ToDictionary(static one => one.Channel, static one => one.Figures);
            foreach (var series in watched)
            {
                if (channels.TryGetValue(series.Channel!.Value, out var its)
                    && Value(series.Name, queue, its) is { } known && double.IsFinite(known))
                {
                    yield return (series, known);
                }
            }
        }
    }

    private static double? Value(string name, QueueFigures queue, ChannelFigures its) => name switch
    {
        OwnMetricNames.ContactsInQueue => its.Waiting,
        OwnMetricNames.AgentsAvailable => its.AgentsAvailable,
        _ => queue.AgentsOnline,
    };
}
