namespace ContactCenter.Language.Classification.Scope;

/// <summary>What a text is to learners that do not know some topics.</summary>
internal enum ScopeProbeKind
{
    /// <summary>About a topic that they know.</summary>
    InScope,

    /// <summary>About a topic that they do not know.</summary>
    UnknownTopic,

    /// <summary>An example of a text out of scope.</summary>
    OutOfScope,
}
