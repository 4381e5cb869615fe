using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Configuration.Reports;

/// <summary>Reports that are written and sent without anybody asking (docs/design/reviews.md). Without them none are.</summary>
public sealed record ReportSettings
{
    [Description("Audiences whose e-mail addresses get the first page, with a link to the whole report.")]
    public required IReadOnlyList<string> To { get; set; }

    [Description("Whether each week is reported, on the Monday after it.")]
    public bool Weekly { get; set; } = true;

    [Description("Whether each month is reported, on the first day after it.")]
    public bool Monthly { get; set; } = true;

    /// <summary>By then the numbers of the last half hours are read, and those who meet on a Monday have not met.</summary>
    [Description("When they are sent, by the clock of the center, such as 07:00.")]
    public TimeOnly At { get; set; } = new(7, 0);

    [Description("How service levels count: amazonConnect, abandonedMet, abandonedIgnored, abandonedMissed or earlyAbandonedRemoved.")]
    public ServiceLevelFormula Formula { get; set; } = ServiceLevelFormula.AmazonConnect;

    /// <summary>AWS ends a link with the credentials by which it was signed, whatever it says itself.</summary>
    [Description("For how many hours the link in a message opens the report: 1 to 12, and never longer than AWS lets the function sign.")]
    [Range(1, 12)]
    public int LinkHours { get; set; } = 12;

    /// <summary>Talk to the works council first: groups are compared, and agents know who is in them.</summary>
    [Description(
        "True: reports compare agent groups (routing profiles) of five people or more by queue and topic, as hints for coaching.")]
    public bool Coaching { get; set; }
}

/// <summary>
/// Which contacts count as served in time; the same day gives up to five points more or less, so it is said beside the number.
/// </summary>
[JsonConverter(typeof(NamedEnumConverter<ServiceLevelFormula>))]
public enum ServiceLevelFormula
{
    /// <summary>Who left the queue within the target, of who was in it: as Amazon Connect computes it.</summary>
    AmazonConnect,

    /// <summary>Answered or given up within the target, of all answered and given up.</summary>
    AbandonedMet,

    /// <summary>Answered within the target, of all answered.</summary>
    AbandonedIgnored,

    /// <summary>Answered within the target, of all answered and given up.</summary>
    AbandonedMissed,

    /// <summary>Answered within the target, of all but those given up within it.</summary>
    EarlyAbandonedRemoved,
}
