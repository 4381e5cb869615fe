using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Classification;

/// <summary>The product's classifier.</summary>
internal sealed class ClassifierPredictor(ContactClassifier classifier) : ITopicPredictor
{
    public string Predict(string text) => classifier.Classify(text).Topic;
}
