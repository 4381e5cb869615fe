namespace ContactCenter.Embedded.Faults;

/// <summary>What will happen, in order of time; of things at the same time, what was put in first comes first.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Func<ValueTask>, (DateTimeOffset At, long Order)> _items = new();
    private long _order;

    public DateTimeOffset? NextAt => _items.TryPeek(out _, out var next) ? next.At : null;

    public void Add(DateTimeOffset at, Func<ValueTask> action) => _items.Enqueue(action, (at, _order++));

    public (DateTimeOffset At, Func<ValueTask> Action) Take()
    {
        _items.TryDequeue(out var action, out var next);
        return (next.At, action!);
    }
}
