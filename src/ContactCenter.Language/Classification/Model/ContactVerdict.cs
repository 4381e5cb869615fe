namespace ContactCenter.Language.Classification.Model;

/// <summary>How far an answer can be relied on.</summary>
public enum ContactVerdict
{
    /// <summary>The topic is probable enough to act on.</summary>
    Sure,

    /// <summary>One of the first three topics, but better ask back.</summary>
    Unsure,

    /// <summary>The text is about nothing that the model knows.</summary>
    OutOfScope,

    /// <summary>There is nothing to read: the text is empty or has only marks, such as "?!".</summary>
    NoText,
}
