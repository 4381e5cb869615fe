namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>It did not work now and is worth another attempt.</summary>
/// <param name="At">Not before this time; the clock looks every minute.</param>
/// <param name="Reason">Why, without secrets and customer data.</param>
public sealed record RetryLater(DateTimeOffset At, string Reason) : DeliveryResult;
