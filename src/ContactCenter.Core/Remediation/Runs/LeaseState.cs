namespace ContactCenter.Core.Remediation.Runs;

/// <summary>Where a lease stands. It is written before the change and confirmed after it, so that a crash between the two is seen.</summary>
public enum LeaseState
{
    /// <summary>Written down; the change may or may not have been made.</summary>
    Intended,

    /// <summary>The change was made.</summary>
    Held,
}
