using ContactCenter.Core.Deployment.Synthetic;

namespace ContactCenter.Core.Contacts.Synthetic;

/// <summary>Amazon Connect, as far as synthetic contacts need it.</summary>
public interface ISyntheticCenter
{
    /// <summary>Share of the quota of concurrent calls that is in use, in percent; null: nobody knows.</summary>
    ValueTask<double?> CallsPercentAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Begins the test case of a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="token">The same token begins it once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<SyntheticBegin> BeginAsync(SyntheticContact contact, string token, CancellationToken cancellationToken);

    /// <summary>How the test case of a contact goes; null while it is under way.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="execution">What <see cref="BeginAsync"/> gave.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<SyntheticOutcome?> ReadAsync(
        SyntheticContact contact, string execution, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Dials the number of a contact; whether that arrives is seen by the flow.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="token">The same token dials once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why it was not dialled, in the words of the service; null: it was.</returns>
    ValueTask<string?> DialAsync(SyntheticContact contact, string token, CancellationToken cancellationToken);

    /// <summary>Tries a contact as a chat, from its begin to its end; at most a minute.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="token">The same token begins it once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<SyntheticOutcome> ChatAsync(SyntheticContact contact, string token, CancellationToken cancellationToken);
}

/// <summary>What became of the begin of a test case.</summary>
/// <param name="Execution">Id of the execution, or null.</param>
/// <param name="Refusal">Why it was not begun, in the words of the service, or null.</param>
/// <param name="IsUnavailable">Whether there are no test cases for it: a chat may be tried instead.</param>
public sealed record SyntheticBegin(string? Execution, string? Refusal, bool IsUnavailable);
