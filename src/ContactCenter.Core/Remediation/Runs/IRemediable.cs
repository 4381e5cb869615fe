using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Remediation.Runs;

/// <summary>Port: the resources that a remediation reads and changes.</summary>
/// <typeparam name="TState">What is known about one at a moment.</typeparam>
/// <typeparam name="TChange">What can be done to it.</typeparam>
public interface IRemediable<TState, in TChange>
{
    /// <summary>Reads a resource; one that is gone is told by its state, not by an exception.</summary>
    Task<TState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Makes a change.</summary>
    Task<ChangeOutcome> ApplyAsync(string resource, TChange change, CancellationToken cancellationToken);
}

/// <summary>What became of a change that was sent to the service.</summary>
[JsonConverter(typeof(NamedEnumConverter<ChangeOutcome>))]
public enum ChangeOutcome
{
    /// <summary>The service took it.</summary>
    Done,

    /// <summary>Another change is running (<c>ResourceInUseException</c>, <c>ConcurrentUpdateException</c>).</summary>
    InUse,

    /// <summary>A quota refused it (<c>LimitExceededException</c>); with a decrease in it, the decrease is the likely reason.</summary>
    LimitExceeded,

    /// <summary>The resource is gone (<c>ResourceNotFoundException</c>).</summary>
    Gone,

    /// <summary>The description was stale: the values are already so, or the billing mode changed (<c>ValidationException</c>).</summary>
    Stale,

    /// <summary>The service did not answer properly.</summary>
    Unavailable,
}
