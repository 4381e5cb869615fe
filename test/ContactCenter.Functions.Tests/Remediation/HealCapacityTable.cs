using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Runs;

namespace ContactCenter.Functions.Tests.Remediation;

/// <summary>A table whose state and answers a test chooses.</summary>
internal sealed class HealCapacityTable(Func<DateTimeOffset, TableState> state) : ITableCapacity
{
    private readonly List<CapacityChange> _changes = [];

    /// <summary>How it is read.</summary>
    public Func<DateTimeOffset, TableState> State { get; set; } = state;

    /// <summary>What the service says to the next changes; when there is nothing more it takes them.</summary>
    public Queue<ChangeOutcome> Answers { get; } = new();

    /// <summary>When it was read.</summary>
    public List<DateTimeOffset> ReadAt { get; } = [];

    /// <summary>The changes that were sent.</summary>
    public IReadOnlyList<CapacityChange> Changes => _changes;

    public Task<TableState> ReadAsync(string resource, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ReadAt.Add(now);
        return Task.FromResult(State(now));
    }

    public Task<ChangeOutcome> ApplyAsync(string resource, CapacityChange change, CancellationToken cancellationToken)
    {
        _changes.Add(change);
        return Task.FromResult(Answers.TryDequeue(out var answer) ? answer : ChangeOutcome.Done);
    }
}
