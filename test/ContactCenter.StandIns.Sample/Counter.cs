namespace ContactCenter.StandIns.Sample;

internal sealed class Counter : ICounter
{
    private int _count;

    public int Next() => Interlocked.Increment(ref _count);
}
