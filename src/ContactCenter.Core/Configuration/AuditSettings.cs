using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>The trail of who changed what.</summary>
public sealed record AuditSettings
{
    /// <summary>False where an organization's trail records the account already; that must then tell of what must never happen quietly.</summary>
    [Description("false: no trail of its own, because an organization's trail records the account already.")]
    public bool Trail { get; set; } = true;

    /// <summary>How long nobody can delete or change a record, the account's owner neither, in days.</summary>
    [Description("How long nobody can delete or change a record, in days. It can be raised later, not lowered for what is written.")]
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 365;

    /// <summary>After so many days a record moves to cold storage, where reading it takes hours; at least 1.</summary>
    [Description("After so many days a record moves to cold storage, where reading it takes hours.")]
    [Range(1, 3650)]
    public int ColdAfterDays { get; set; } = 90;
}
