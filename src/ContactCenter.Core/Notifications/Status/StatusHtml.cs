using System.Globalization;
using System.Text;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Status;

/// <summary>
/// The page in one language: a document without inline script or style that asks nobody anything. Its script marks an update that has not
/// come, because when this is needed nobody may be there to write the page anew.
/// </summary>
internal sealed class StatusHtml
{
    /// <summary>What is over is shown so long.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromDays(90);

    private readonly StringBuilder _page = new();
    private readonly StatusRecord _record;
    private readonly StatusPageSettings _settings;
    private readonly Translation _words;
    private readonly string _language;
    private readonly TimeZoneInfo _zone;
    private readonly DateTimeOffset _now;

    private StatusHtml(StatusRecord record, StatusPageSettings settings, string language, TimeZoneInfo zone, DateTimeOffset now)
    {
        (_record, _settings, _language, _zone, _now) = (record, settings, language, zone, now);
        _words = Translation.Into(language);
    }

    /// <summary>The page.</summary>
    public static string Of(StatusRecord record, StatusPageSettings settings, string language, TimeZoneInfo zone, DateTimeOffset now)
    {
        var page = new StatusHtml(record, settings, language, zone, now);
        page.Write();
        return page._page.ToString();
    }

    /// <summary>Name of the file in a language: the first language has the address itself.</summary>
    public static string FileOf(string language, StatusPageSettings settings) =>
        language == settings.Languages[0] ? "index.html" : $"{language}.html";

    private void Write()
    {
        var title = Encode(StatusText.Of(_settings.Title, _language));
        var worst = _settings.Components.Select(component => _record.StateOf(component.Id)).MaxBy(StatusRecord.Rank);
        _page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{_language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}: {Say(Overall(worst))}</title>
            <link rel="stylesheet" href="status.css">
            <link rel="icon" href="status.svg" type="image/svg+xml">
            <link rel="alternate" type="application/atom+xml" href="{_language}.xml" title="{title}">
            <script src="status.js" defer></script>
            </head>
            <body>
            <header><h1>{title}</h1></header>
            <main>
            <p class="overall {Class(worst)}"><span class="icon" aria-hidden="true">{Icon(worst)}</span> {Say(Overall(worst))}</p>

            """);
        Line($"<p class=\"written\">{Say(Sentences.StatusWritten)} {Time(_now)}</p>");
        StatusNotice[] open =
        [
            .. _record.Notices.Where(static notice => notice.IsOpen)
                .OrderByDescending(static notice => notice.Components.Values.Max(StatusRecord.Rank))
                .ThenByDescending(static notice => notice.Number),
        ];
        foreach (var notice in open)
        {
            Write(notice);
        }

        WriteComponents();
        WriteHistory();
        WriteFooter();
    }

    private void WriteComponents()
    {
        Line($"<section aria-labelledby=\"services\"><h2 id=\"services\">{Say(Sentences.StatusServices)}</h2>");
        Line("<ul class=\"components\">");
        foreach (var component in _settings.Components)
        {
            var state = _record.StateOf(component.Id);
            Line($"<li><span>{Encode(StatusText.Of(component.Name, _language))}</span> <span class=\"state {Class(state)}\">"
                + $"<span class=\"icon\" aria-hidden=\"true\">{Icon(state)}</span> {Say(Name(state))}</span></li>");
        }

        Line("</ul></section>");
    }

    private void WriteHistory()
    {
        Line($"<section aria-labelledby=\"history\"><h2 id=\"history\">{Say(Sentences.StatusHistory)}</h2>");
        StatusNotice[] over = [.. _record.Notices.Where(notice => !notice.IsOpen && _now - notice.Updates[^1].At < Shown).Reverse()];
        if (over.Length == 0)
        {
            Line($"<p>{Say(Sentences.StatusNoHistory)}</p>");
        }

        foreach (var notice in over)
        {
            Write(notice);
        }

        Line("</section>");
    }

    private void WriteFooter()
    {
        Line("<footer>");
        if (_settings.Languages.Count > 1)
        {
            Line($"<nav>{string.Join(' ', _settings.Languages.Select(Link))}</nav>");
        }

        Line($"<p><a href=\"{_language}.xml\">{Say(Sentences.StatusFeed)}</a> <a href=\"status.json\">JSON</a></p>");
        Line($"<p>{Encode(_words.Whole(Sentences.StatusZone(_zone.Id)))}</p>");
        Line("</footer>");
        Line("</main></body></html>");
    }

    private string Link(string language)
    {
        var current = language == _language ? " aria-current=\"page\"" : "";
        return $"<a href=\"{FileOf(language, _settings)}\" lang=\"{language}\" hreflang=\"{language}\"{current}>"
            + $"{(language == "de" ? "Deutsch" : "English")}</a>";
    }

    private void Write(StatusNotice notice)
    {
        var names = _settings.Components.Where(component => notice.Components.ContainsKey(component.Id))
            .Select(component => $"{StatusText.Of(component.Name, _language)}: {_words.Whole(Name(notice.Components[component.Id]))}");
        var (heading, state) = (notice.IsOpen ? "h2" : "h3", notice.Components.Values.MaxBy(StatusRecord.Rank));
        Line($"<article id=\"n{notice.Number}\" class=\"{(notice.IsOpen ? Class(state) : "over")}\">");
        Line($"<{heading}>{Encode(string.Join("; ", names))}</{heading}>");
        var when = notice.IsOpen
            ? $"{Say(Sentences.LabelSince)} {Time(notice.Since)}"
            : $"{Time(notice.Since)} \u2013 {Time(notice.Updates.First(static update => update.Phase == NoticePhase.Resolved).At)}";
        Line($"<p class=\"phase\"><strong>{Say(PhaseName(notice.Phase))}</strong> {when}</p>");
        if (notice is { IsOpen: true, NextUpdateAt: { } next })
        {
            Line($"<p class=\"next\" data-next=\"{Utc(next)}\">{Say(Sentences.StatusNext)} {Time(next)} "
                + $"<strong class=\"late\"{(notice.IsLate(_now) ? "" : " hidden")}>{Say(Sentences.StatusLate)}</strong></p>");
        }

        Line("<ol>");
        foreach (var update in notice.Updates.Reverse())
        {
            var correction = update.IsCorrection ? $" <em>{Say(Sentences.StatusCorrection)}</em>" : "";
            Line($"<li><p class=\"when\">{Time(update.At)} {Say(PhaseName(update.Phase))}{correction}</p>");
            foreach (var paragraph in StatusText.Of(update.Words, _language).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Line($"<p>{Encode(paragraph)}</p>");
            }

            Line("</li>");
        }

        Line("</ol></article>");
    }

    private string Time(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, _zone);
        var shown = _language == "de"
            ? local.ToString("dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture)
            : local.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        return $"<time datetime=\"{Utc(at)}\" title=\"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC\">{shown}</time>";
    }

    private void Line(string text) => _page.Append(text).Append('\n');

    private string Say(string sentence) => Encode(_words.Whole(sentence));

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Encode(string text) => StatusText.Encode(text);

    /// <summary>A state is a word, a sign and a colour: never a colour alone.</summary>
    private static string Icon(ComponentState state) => state switch
    {
        ComponentState.Operational => "\u2713",
        ComponentState.Maintenance => "\u2692",
        ComponentState.Degraded => "\u25b2",
        ComponentState.PartialOutage => "\u25d0",
        _ => "\u2715",
    };

    private static string Class(ComponentState state) => state switch
    {
        ComponentState.Operational => "works",
        ComponentState.Maintenance => "planned",
        ComponentState.Degraded => "slow",
        ComponentState.PartialOutage => "partial",
        _ => "down",
    };

    /// <summary>A state as people say it.</summary>
    internal static string Name(ComponentState state) => state switch
    {
        ComponentState.Operational => Sentences.StatusOperational,
        ComponentState.Maintenance => Sentences.SettingMaintenance,
        ComponentState.Degraded => Sentences.StatusDegraded,
        ComponentState.PartialOutage => Sentences.StatusPartial,
        _ => Sentences.StatusMajor,
    };

    /// <summary>A phase as people say it.</summary>
    internal static string PhaseName(NoticePhase phase) => phase switch
    {
        NoticePhase.Investigating => Sentences.StatusInvestigating,
        NoticePhase.Identified => Sentences.StatusIdentified,
        NoticePhase.Monitoring => Sentences.StatusMonitoring,
        _ => Sentences.StatusResolved,
    };

    private static string Overall(ComponentState worst) => worst switch
    {
        ComponentState.Operational => Sentences.StatusAllWorks,
        ComponentState.Maintenance => Sentences.StatusPlannedWork,
        ComponentState.Degraded => Sentences.StatusSomeSlow,
        ComponentState.PartialOutage => Sentences.StatusSomePartial,
        _ => Sentences.StatusSomeDown,
    };
}
