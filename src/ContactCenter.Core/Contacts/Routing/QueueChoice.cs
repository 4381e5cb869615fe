using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Core.Contacts.Routing;

/// <summary>
/// The queue of a contact. The one of its topic comes first; its standbys, theirs, and the default queue can serve instead. It never
/// chooses a queue without agents while one of these has some.
/// </summary>
/// <param name="Outlook">The chosen queue.</param>
/// <param name="Kind">Why it.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record QueueChoice(QueueOutlook Outlook, RoutingKind Kind, string Reason)
{
    /// <summary>
    /// Another queue must be sooner by this, or by half of the promise: agents who know the topic are worth some waiting.
    /// </summary>
    public static readonly TimeSpan WorthWaiting = TimeSpan.FromSeconds(30);

    // Nobody can promise anything to everybody.
    private const double MaximumPercent = 99;

    /// <summary>
    /// Chooses among the queues that are open; among all of them when none is, so that the flow knows whose callers it sends home.
    /// </summary>
    /// <param name="able">At least one queue, the preferred one first.</param>
    /// <param name="open">Those of them that are open now.</param>
    /// <param name="promise">What the contact is promised.</param>
    public static QueueChoice AmongOpen(IReadOnlyList<QueueOutlook> able, IReadOnlyCollection<QueueSettings> open, TimeSpan promise)
    {
        ArgumentNullException.ThrowIfNull(able);
        ArgumentNullException.ThrowIfNull(open);
        var served = able.Where(outlook => open.Contains(outlook.Queue)).ToArray();
        var choice = Among(served.Length > 0 ? served : able, promise);
        return served.Length == 0 || served[0] == able[0] || choice.Kind == RoutingKind.Unstaffed
            ? choice
            : choice with { Kind = RoutingKind.Overflow, Reason = $"{able[0].Queue.Name} is closed, {choice.Reason}" };
    }

    /// <summary>Chooses among the queues that can serve, the preferred one first.</summary>
    /// <param name="able">At least one queue.</param>
    /// <param name="promise">What the contact is promised: while the preferred queue keeps it, it is kept.</param>
    public static QueueChoice Among(IReadOnlyList<QueueOutlook> able, TimeSpan promise)
    {
        ArgumentNullException.ThrowIfNull(able);
        var preferred = able[0];
        var staffed = able.Skip(1).Where(static other => other.IsStaffed == true).ToArray();
        return preferred.IsStaffed switch
        {
            true => AgainstStaffed(preferred, staffed, promise),
            false => Sooner(staffed, null) is { } other
                ? new QueueChoice(other, RoutingKind.Overflow, $"nobody serves {preferred.Queue.Name}")
                : Unmeasured(able) ?? new QueueChoice(preferred, RoutingKind.Unstaffed, "nobody serves a queue that would do"),
            null => Unknown(preferred, able, staffed),
        };
    }

    /// <summary>
    /// The preferred queue, by name, id or ARN, and those that can stand in for it, in this order, each once. One that the configuration
    /// does not have is the default one.
    /// </summary>
    public static IReadOnlyList<QueueSettings> Able(string? preferred, ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var queues = configuration.Queues;
        var fallback = Find(configuration.Routing.DefaultQueue) ?? queues[0];
        var able = new List<QueueSettings>(4);
        for (var next = Find(preferred) ?? fallback; next is not null && !able.Contains(next); next = Find(next.Standby))
        {
            able.Add(next);
        }

        if (!able.Contains(fallback))
        {
            able.Add(fallback);
        }

        return able;

        QueueSettings? Find(string? name) => NamedQueue.Find(name, configuration);
    }

    private static QueueChoice AgainstStaffed(QueueOutlook preferred, QueueOutlook[] others, TimeSpan promise)
    {
        var wait = preferred.Wait ?? TimeSpan.Zero;
        if (preferred.Incident is { } incident && Sooner(others, wait) is { } standby)
        {
            return new QueueChoice(
                standby, RoutingKind.Incident, $"incident {incident} on {preferred.Queue.Name}, and {standby.Queue.Name} serves sooner");
        }

        var worth = promise / 2 < WorthWaiting ? promise / 2 : WorthWaiting;
        var isBroken = wait > MeanFor(promise, preferred.Queue.ServiceLevelPercent);
        return Sooner(others, wait - worth) is { } other && (isBroken || other.Wait == TimeSpan.Zero)
            ? new QueueChoice(other, RoutingKind.Overflow, $"{other.Queue.Name} serves sooner than {preferred.Queue.Name}")
            : new QueueChoice(preferred, RoutingKind.Preferred, $"{preferred.Queue.Name} serves it");
    }

    /// <summary>
    /// The mean wait at which this share is answered within the promise: waits are about exponential, so the mean must be well below it.
    /// </summary>
    private static TimeSpan MeanFor(TimeSpan promise, double percent) =>
        promise / Math.Max(1, -Math.Log(1 - (Math.Min(percent, MaximumPercent) / 100)));

    private static QueueChoice Unknown(QueueOutlook preferred, IReadOnlyList<QueueOutlook> able, QueueOutlook[] staffed)
    {
        if (staffed.FirstOrDefault(static other => other.Incident is null) is { } other && preferred.Incident is { } incident)
        {
            return new QueueChoice(other, RoutingKind.Incident, $"incident {incident} on {preferred.Queue.Name}");
        }

        return preferred.Incident is { } known
            && able.FirstOrDefault(static one => one.Incident is null && one.IsStaffed != false) is { } standby
            ? new QueueChoice(standby, RoutingKind.Incident, $"incident {known} on {preferred.Queue.Name}")
            : new QueueChoice(preferred, RoutingKind.Preferred, $"{preferred.Queue.Name}; its state is not known");
    }

    private static QueueChoice? Unmeasured(IReadOnlyList<QueueOutlook> able) =>
        able.FirstOrDefault(static other => other.IsStaffed is null) is { } other
            ? new QueueChoice(other, RoutingKind.Overflow, $"nobody serves {able[0].Queue.Name}")
            : null;

    /// <summary>The one with the shortest wait, when that is below a limit.</summary>
    private static QueueOutlook? Sooner(QueueOutlook[] others, TimeSpan? below)
    {
        var soonest = others.MinBy(static other => other.Wait ?? TimeSpan.MaxValue);
        return soonest is not null && (below is null || soonest.Wait < below) ? soonest : null;
    }
}
