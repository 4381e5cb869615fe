using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Embedded.Ports;

/// <summary>
/// There is no contact center on this machine, so nothing of it is known; it says so, as an empty answer alone would not.
/// </summary>
public sealed class EmptyCenter(TextWriter output) : ICenterMetrics, INumbersSource, IWaitSource
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public Task<CenterFigures> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        Tell();
        return Task.FromResult(new CenterFigures { At = now, Window = Window });
    }

    /// <inheritdoc/>
    public Task<CenterNumbers> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        Tell();
        return Task.FromResult(new CenterNumbers());
    }

    /// <inheritdoc/>
    Task<WaitReading> IWaitSource.ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        Tell();
        return Task.FromResult(new WaitReading([], [], []));
    }

    private void Tell() =>
        output.WriteLine("there is no contact center on this machine: nothing was measured, so nothing is collected");
}
