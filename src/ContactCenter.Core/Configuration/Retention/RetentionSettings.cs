using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration.Retention;

/// <summary>
/// How long the memory keeps what, by kind. Incidents and their history are kept as long as <see cref="IncidentSettings.RetentionDays"/>
/// says: what a list shows can be opened.
/// </summary>
public sealed record RetentionSettings
{
    /// <summary>
    /// How long the changes of alarms are kept, in days; CloudWatch keeps them for 30. The default holds a month and the same one a year
    /// before.
    /// </summary>
    [Description("How long the changes of alarms are kept, in days; CloudWatch forgets them after 30.")]
    [Range(1, 3650)]
    public int AlarmDays { get; set; } = 400;

    /// <summary>
    /// How long configuration changes are kept, in days; at least one, because a change is looked for while an incident is young. The
    /// default is as long as CloudTrail's own event history.
    /// </summary>
    [Description("How long configuration changes are kept, in days.")]
    [Range(1, 3650)]
    public int ChangeDays { get; set; } = 90;

    /// <summary>
    /// How long the numbers of queues and routing profiles are kept, in days; Amazon Connect keeps them for three months. The default lets
    /// every week be compared with the same one a year before.
    /// </summary>
    [Description("How long the numbers of queues and routing profiles by the half hour are kept, in days.")]
    [Range(1, 3650)]
    public int NumbersDays { get; set; } = 400;

    [Description("How long repairs with what they cost and whether they helped are kept, in days.")]
    [Range(1, 3650)]
    public int LeaseDays { get; set; } = 400;

    /// <summary>The default lets everybody's turn of the last two years be seen.</summary>
    [Description("How long exercises with who took part in them are kept, in days.")]
    [Range(1, 3650)]
    public int ExerciseDays { get; set; } = 800;

    /// <summary>The default lets a month be compared with the same one two years before.</summary>
    [Description("How long reports that were written are kept, in days.")]
    [Range(1, 3650)]
    public int ReportDays { get; set; } = 800;
}
