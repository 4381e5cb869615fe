namespace ContactCenter.Core.Deployment;

/// <summary>Names of the remediations. Alarms, effects and stored leases carry them, so they stay what they are.</summary>
public static class RemediationNames
{
    /// <summary>Gives tables the capacity that callers ask for.</summary>
    public const string Capacity = "heal-capacity";

    /// <summary>Lifts the reserved concurrency of a function.</summary>
    public const string ReservedConcurrency = "lift-reserved-concurrency";

    /// <summary>Enables a disabled event source of a function.</summary>
    public const string EventSource = "enable-event-source";

    /// <summary>Puts the emergency flow in the place of one that fails.</summary>
    public const string EmergencyFlow = "switch-to-emergency-flow";

    /// <summary>Sends who is routed into a queue to its standby.</summary>
    public const string QueueFallback = "force-queue-fallback";

    /// <summary>Shifts calls and agents to the Region that stands by.</summary>
    public const string ShiftTraffic = "shift-traffic";
}
