using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.World;

/// <summary>What Amazon Connect would say about the simulated center: nothing of who waits to be called back.</summary>
internal sealed class SimulatedFigures(ContactCenterSimulation center) : ICenterMetrics, INumbersSource, IWaitSource
{
    public Task<CenterFigures> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(center.Figures with { At = now, Callbacks = null });

    public Task<CenterNumbers> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult(center.Numbers(from, to));

    Task<WaitReading> IWaitSource.ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult(center.Waits(from, to));
}
