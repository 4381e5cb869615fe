namespace ContactCenter.Language.Classification.Training;

/// <summary>What is suspicious about labelled texts.</summary>
public enum DatasetWarningKind
{
    /// <summary>A topic has too few texts to be learned.</summary>
    FewExamples,

    /// <summary>The same words, or all but one of them, are labelled with different topics.</summary>
    NearDuplicateBetweenTopics,

    /// <summary>A test text is among the training texts.</summary>
    TestTextInTraining,

    /// <summary>The texts are in more than one language.</summary>
    MixedLanguages,

    /// <summary>A text has no words.</summary>
    EmptyText,

    /// <summary>A text has characters that were lost when it was saved or read.</summary>
    LostCharacters,
}
