using ContactCenter.Core.Contacts.Complexity;
using ContactCenter.Core.Contacts.Outcomes;

namespace ContactCenter.Simulation.Stores.Outcomes;

/// <summary>How contacts ended, in memory.</summary>
public sealed class InMemoryContactOutcomes : IContactOutcomes
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(DateOnly Day, string Contact), ContactOutcome> _contacts = [];
    private readonly SortedDictionary<DateOnly, OutcomeDay> _days = [];
    private LearnedComplexity? _learned;

    /// <inheritdoc/>
    public ValueTask KeepAsync(DateOnly day, ContactOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        lock (_gate)
        {
            _contacts[(day, outcome.ContactId)] = outcome;
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ContactOutcome>> OfDayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ContactOutcome>>(
                [.. _contacts.Where(one => one.Key.Day == day).Select(static one => one.Value)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(OutcomeDay day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(day);
        lock (_gate)
        {
            _days[day.Day] = day;
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutcomeDay>> SinceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<OutcomeDay>>([.. _days.Values.Where(one => one.Day >= day)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<LearnedComplexity?> ReadComplexityAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_learned);
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteComplexityAsync(LearnedComplexity learned, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _learned = learned;
            return ValueTask.CompletedTask;
        }
    }
}
