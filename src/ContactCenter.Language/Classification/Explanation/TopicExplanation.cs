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
