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
