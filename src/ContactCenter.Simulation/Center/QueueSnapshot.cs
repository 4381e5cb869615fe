namespace ContactCenter.Simulation.Center;

/// <summary>A queue at the end of a minute.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Waiting">Calls that wait.</param>
/// <param name="LongestWait">How long the first of them has waited.</param>
/// <param name="Total">What became of its contacts since the start.</param>
/// <param name="Rejected">Contacts rejected since the start because the queue was full.</param>
public sealed record QueueSnapshot(string Name, int Waiting, TimeSpan LongestWait, Outcome Total, long Rejected);
