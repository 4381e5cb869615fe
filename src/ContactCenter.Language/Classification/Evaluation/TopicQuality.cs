namespace ContactCenter.Language.Classification.Evaluation;

/// <summary>How well one topic is recognised.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Texts">Texts that are about it.</param>
/// <param name="Precision">Share of right answers among the texts that were given this topic, 0 to 1; 0 when there were none.</param>
/// <param name="Recall">Share of this topic's texts that were recognised, 0 to 1; 0 when there were none.</param>
public sealed record TopicQuality(string Topic, int Texts, double Precision, double Recall)
{
    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
