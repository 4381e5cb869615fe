using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Embedded.Ports;

/// <summary>No Amazon Connect in which a contact could be tried.</summary>
internal sealed class UntriedContacts(TimeProvider clock) : ISyntheticCenter
{
    private const string Why = "there is no Amazon Connect on this machine";

    public ValueTask<double?> CallsPercentAsync(DateTimeOffset now, CancellationToken cancellationToken) => new((double?)null);

    public ValueTask<SyntheticBegin> BeginAsync(SyntheticContact contact, string token, CancellationToken cancellationToken) =>
        new(new SyntheticBegin(null, Why, IsUnavailable: true));

    public ValueTask<SyntheticOutcome?> ReadAsync(
        SyntheticContact contact, string execution, DateTimeOffset now, CancellationToken cancellationToken) =>
        new((SyntheticOutcome?)null);

    public ValueTask<string?> DialAsync(SyntheticContact contact, string token, CancellationToken cancellationToken) => new(Why);

    public ValueTask<SyntheticOutcome> ChatAsync(SyntheticContact contact, string token, CancellationToken cancellationToken) =>
        new(new SyntheticOutcome(SyntheticResult.Unknown, clock.GetUtcNow()) { Text = Why });
}

/// <summary>A topic that nobody listens to.</summary>
internal sealed class UntoldAlarms : IAlarmTopic
{
    public Task PublishAsync(string message, CancellationToken cancellationToken) => Task.CompletedTask;
}
