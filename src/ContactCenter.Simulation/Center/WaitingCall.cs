namespace ContactCenter.Simulation.Center;

/// <summary>A call in a queue.</summary>
/// <param name="enteredAt">Second at which it entered.</param>
/// <param name="handleSeconds">How long an agent will need for it.</param>
internal sealed class WaitingCall(long enteredAt, int handleSeconds)
{
    public long EnteredAt { get; } = enteredAt;

    public int HandleSeconds { get; } = handleSeconds;

    /// <summary>True once it was answered or given up.</summary>
    public bool IsGone { get; set; }
}
