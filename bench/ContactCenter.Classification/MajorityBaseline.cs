using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Classification;

/// <summary>Always answers the most frequent topic.</summary>
internal sealed class MajorityBaseline(IReadOnlyList<TrainingExample> training) : ITopicPredictor
{
    private readonly string _topic = training.CountBy(static e => e.Topic).MaxBy(static topic => topic.Value).Key;

    public string Predict(string text) => _topic;
}
