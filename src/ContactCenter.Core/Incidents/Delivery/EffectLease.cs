namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>The right to carry out an effect for a while.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Attempt">1 for the first. It is the token by which a lease that ran out is told from the one that followed.</param>
public sealed record EffectLease(Effect Effect, int Attempt);
