using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.World;

/// <summary>What Amazon Connect would say about the queues of the simulated center.</summary>
internal sealed class SimulatedFigures(ContactCenterSimulation center) : ICenterMetrics
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public Task<CenterFigures> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(new CenterFigures
    {
        At = now,
        Window = Window,
        Queues = (center.Totals.Last?.Queues ?? []).ToDictionary(
            static queue => queue.Name,
            static queue => new QueueFigures { Waiting = queue.Waiting, OldestSeconds = queue.LongestWait.TotalSeconds },
            StringComparer.Ordinal),
    });
}
