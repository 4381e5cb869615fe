using System.Globalization;
using ContactCenter.Core.Api.Alarms;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Api.Knowledge;
using ContactCenter.Core.Api.Settings;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Settings;
using ContactCenter.Web.Board;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Search;

/// <summary>What was found for some words, in everything that the console knows.</summary>
public sealed record SearchModel
{
    /// <summary>So many are shown of each kind; whoever wants more goes to its page.</summary>
    private const int MaximumOfKind = 10;

    /// <summary>What was looked for.</summary>
    public required string Text { get; init; }

    /// <summary>Incidents that are not over.</summary>
    public IReadOnlyList<IncidentSummary> Open { get; init; } = [];

    /// <summary>Incidents of the last three months that are over.</summary>
    public IReadOnlyList<IncidentRecord> Past { get; init; } = [];

    /// <summary>Settings that are not over.</summary>
    public IReadOnlyList<SettingView> Settings { get; init; } = [];

    /// <summary>What was decided lately.</summary>
    public IReadOnlyList<SettingAct> Acts { get; init; } = [];

    /// <summary>Alarms.</summary>
    public IReadOnlyList<AlarmView> Alarms { get; init; } = [];

    /// <summary>Articles that people edit.</summary>
    public IReadOnlyList<ArticleHead> Articles { get; init; } = [];

    /// <summary>Pages.</summary>
    public IReadOnlyList<Room> Pages { get; init; } = [];

    /// <summary>What could not be looked through, and why.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>How many were found.</summary>
    public int Count => Open.Count + Past.Count + Settings.Count + Acts.Count + Alarms.Count + Articles.Count + Pages.Count;

    /// <summary>Asks for it. What cannot be looked through leaves the rest, and is told.</summary>
    /// <param name="answers">The API.</param>
    /// <param name="wanted">What is looked for.</param>
    /// <param name="now">The time.</param>
    internal static async Task<SearchModel> LoadAsync(Answers answers, string? wanted, DateTimeOffset now)
    {
        var text = ListAddress.Text(wanted);
        if (text.Length == 0)
        {
            return new SearchModel { Text = "" };
        }

        var filter = new BoardFilter { Text = text };
        var (open, noOpen) = await answers.GetAsync("/incidents", ConsoleJson.Default.IncidentPage, ("limit", "200"));
        var (past, noPast) = await answers.GetAsync(
            "/history/incidents",
            ConsoleJson.Default.RecordPage,
            ("from", now.UtcDateTime.AddMonths(-2).ToString("yyyy-MM", CultureInfo.InvariantCulture)),
            ("text", text),
            ("limit", "50"));
        var (settings, noSettings) = await answers.GetAsync("/settings", ConsoleJson.Default.SettingList);
        var (acts, noActs) = await answers.GetAsync("/setting-acts", ConsoleJson.Default.SettingActPage, ("limit", "200"));
        var (alarms, noAlarms) = await answers.GetAsync(
            "/alarms", ConsoleJson.Default.AlarmList, ("text", text), ("days", "1"), ("limit", $"{MaximumOfKind}"));
        var (articles, noArticles) = await answers.GetAsync(
            "/knowledge/articles", ConsoleJson.Default.ArticlePage, ("text", text), ("limit", $"{MaximumOfKind}"));

        // where articles are not edited there are none to be found
        noArticles = noArticles?.Status == StatusCodes.Status404NotFound ? null : noArticles;
        return new SearchModel
        {
            Text = text,
            Open = [.. (open?.Items ?? []).Where(filter.Matches).Take(MaximumOfKind)],
            Past = [.. (past?.Items ?? []).Where(static record => record.ResolvedAt is not null).Take(MaximumOfKind)],
            Settings = [.. (settings?.Items ?? []).Where(one => Tells(one.Setting)).Take(MaximumOfKind)],
            Acts = [.. (acts?.Items ?? []).Where(TellsAct).Take(MaximumOfKind)],
            Alarms = alarms?.Items ?? [],
            Articles = articles?.Items ?? [],
            Pages = [.. Rooms.All.Where(room => Has(room.Name) || Has(room.Meaning))],
            Problems = [.. new[] { noOpen, noPast, noSettings, noActs, noAlarms, noArticles }.OfType<Problem>()],
        };

        bool Has(string? word) => word?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

        bool Tells(Setting setting) =>
            Has(setting.Id) || Has(setting.Author) || Has(setting.Reason) || Has(setting.Subject) || Has(Words.Of(setting));

        bool TellsAct(SettingAct act) => Has(act.Author) || Has(act.Reason) || ((act.After ?? act.Before) is { } setting && Tells(setting));
    }
}
