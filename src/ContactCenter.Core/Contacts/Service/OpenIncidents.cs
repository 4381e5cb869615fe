using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;

namespace ContactCenter.Core.Contacts.Service;

/// <summary>
/// What is broken now and bad enough that callers feel it: incidents of severity P1 and P2 whose alarms are red. One that is mitigated
/// works again.
/// </summary>
/// <param name="All">The incidents, the worst first.</param>
public sealed record OpenIncidents(IReadOnlyList<OpenIncident> All)
{
    /// <summary>More say nothing more to a caller.</summary>
    public const int MaximumLength = 200;

    /// <summary>What stands in the place of an incident's id where a person has forced a queue to its standby.</summary>
    public const string Forced = "forced";

    /// <summary>Nothing is broken.</summary>
    public static OpenIncidents None { get; } = new([]);

    /// <summary>Takes them from the store.</summary>
    public static async ValueTask<OpenIncidents> ReadAsync(
        IIncidentStore store, ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var found = new List<OpenIncident>();
        await foreach (var correlation in store.ActiveAsync(static _ => { }, cancellationToken))
        {
            found.AddRange(Of(correlation, configuration));
        }

        return new OpenIncidents(
        [
            .. found.OrderBy(static incident => incident.Severity).ThenBy(static incident => incident.Since).Take(MaximumLength)
        ]);
    }

    /// <summary>The same, with queues that are forced to their standby: for callers each is one that does not work.</summary>
    /// <param name="queues">Names of the queues.</param>
    /// <param name="now">The time.</param>
    public OpenIncidents With(IReadOnlyCollection<string> queues, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(queues);
        return queues.Count == 0
            ? this
            : new(
            [
                .. queues.Select(queue => new OpenIncident(Forced, AlarmGroups.Queue, queue, Severity.P1, now)),
                .. All.Where(incident => incident.Group != AlarmGroups.Queue || !queues.Contains(incident.Resource)),
            ]);
    }

    /// <summary>What is known, with queues that are forced: these are so also while nothing else is known.</summary>
    /// <param name="known">What is broken; null when it is not known.</param>
    /// <param name="queues">Names of the queues.</param>
    /// <param name="now">The time.</param>
    public static OpenIncidents? Forcing(OpenIncidents? known, IReadOnlyCollection<string> queues, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(queues);
        return queues.Count == 0 ? known : (known ?? None).With(queues, now);
    }

    /// <summary>The worst incident of this resource, or null.</summary>
    public OpenIncident? Find(string group, string resource)
    {
        foreach (var incident in All)
        {
            if (incident.Group == group && string.Equals(incident.Resource, resource, StringComparison.OrdinalIgnoreCase))
            {
                return incident;
            }
        }

        return null;
    }

    /// <summary>
    /// The incidents that a correlation stands for: its own, and one for each red alarm of something else that takes part, as in a storm.
    /// A queue or function of another account, Region or instance is not the caller's, whatever its name.
    /// </summary>
    public static IEnumerable<OpenIncident> Of(Correlation correlation, ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(correlation);
        ArgumentNullException.ThrowIfNull(configuration);
        if (correlation.Key.Location != $"{configuration.Instance.AccountId}/{configuration.Instance.Region}"
            || correlation.Incident is not
            {
                Exercise: null,
                State: IncidentState.Open or IncidentState.Acknowledged,
                Severity: Severity.P1 or Severity.P2
            } incident)
        {
            return [];
        }

        var members = OfMembers(correlation, incident, DeploymentNames.Of(configuration).Prefix).Distinct();
        return correlation.Key.Group == CorrelationKey.StormGroup
            ? members
            : members.Prepend(
                new OpenIncident(incident.Id, correlation.Key.Group, correlation.Key.Resource, incident.Severity, incident.OpenedAt));
    }

    private static IEnumerable<OpenIncident> OfMembers(Correlation correlation, Incident incident, string prefix)
    {
        foreach (var track in correlation.Members.Where(static track => track is { IsRed: true, Severity: Severity.P1 or Severity.P2 }))
        {
            if (track.OwnKey is { } key)
            {
                yield return new OpenIncident(incident.Id, key.Group, key.Resource, track.Severity, incident.OpenedAt);
            }
            else if (correlation.Key.Group == CorrelationKey.StormGroup
                && AlarmName.TryRead(track.Name, prefix, AlarmCatalog.Default, out var definition, out var resource)
                && resource is not null)
            {
                yield return new OpenIncident(incident.Id, definition!.Group, resource, track.Severity, incident.OpenedAt);
            }
        }
    }
}

/// <summary>Something that is broken now.</summary>
/// <param name="Incident">Id of the incident.</param>
/// <param name="Group">Correlation group of the alarm catalog: <c>queue</c>, <c>api</c>, <c>function</c> …</param>
/// <param name="Resource">The queue, API, function … as metrics know it.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Since">When the incident opened.</param>
public sealed record OpenIncident(string Incident, string Group, string Resource, Severity Severity, DateTimeOffset Since);

/// <summary>Port: queues that a person has forced to their standby.</summary>
public interface IForcedQueues
{
    /// <summary>Their names.</summary>
    ValueTask<IReadOnlyCollection<string>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>
/// What a process knows of open incidents, and of queues that are forced. While nothing is broken a look is one query of an index that is
/// empty, half a read unit; two where queues may be forced.
/// </summary>
/// <param name="store">The incidents.</param>
/// <param name="configuration">The configuration.</param>
/// <param name="clock">The time.</param>
/// <param name="forced">The queues that are forced; null where none can be.</param>
public sealed class IncidentView(
    IIncidentStore store, ContactCenterConfiguration configuration, TimeProvider clock, IForcedQueues? forced = null)
{
    /// <summary>A caller hears of an incident, and of its end, so many seconds late at most while the store answers.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(5);

    /// <summary>While the store does not answer, the last known incidents count for so long: most incidents last longer.</summary>
    public static readonly TimeSpan UsefulFor = TimeSpan.FromMinutes(10);

    private readonly KnownView<OpenIncidents> _view =
        new(async stop => await ReadAsync(store, configuration, forced, clock, stop), FreshFor, UsefulFor, clock);

    /// <summary>The newest known incidents, or null. It never throws.</summary>
    public ValueTask<OpenIncidents?> GetAsync() => _view.GetAsync();

    private static async Task<OpenIncidents> ReadAsync(
        IIncidentStore store, ContactCenterConfiguration configuration, IForcedQueues? forced, TimeProvider clock, CancellationToken stop)
    {
        // beside each other: a caller waits for both
        var queues = forced is null ? null : forced.ReadAsync(stop).AsTask();
        var open = await OpenIncidents.ReadAsync(store, configuration, stop);
        return queues is null ? open : open.With(await queues, clock.GetUtcNow());
    }
}
