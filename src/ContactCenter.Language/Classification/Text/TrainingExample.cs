namespace ContactCenter.Language.Classification.Text;

/// <summary>One labelled text.</summary>
/// <param name="Text">What the customer said or wrote.</param>
/// <param name="Topic">What it is about; <see cref="OutOfScope"/> when it is about none of the topics.</param>
/// <param name="Urgency">How urgent it is, in the words of the people who labelled it; nothing when unknown.</param>
public sealed record TrainingExample(string Text, string Topic, string? Urgency = null)
{
    /// <summary>The topic of texts that are about none of the topics; letter case does not matter.</summary>
    public const string OutOfScope = "oos";

    /// <summary>True for a text that is about none of the topics.</summary>
    public bool IsOutOfScope => Topic.Equals(OutOfScope, StringComparison.OrdinalIgnoreCase);
}
