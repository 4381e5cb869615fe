namespace ContactCenter.Core.Remediation.Runs;

/// <summary>Port: the resources that a remediation reads and changes.</summary>
/// <typeparam name="TState">What is known about one at a moment.</typeparam>
/// <typeparam name="TChange">What can be done to it.</typeparam>
public interface IRepairable<TState, in TChange>
{
    /// <summary>Reads a resource; one that is gone is told by its state, not by an exception.</summary>
    Task<TState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Makes a change.</summary>
    Task<ChangeOutcome> ApplyAsync(string resource, TChange change, CancellationToken cancellationToken);
}
