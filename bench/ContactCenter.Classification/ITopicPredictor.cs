namespace ContactCenter.Classification;

/// <summary>Something that answers a topic: the classifier or a baseline.</summary>
internal interface ITopicPredictor
{
    /// <summary>The most probable topic of a text.</summary>
    string Predict(string text);
}
