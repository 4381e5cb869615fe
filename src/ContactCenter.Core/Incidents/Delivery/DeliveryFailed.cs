namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>It cannot be done, now or later; the timeline says so.</summary>
/// <param name="Reason">Why, as a sentence without secrets and customer data.</param>
public sealed record DeliveryFailed(string Reason) : DeliveryResult;
