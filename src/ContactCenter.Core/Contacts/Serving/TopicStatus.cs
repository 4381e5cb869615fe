namespace ContactCenter.Core.Contacts.Serving;

/// <summary>How far the answer of the hook can be used.</summary>
public enum TopicStatus
{
    /// <summary>The topic can be acted on.</summary>
    Ok,

    /// <summary>One of the first three topics, but better ask back.</summary>
    Unsure,

    /// <summary>The contact is about nothing that the model knows.</summary>
    OutOfScope,

    /// <summary>The flow gave no text, or only marks, no intent and no key of a menu.</summary>
    NoText,

    /// <summary>The prepared answer: the real one was not there in time, or could not be made.</summary>
    Default,
}
