namespace ContactCenter.Language.Classification.Scope;

/// <summary>A text that was asked about while a group of topics was unknown.</summary>
/// <param name="Group">The group.</param>
/// <param name="Kind">What the text is to learners that do not know the group.</param>
/// <param name="Signals">What speaks for its being in scope.</param>
internal readonly record struct ScopeProbe(int Group, ScopeProbeKind Kind, float[] Signals);

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
