using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Forecasting.Anomalies;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Core.Contacts.Queues;

/// <summary>
/// What is watched of a queue for what is unusual: who waits and who could take them, as they are at the minute. Rates of a quarter of an
/// hour are left out, of which each minute has most of the last in it.
/// </summary>
public static class QueueSeries
{
    /// <summary>
    /// The values of all queues that are served, but for the first minutes after they have opened, in which agents log in and the night is
    /// worked off.
    /// </summary>
    public static IEnumerable<(WatchedSeries Series, double Value)> Of(CenterFigures figures, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(calendar);
        foreach (var (name, queue) in figures.Queues)
        {
            if (!calendar.IsOpen(name, figures.At) || !calendar.IsOpen(name, figures.At - CenterMetrics.Opening))
            {
                continue;
            }

            foreach (var (channel, its) in queue.Channels)
            {
                (string Name, AnomalySide Side, double? Value)[] values =
                [
                    (OwnMetricNames.ContactsInQueue, AnomalySide.Above, its.Waiting),
                    (OwnMetricNames.OldestContactAge, AnomalySide.Above, CenterMetrics.Seconds(its.OldestSeconds)),
                    (OwnMetricNames.AgentsAvailable, AnomalySide.Below, its.AgentsAvailable),
                    (OwnMetricNames.AgentsOnline, AnomalySide.Below, channel == ContactChannel.Voice ? queue.AgentsOnline : null),
                ];
                foreach (var (metric, side, value) in values)
                {
                    if (value is { } known && double.IsFinite(known))
                    {
                        yield return (new WatchedSeries(AlarmGroups.Queue, name, channel, metric, side), known);
                    }
                }
            }
        }
    }
}
