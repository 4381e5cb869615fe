namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>An Application Auto Scaling target: the range in which it moves one kind of capacity of one table or index.</summary>
/// <param name="Minimum">MinCapacity.</param>
/// <param name="Maximum">MaxCapacity.</param>
public sealed record ScalableTarget(long Minimum, long Maximum);
