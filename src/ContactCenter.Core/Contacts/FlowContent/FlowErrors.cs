namespace ContactCenter.Core.Contacts.FlowContent;

/// <summary>Errors that actions of the flow language know.</summary>
internal static class FlowErrors
{
    /// <summary>The one that is left when no other matches.</summary>
    public const string Any = "NoMatchingError";

    /// <summary>No condition was met.</summary>
    public const string NoCondition = "NoMatchingCondition";

    /// <summary>The customer did nothing in time.</summary>
    public const string Silence = "InputTimeLimitExceeded";

    /// <summary>The queue takes no more contacts.</summary>
    public const string Full = "QueueAtCapacity";
}
