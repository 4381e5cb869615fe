using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Language.Classification.Evaluation;

/// <summary>One answer beside the right one.</summary>
/// <param name="Actual">Number of the right topic; -1 when the text is out of scope, -2 for a topic that the model does not know.</param>
/// <param name="Predicted">Number of the most probable topic.</param>
/// <param name="Confidence">Probability of the most probable topic, 0 to 1.</param>
/// <param name="Verdict">What the classifier makes of it.</param>
public readonly record struct Prediction(int Actual, int Predicted, float Confidence, ContactVerdict Verdict)
{
    /// <summary>The right answer of a text that is out of scope.</summary>
    public const int OutOfScope = -1;

    /// <summary>The right answer of a text whose topic the model does not know.</summary>
    public const int UnknownTopic = -2;

    /// <summary>True when the most probable topic is the right one.</summary>
    public bool IsRight => Actual == Predicted;

    /// <summary>True when no topic is answered at all.</summary>
    public bool IsRefused => Verdict is ContactVerdict.OutOfScope or ContactVerdict.NoText;

    /// <summary>True for a text that is about one of the topics of the data, known to the model or not.</summary>
    public bool IsInScope => Actual != OutOfScope;
}
