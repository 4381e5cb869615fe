using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Forecasting;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Contacts.Routing;

/// <summary>What a contact can expect of a queue.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="IsStaffed">Whether an agent serves it; null when it was not measured.</param>
/// <param name="Wait">Predicted wait; null when it was not measured, or nobody serves the queue.</param>
/// <param name="Incident">Id of the open incident of the queue, or null.</param>
public sealed record QueueOutlook(QueueSettings Queue, bool? IsStaffed, TimeSpan? Wait, string? Incident)
{
    /// <summary>Taken as mean handle time until one was measured: a usual one of service hotlines.</summary>
    public static readonly TimeSpan UsualHandleTime = TimeSpan.FromMinutes(5);

    // A prediction beyond this says nothing, and those who would wait so long are called back.
    private const int MaximumLine = 1000;
    private static readonly TimeSpan MaximumWait = TimeSpan.FromHours(4);

    /// <summary>The outlook of a queue for a contact.</summary>
    public static QueueOutlook Of(QueueSettings queue, ContactPriority priority, RoutingSituation situation, RoutingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(priority);
        ArgumentNullException.ThrowIfNull(situation);
        ArgumentNullException.ThrowIfNull(settings);
        var incident = situation.Incidents?.Find(AlarmGroups.Queue, queue.Name)?.Incident;
        return situation.Queues?.Find(queue.Name) is { } state
            ? new QueueOutlook(queue, state.AgentsStaffed > 0, WaitIn(state, priority, settings.Patience.TotalSeconds), incident)
            : new QueueOutlook(queue, null, null, incident);
    }

    private static TimeSpan? WaitIn(QueueState state, ContactPriority priority, double patience)
    {
        if (state.AgentsStaffed <= 0)
        {
            return null;
        }

        if (state.AgentsAvailable > 0 && state.Waiting <= 0)
        {
            return TimeSpan.Zero;
        }

        var handle = state.AverageHandleSeconds is > 0 and { } measured && double.IsFinite(measured)
            ? measured
            : UsualHandleTime.TotalSeconds;
        var seconds = ErlangA.WaitBehind(Ahead(state, priority), state.AgentsStaffed, handle, patience);
        return TimeSpan.FromSeconds(Math.Min(seconds, MaximumWait.TotalSeconds));
    }

    /// <summary>
    /// Those who have waited longer than the contact's head start; the waits lie evenly between none and the oldest one's.
    /// </summary>
    private static int Ahead(QueueState state, ContactPriority priority)
    {
        var waiting = Math.Clamp(state.Waiting, 0, MaximumLine);
        var head = Math.Max(0, priority.HeadStart.TotalSeconds);
        return priority.IsEmergency || waiting == 0 ? 0
            : head <= 0 ? waiting
            : state.OldestSeconds > head ? (int)Math.Ceiling(waiting * (1 - (head / state.OldestSeconds)))
            : 0;
    }
}
