namespace ContactCenter.Routing;

/// <summary>How the customers of a class fared.</summary>
/// <param name="Name">The class.</param>
/// <param name="Callers">How many came.</param>
/// <param name="Abandoned">Share that gave up or could not be called back.</param>
/// <param name="InPromise">Share answered within the promise, or called back.</param>
/// <param name="MeanWait">Mean wait on the line in seconds, also of those who gave up.</param>
/// <param name="Wait95">The wait that 95 of 100 stay below, in seconds.</param>
/// <param name="LongestWait">The longest one.</param>
/// <param name="LongestCallback">The longest time until somebody was called back.</param>
/// <param name="Promise">What they are promised, in seconds.</param>
internal sealed record ClassScore(
    string Name, int Callers, double Abandoned, double InPromise, double MeanWait, double Wait95, double LongestWait,
    double LongestCallback, double Promise)
{
    /// <summary>True when more than one in twenty waits longer on the line than the class is promised.</summary>
    public bool IsStarved => Wait95 > Promise;
}
