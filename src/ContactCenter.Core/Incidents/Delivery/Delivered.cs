namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>It is done, and is not done again.</summary>
/// <param name="Note">What people should see on the timeline, as a sentence: that another endpoint was used, say. Null: nothing special.</param>
public sealed record Delivered(string? Note = null) : DeliveryResult;
