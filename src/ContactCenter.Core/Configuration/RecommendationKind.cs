namespace ContactCenter.Core.Configuration;

/// <summary>What a recommendation asks an agent for.</summary>
public enum RecommendationKind
{
    /// <summary>Something to sell.</summary>
    Offer,

    /// <summary>Something to do for the customer.</summary>
    Action,
}
