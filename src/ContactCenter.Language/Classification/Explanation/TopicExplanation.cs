namespace ContactCenter.Language.Classification.Explanation;

/// <summary>Why a text was given a topic.</summary>
public sealed record TopicExplanation
{
    /// <summary>The topic that is explained.</summary>
    public required string Topic { get; init; }

    /// <summary>Its probability, 0 to 1.</summary>
    public required float Probability { get; init; }

    /// <summary>
    /// Words that make the topic more probable, the strongest first. The weight is by how much the log-odds of the topic fall when the
    /// word is left out: 0.7 halves the odds.
    /// </summary>
    public required IReadOnlyList<Evidence> WordsFor { get; init; }

    /// <summary>Words that make the topic less probable, the strongest first, measured in the same way.</summary>
    public required IReadOnlyList<Evidence> WordsAgainst { get; init; }

    /// <summary>Fragments for which the linear model gives the topic points, the strongest first, in points of its score.</summary>
    public required IReadOnlyList<Evidence> FragmentsFor { get; init; }

    /// <summary>Fragments for which the linear model takes points from the topic, the strongest first.</summary>
    public required IReadOnlyList<Evidence> FragmentsAgainst { get; init; }
}

/// <summary>A word or a fragment of a word that speaks for or against a topic.</summary>
/// <param name="Text">The word as it was written, or the fragment; an underscore marks the edge of a word.</param>
/// <param name="Weight">How much: positive speaks for the topic, negative against it.</param>
public sealed record Evidence(string Text, float Weight);
