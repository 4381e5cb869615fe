using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>When customers are answered from the knowledge base.</summary>
public sealed record SelfServiceSettings
{
    /// <summary>
    /// Probability from which an article is given as the answer; below it an agent is. Higher: fewer answers, fewer wrong ones.
    /// <c>contactcenter knowledge evaluate</c> shows what a value does.
    /// </summary>
    [Description("Probability, 0.3 to 0.99, from which an article is the answer; below it the contact goes to an agent.")]
    [Range(0.3, 0.99)]
    public double MinimumConfidence { get; set; } = 0.5;
}
