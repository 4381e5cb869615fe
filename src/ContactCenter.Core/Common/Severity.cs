namespace ContactCenter.Core.Common;

/// <summary>How bad a trouble is. A lower number is worse, so comparisons read as in speech: P1 &lt; P2.</summary>
public enum Severity
{
    /// <summary>Critical: customers cannot get through or cannot be served.</summary>
    P1 = 1,

    /// <summary>High: the customer's experience is degraded significantly.</summary>
    P2 = 2,

    /// <summary>Medium: needs investigation, no immediate effect on customers.</summary>
    P3 = 3,

    /// <summary>Low: a trend, or a limit that comes closer.</summary>
    P4 = 4,
}
