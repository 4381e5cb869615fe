using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Classification;

/// <summary>The product's classifier.</summary>
internal sealed class ClassifierPredictor(ContactClassifier classifier, SentenceEncoder? encoder = null) : ITopicPredictor
{
    public string Predict(string text) => classifier.Classify(text, encoder: encoder).Topic;
}
