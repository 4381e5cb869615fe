namespace ContactCenter.Replay;

/// <summary>Measures the processor time of this process, of all its threads together: a rate by it is a rate on one core.</summary>
internal sealed class ProcessorClock
{
    private readonly TimeSpan _start = Environment.CpuUsage.TotalTime;
    private TimeSpan _left;

    public TimeSpan Elapsed => Environment.CpuUsage.TotalTime - _start - _left;

    public static ProcessorClock Start() => new();

    /// <summary>Leaves out a time that belongs to the measuring.</summary>
    public void Leave(TimeSpan time) => _left += time;
}
