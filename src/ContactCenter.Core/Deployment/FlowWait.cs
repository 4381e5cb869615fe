namespace ContactCenter.Core.Deployment;

/// <summary>How long contact flows wait for a hook: what their blocks say, and what alarms are measured by.</summary>
public static class FlowWait
{
    /// <summary>
    /// Amazon Connect waits so many seconds, 1 to 8. A hook answers within two of its own; the rest is for a cold start. The caller hears
    /// nothing meanwhile.
    /// </summary>
    public const int Seconds = 4;

    /// <summary>A hook that has no answer by then gives the prepared one. A designer who leaves a block alone lets it wait 3 seconds.</summary>
    public const int HookMilliseconds = 2000;

    /// <summary>From so much of the wait on an answer is slow: what is left is for the way there and back.</summary>
    public const double SlowShare = 0.8;

    /// <summary>An answer is slow from here on, in milliseconds.</summary>
    public const double SlowMilliseconds = Seconds * 1000 * SlowShare;
}
