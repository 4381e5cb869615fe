namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>What became of an attempt to carry out an effect: exactly one of the records that derive from this one.</summary>
public abstract record DeliveryResult;
