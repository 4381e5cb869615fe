namespace ContactCenter.Core.Deployment;

/// <summary>How Amazon Connect calls its events of contacts in EventBridge.</summary>
public static class ContactEvents
{
    /// <summary>The product was renamed in 2026, and documents have both: whoever listens to one alone may hear nothing.</summary>
    public static IReadOnlyList<string> DetailTypes { get; } = ["Amazon Connect Contact Event", "Connect Customer Contact Event"];
}
