using ContactCenter.Core.Api.Settings;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Settings;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Windows;

/// <summary>What the page of windows and mutes shows.</summary>
public sealed record WindowModel
{
    /// <summary>Windows and mutes that are not over, the oldest first, because those are forgotten.</summary>
    public required IReadOnlyList<SettingView> Settings { get; init; }

    /// <summary>What was done lately.</summary>
    public required IReadOnlyList<SettingAct> Acts { get; init; }

    /// <summary>What the one that is asked about hides; null: none is asked about.</summary>
    public (string Id, SettingPreview Preview)? Shown { get; init; }

    /// <summary>The alarm that is filled in, because somebody comes from its page.</summary>
    public string? Alarm { get; init; }

    /// <summary>The resource that is filled in.</summary>
    public string? Resource { get; init; }

    /// <summary>What somebody is about to decide; null: nothing yet.</summary>
    public Wish? Wish { get; init; }

    /// <summary>Asks for it.</summary>
    /// <param name="answers">The API.</param>
    /// <param name="shown">Id of the one whose effect is asked for; null: none.</param>
    internal static async Task<(WindowModel? Model, Problem? Problem)> LoadAsync(Answers answers, string? shown)
    {
        var settings = new List<SettingView>();
        var acts = new List<SettingAct>();
        foreach (var kind in new[] { "maintenance", "mutes" })
        {
            var (list, problem) = await answers.GetAsync("/settings", ConsoleJson.Default.SettingList, ("kind", kind));
            if (list is null)
            {
                return (null, problem);
            }

            settings.AddRange(list.Items);
            var (done, _) = await answers.GetAsync("/setting-acts", ConsoleJson.Default.SettingActPage, ("kind", kind), ("limit", "5"));
            acts.AddRange(done?.Items ?? []);
        }

        var model = new WindowModel
        {
            Settings = [.. settings.OrderBy(static one => one.Setting.From)],
            Acts = [.. acts.OrderByDescending(static act => act.At).Take(5)],
        };
        if (settings.FirstOrDefault(one => one.Setting.Id == shown) is { } asked)
        {
            var (preview, problem) = await answers.ActAsync(
                "/settings/preview", WindowForm.Body(asked.Setting), ConsoleJson.Default.SettingPreview, key: null);
            return preview is null ? (null, problem) : (model with { Shown = (asked.Setting.Id, preview) }, null);
        }

        return (model, null);
    }
}
