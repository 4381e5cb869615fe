namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>What became of an effect that was to be carried out.</summary>
/// <param name="EffectId">The effect.</param>
/// <param name="Attempt">Number of the attempt; 0 when there was none.</param>
/// <param name="Result">The result, or null when there was nothing to do: it was done, or is somebody else's.</param>
public sealed record DeliveryOutcome(string EffectId, int Attempt, DeliveryResult? Result);
