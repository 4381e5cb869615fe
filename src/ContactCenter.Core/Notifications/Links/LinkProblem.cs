namespace ContactCenter.Core.Notifications.Links;

/// <summary>Why a link does not count.</summary>
public enum LinkProblem
{
    /// <summary>It does not have the form of a link of ours.</summary>
    Malformed,

    /// <summary>It was signed with a key that is not valid (any longer).</summary>
    UnknownKey,

    /// <summary>The signature does not fit: something was changed.</summary>
    WrongSignature,

    /// <summary>It is genuine, but its time is over.</summary>
    Expired,
}
