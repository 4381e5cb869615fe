namespace ContactCenter.Core.Remediation.Failover;

/// <summary>Something that has a place to go to when it fails: a contact flow, a queue, the calls of two Regions.</summary>
public sealed record FailoverState
{
    /// <summary>Its name, as alarms know it.</summary>
    public required string Resource { get; init; }

    /// <summary>Why it cannot be failed over, or null.</summary>
    public FailoverGap? Missing { get; init; }

    /// <summary>How it is now, as the service takes it: the content of a flow, the name of a queue, shares of Regions.</summary>
    public string Now { get; init; } = "";

    /// <summary>The same for people, such as "its own content".</summary>
    public string NowWords { get; init; } = "";

    /// <summary>How it is when it has been failed over.</summary>
    public string Fallback { get; init; } = "";

    /// <summary>The same for people.</summary>
    public string FallbackWords { get; init; } = "";

    /// <summary>
    /// Whether it is failed over: how it is now is its fallback, or what its lease wrote, whatever the fallback has become since. A service
    /// may write the same content in another way.
    /// </summary>
    public bool IsOver { get; init; }
}

/// <summary>What is not there, so that nothing can be failed over.</summary>
/// <param name="What">What is wrong, as a sentence without its end.</param>
/// <param name="Right">What would be right.</param>
public sealed record FailoverGap(string What, string Right);

/// <summary>Sets a thing to a value.</summary>
/// <param name="To">The value, as the service takes it.</param>
/// <param name="Words">The same for people.</param>
public sealed record FailoverChange(string To, string Words)
{
    /// <summary>
    /// Where it brings back from, as that was written then; null where it does not, and in a lease from before this was kept.
    /// </summary>
    public string? From { get; init; }
}

/// <summary>What people allow.</summary>
public sealed record FailoverLimits
{
    /// <summary>After this time it goes back.</summary>
    public required TimeSpan LeaseFor { get; init; }

    /// <summary>It is never failed over longer than this, however often somebody agrees.</summary>
    public TimeSpan MaximumLease { get; init; } = TimeSpan.FromDays(1);

    /// <summary>True when a person has agreed.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Plans are made and told, not done.</summary>
    public bool DryRun { get; init; }

    /// <summary>The kill switch.</summary>
    public bool Stopped { get; init; }
}
