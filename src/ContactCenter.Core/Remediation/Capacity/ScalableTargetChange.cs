namespace ContactCenter.Core.Remediation.Capacity;

/// <summary>One call of <c>RegisterScalableTarget</c>: Application Auto Scaling moves the capacity into the new range at once.</summary>
/// <param name="Index">The index, or null for the table.</param>
/// <param name="Kind">Reads or writes.</param>
/// <param name="Target">The new range.</param>
public sealed record ScalableTargetChange(string? Index, CapacityKind Kind, ScalableTarget Target);
