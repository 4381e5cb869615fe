using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Contacts.Recommendation;

/// <summary>Something that an agent could offer or do.</summary>
/// <param name="Name">Name of its rule.</param>
/// <param name="Kind">Offer or action.</param>
/// <param name="Text">What the agent reads.</param>
/// <param name="Reason">Why, as plain text.</param>
public sealed record Recommendation(string Name, RecommendationKind Kind, string Text, string Reason);
