namespace ContactCenter.Testing;

/// <summary>
/// Shows the time that it is told, and never lets a wait end: time limits do not pass however slow the machine is, so what is tried always
/// comes to the same end.
/// </summary>
public sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>The time; it may go back too.</summary>
    public DateTimeOffset Now { get; set; } = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

    private sealed class Never : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
