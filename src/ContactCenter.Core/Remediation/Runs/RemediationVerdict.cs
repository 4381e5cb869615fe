namespace ContactCenter.Core.Remediation.Runs;

/// <summary>Whether a change did what it was made for.</summary>
public enum RemediationVerdict
{
    /// <summary>Its window is not over, or the metrics are not there yet.</summary>
    TooEarly,

    /// <summary>The trouble is gone.</summary>
    Helped,

    /// <summary>The trouble is still there at the end of the window: the severity rises and people are told what was tried.</summary>
    DidNotHelp,
}
