namespace ContactCenter.Simulation.Center;

/// <summary>What a flow gets back from a function.</summary>
internal enum FunctionAnswer
{
    /// <summary>Everything that was asked for.</summary>
    Complete,

    /// <summary>A usable default, because a system behind it did not answer.</summary>
    Fallback,

    /// <summary>Nothing: the flow takes its error branch.</summary>
    Error,
}

/// <summary>What became of the contacts of a queue.</summary>
/// <param name="Answered">Answered by an agent.</param>
/// <param name="InTime">Answered within the target.</param>
/// <param name="Abandoned">Given up by the customer.</param>
/// <param name="WaitSeconds">Seconds waited by all of them together.</param>
/// <param name="Waited">Those who waited at all.</param>
public readonly record struct Outcome(long Answered, long InTime, long Abandoned, long WaitSeconds, long Waited)
{
    /// <summary>Answered in time, of all that were answered or given up, 0 to 1; 1 when there were none.</summary>
    public double ServiceLevel => Answered + Abandoned == 0 ? 1 : (double)InTime / (Answered + Abandoned);

    /// <summary>Mean wait in seconds, also of those who gave up.</summary>
    public double MeanWaitSeconds => Answered + Abandoned == 0 ? 0 : (double)WaitSeconds / (Answered + Abandoned);

    /// <summary>Share that gave up, 0 to 1.</summary>
    public double AbandonedShare => Answered + Abandoned == 0 ? 0 : (double)Abandoned / (Answered + Abandoned);

    /// <summary>Both together.</summary>
    public static Outcome operator +(Outcome left, Outcome right) => new(
        left.Answered + right.Answered,
        left.InTime + right.InTime,
        left.Abandoned + right.Abandoned,
        left.WaitSeconds + right.WaitSeconds,
        left.Waited + right.Waited);

    /// <summary>Both together.</summary>
    public static Outcome Add(Outcome left, Outcome right) => left + right;
}
