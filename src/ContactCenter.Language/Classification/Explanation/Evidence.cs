namespace ContactCenter.Language.Classification.Explanation;

/// <summary>A word or a fragment of a word that speaks for or against a topic.</summary>
/// <param name="Text">The word as it was written, or the fragment; an underscore marks the edge of a word.</param>
/// <param name="Weight">How much: positive speaks for the topic, negative against it.</param>
public sealed record Evidence(string Text, float Weight);
