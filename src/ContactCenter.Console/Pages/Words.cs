using System.Globalization;
using ContactCenter.Core.Api.Alarms;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Settings;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Pages;

/// <summary>Values as people call them.</summary>
internal static class Words
{
    /// <summary>Where an incident stands.</summary>
    public static string Of(IncidentState state) => state switch
    {
        IncidentState.Open => Say.StateOpen,
        IncidentState.Acknowledged => Say.StateAcknowledged,
        IncidentState.Mitigated => Say.StateMitigated,
        _ => Say.StateResolved,
    };

    /// <summary>What an incident was.</summary>
    public static string Of(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Real => Say.VerdictReal,
        VerdictKind.Noise => Say.VerdictNoise,
        VerdictKind.Expected => Say.VerdictExpected,
        _ => Say.VerdictDrill,
    };

    /// <summary>What a line of a timeline is about.</summary>
    public static string Of(TimelineKind kind) => kind switch
    {
        TimelineKind.Opened => Say.KindOpened,
        TimelineKind.Alarm => Say.KindAlarm,
        TimelineKind.Raised => Say.KindRaised,
        TimelineKind.Notified => Say.KindNotified,
        TimelineKind.Held => Say.KindHeld,
        TimelineKind.Person => Say.KindPerson,
        TimelineKind.Expired => Say.KindExpired,
        TimelineKind.SlaMissed => Say.KindMissed,
        TimelineKind.Remediation => Say.KindRepair,
        TimelineKind.Flapping => Say.KindFlapping,
        TimelineKind.Mitigated => Say.KindMitigated,
        TimelineKind.Reopened => Say.KindReopened,
        TimelineKind.Resolved => Say.KindResolved,
        _ => Say.KindContext,
    };

    /// <summary>What somebody does in an incident.</summary>
    public static string Of(IncidentRole role) => role switch
    {
        IncidentRole.Commander => Say.RoleCommander,
        IncidentRole.Communications => Say.RoleCommunications,
        _ => Say.RoleScribe,
    };

    /// <summary>What somebody should look at before they save.</summary>
    public static string Of(PreviewWarning warning) => warning switch
    {
        PreviewWarning.NoEffect => Say.WarningNoEffect,
        PreviewWarning.Gap => Say.WarningGap,
        PreviewWarning.Nobody => Say.WarningNobody,
        PreviewWarning.WaitingStay => Say.WarningWaitingStay,
        _ => Say.WarningHidesGrave,
    };

    /// <summary>How far repairs go.</summary>
    public static string Of(RemediationMode mode) => mode switch
    {
        RemediationMode.Off => Say.RepairsOff,
        RemediationMode.DryRun => Say.RepairsDryRun,
        _ => Say.RepairsAct,
    };

    /// <summary>How customers come.</summary>
    public static string Of(ContactChannel channel) => channel switch
    {
        ContactChannel.Voice => Say.ChannelVoice,
        ContactChannel.Chat => Say.ChannelChat,
        ContactChannel.Task => Say.ChannelTask,
        _ => Say.ChannelEmail,
    };

    /// <summary>By which way somebody is told.</summary>
    public static string Of(Channel channel) => channel switch
    {
        Channel.Email => Say.MediumEmail,
        Channel.Sms => Say.MediumSms,
        Channel.Task => Say.MediumTask,
        Channel.Support => "AWS Support",
        _ => channel.ToString(),
    };

    /// <summary>What ended an incident: a person with what they wrote, a repair that helped, or nobody knows what.</summary>
    public static string EndOf(string? by, string? note, IEnumerable<RemediationRecord> repairs) =>
        by is not null ? string.Join(" ", new[] { Say.EndedBy(by), note }.OfType<string>())
        : repairs.FirstOrDefault(static repair => repair.Helped == true) is { } helped ? Say.EndedAfter(helped.Repair)
        : Say.EndedByItself;

    /// <summary>Whether a repair helped; null: it cannot be told.</summary>
    public static string OfHelped(bool? helped) => helped switch
    {
        true => Say.RepairHelped,
        false => Say.RepairNotHelped,
        _ => Say.RepairUnknown,
    };

    /// <summary>A topic as people read it: <c>card_lost</c> is Card lost.</summary>
    public static string OfTopic(string topic) => topic.Length == 0 ? topic
        : string.Concat(topic[..1].ToUpperInvariant(), topic[1..].Replace('_', ' '));

    /// <summary>A share, of which 100 % is all and nothing less.</summary>
    /// <param name="percent">0 to 100.</param>
    /// <param name="decimals">How many decimals, 0 or 1.</param>
    public static string Percent(double percent, int decimals = 0) => Spoken.Now.Number(
        Percentages.Rounded(percent, decimals).ToString(decimals == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)) + " %";

    /// <summary>What people said of the incidents of an alarm.</summary>
    public static string SaidOf(AlarmView alarm) => alarm.Real + alarm.Noise > 0
        ? Say.SaidOf($"{alarm.Incidents}", $"{alarm.Real}", $"{alarm.Noise}")
        : alarm.Incidents > 0 ? Say.SaidNothing($"{alarm.Incidents}") : "0";

    /// <summary>How an alarm stands; null: nobody knows.</summary>
    public static string Of(AlarmState? state) => state switch
    {
        AlarmState.Alarm => Say.AlarmRed,
        AlarmState.Ok => Say.AlarmQuiet,
        AlarmState.InsufficientData => Say.AlarmNoData,
        _ => Say.AlarmUnchanged,
    };

    /// <summary>What kind of thing people have decided.</summary>
    public static string Of(SettingKind kind) => kind switch
    {
        SettingKind.OnCall => Say.KindOverride,
        SettingKind.Maintenance => Say.KindWork,
        SettingKind.Mutes => Say.KindMute,
        SettingKind.Queues => Say.KindQueue,
        SettingKind.Announcements => Say.KindAnnouncement,
        SettingKind.Holidays => Say.KindHoliday,
        SettingKind.Fallbacks => Say.KindFallback,
        SettingKind.Thresholds => Say.KindThreshold,
        SettingKind.Repairs => Say.KindRepairs,
        _ => Say.KindTraining,
    };

    /// <summary>What was decided, in a few words.</summary>
    public static string Of(Setting setting) => setting switch
    {
        OnCallTakeover one => Say.SettingTakeover(one.Participant, one.Schedule),
        OnCallExchange one => Say.SettingSwap(one.First, one.Second, one.Schedule),
        QueueSwitch { IsOpen: true } one => Say.SettingOpen(one.Queue ?? Say.WholeCenter),
        QueueSwitch one => Say.SettingClosed(one.Queue ?? Say.WholeCenter),
        EmergencyAnnouncement one => Say.SettingAnnouncement(
            one.Queue ?? Say.WholeCenter,
            string.Join(" / ", one.Texts.OrderBy(static text => text.Key, StringComparer.Ordinal).Select(static text => text.Value))),
        HolidayToday one => Say.SettingHoliday(one.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ForcedFallback one => Say.SettingFallback(one.Queue),
        AlarmThreshold one => Say.SettingThreshold(
            one.Alarm, one.Resource ?? "*", Spoken.Now.Number(one.Threshold.ToString(CultureInfo.InvariantCulture))),
        RemediationSwitch one => Say.RepairsAre(Of(one.Mode)),
        TrainingFreeze => Say.SettingTraining,
        _ => setting.Subject,
    };

    /// <summary>What was done to it.</summary>
    public static string Of(SettingAct act) => act switch
    {
        { Undoes: not null } => Say.VerbUndone,
        { After: null } => Say.VerbEnded,
        { Before: null } => Say.VerbMade,
        _ => Say.VerbChanged,
    };

    /// <summary>With what an alarm compares.</summary>
    public static string ConditionOf(AlarmView alarm)
    {
        var limit = Spoken.Now.Number(alarm.Limit);
        var compared = alarm.Comparison switch
        {
            AlarmComparison.GreaterThanOrEqualToThreshold => $"\u2265 {limit}",
            AlarmComparison.GreaterThanThreshold => $"> {limit}",
            AlarmComparison.LessThanOrEqualToThreshold => $"\u2264 {limit}",
            AlarmComparison.LessThanThreshold => $"< {limit}",
            AlarmComparison.GreaterThanUpperThreshold => Say.AboveBand(limit),
            AlarmComparison.LessThanLowerThreshold => Say.BelowBand(limit),
            _ => Say.OutsideBand(limit),
        };
        return Say.Condition(
            compared, $"{alarm.Datapoints}", $"{alarm.Periods}", PageReader.Length(TimeSpan.FromSeconds(alarm.PeriodSeconds)));
    }
}
