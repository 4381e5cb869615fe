using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Settings;

/// <summary>
/// Who may decide what while the center runs. An administrator may everything. A responder may what a night shift needs and what cannot
/// make the center do more than the file lets it: change who is on call, hide alarms for a day, stop repairs. What customers hear, where
/// they are led, when an alarm turns red, and letting repairs go again, is decided by administrators.
/// </summary>
internal static class SettingAccess
{
    /// <summary>For longer no responder hides anything: by then an administrator is awake.</summary>
    public static readonly TimeSpan MaximumHiding = TimeSpan.FromDays(1);

    /// <summary>Why a caller may not do it, as a sentence; null: they may.</summary>
    /// <param name="role">The role of the caller.</param>
    /// <param name="before">The setting as it is; null: there is none.</param>
    /// <param name="after">The setting as it would be; null: it would be ended.</param>
    /// <param name="now">The time.</param>
    public static string? Refusal(ApiRole role, Setting? before, Setting? after, DateTimeOffset now)
    {
        return (before ?? after)?.Kind switch
        {
            _ when role >= ApiRole.Administrator => null,
            SettingKind.OnCall => null,
            SettingKind.Maintenance or SettingKind.Mutes =>
                after is null || Remaining(after, now) <= MaximumHiding || (before is not null && IsShorter(before, after))
                ? null
                : Replies.HidingTakesAdministrator($"{(int)MaximumHiding.TotalHours}"),
            SettingKind.Repairs => before is null && after is RemediationSwitch { Mode: RemediationMode.Off }
                ? null
                : Replies.StoppingRepairsOnly,
            _ => Replies.TakesAdministrator,
        };
    }

    /// <summary>True where it hides the same, begins no earlier and ends no later.</summary>
    private static bool IsShorter(Setting before, Setting after) =>
        after.From >= before.From && after.Until <= before.Until && (before, after) switch
        {
            (Mute was, Mute becomes) => was.Alarm == becomes.Alarm && was.Resource == becomes.Resource,
            (PlannedWork was, PlannedWork becomes) =>
                was.Groups.SequenceEqual(becomes.Groups) && was.Resources.SequenceEqual(becomes.Resources),
            _ => false,
        };

    private static TimeSpan Remaining(Setting setting, DateTimeOffset now) =>
        setting.Until is { } until ? until - (setting.From > now ? setting.From : now) : TimeSpan.MaxValue;
}
