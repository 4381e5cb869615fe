using ContactCenter.Core.Api.Settings;
using ContactCenter.Core.Settings;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Switchboard;

/// <summary>What the switchboard shows.</summary>
public sealed record SwitchboardModel
{
    private const int MaximumActs = 5;

    /// <summary>Kinds of settings that are decided here.</summary>
    public static IReadOnlyList<SettingKind> Kinds { get; } =
        [SettingKind.Queues, SettingKind.Announcements, SettingKind.Holidays, SettingKind.Fallbacks, SettingKind.Repairs];

    /// <summary>What holds now.</summary>
    public required InForceView Now { get; init; }

    /// <summary>What people have decided and is not over, by what ends first.</summary>
    public required IReadOnlyList<SettingView> Settings { get; init; }

    /// <summary>What was done lately.</summary>
    public required IReadOnlyList<SettingAct> Acts { get; init; }

    /// <summary>What somebody is about to decide; null: nothing yet.</summary>
    public Wish? Wish { get; init; }

    /// <summary>Asks for it.</summary>
    internal static async Task<(SwitchboardModel? Model, Problem? Problem)> LoadAsync(Answers answers)
    {
        var (now, problem) = await answers.GetAsync("/in-force", ConsoleJson.Default.InForceView);
        var (settings, unknown) = await answers.GetAsync("/settings", ConsoleJson.Default.SettingList);
        if (now is null || settings is null)
        {
            return (null, problem ?? unknown);
        }

        var (acts, _) = await answers.GetAsync("/setting-acts", ConsoleJson.Default.SettingActPage, ("limit", "100"));
        return (new SwitchboardModel
        {
            Now = now,
            Settings = [.. settings.Items.Where(static one => Kinds.Contains(one.Kind)).OrderBy(static one => one.Setting.Until)],
            Acts = [.. (acts?.Items ?? []).Where(static act => Kinds.Contains(act.Kind)).Take(MaximumActs)],
        }, null);
    }
}
