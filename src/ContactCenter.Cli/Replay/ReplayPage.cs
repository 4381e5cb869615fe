using System.Globalization;
using System.Net;
using System.Text;
using ContactCenter.Core.Common;

namespace ContactCenter.Cli.Replay;

/// <summary>
/// The summary as one page that stands by itself: no script, nothing from elsewhere, everything that is not ours HTML-encoded. It
/// follows the reader's light or dark colours, and on a phone each row of a table stands by itself, its numbers named.
/// </summary>
internal static class ReplayPage
{
    /// <summary>So many days, nights and people are listed at most.</summary>
    private const int MaximumRows = 400;

    private const string Style =
        """
        :root { color-scheme: light dark; --ink: #16191f; --soft: #5f6b7a; --paper: #fff; --line: #d5dbdb; --bar: #0b5cad; --red: #b3261e; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #f2f3f3; --soft: #a2acb8; --paper: #16191f; --line: #414d5c; --bar: #6cb2f7; --red: #ff8a80; }
        }
        body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60em; margin: 0 auto; padding: 1em; }
        h1 { font-size: 1.5em; margin-bottom: 0; } h2 { font-size: 1.15em; margin-top: 2em; } p { margin: .4em 0; } .soft { color: var(--soft); }
        .figures { display: flex; flex-wrap: wrap; gap: 1em 1.8em; margin: 1.2em 0; } .figures b { display: block; font-size: 2em; line-height: 1.2; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; min-width: 60%; }
        th, td { text-align: left; padding: .3em .9em .3em 0; border-bottom: 1px solid var(--line); vertical-align: top; }
        th { font-weight: 600; color: var(--soft); white-space: nowrap; } .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .bars { width: 40%; min-width: 8em; } .bar { display: block; height: .55em; margin: .3em 0; background: var(--bar); border-radius: .2em; }
        .bar.red { background: var(--red); } td:first-child { white-space: nowrap; }
        @media (max-width: 40em) {
          tr:first-child { display: none; } tr, td { display: block; } tr { padding: .5em 0; border-bottom: 1px solid var(--line); }
          td { padding: 0; border: 0; } td:first-child { font-weight: 600; white-space: normal; overflow-wrap: anywhere; } .bars { width: auto; }
          td.n { display: inline-block; margin-right: 1em; } td.n::before { content: attr(data-name) " "; color: var(--soft); }
        }
        """;

    /// <summary>The page, UTF-8.</summary>
    public static byte[] Of(ReplaySummary summary, NightHours hours)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"" + Spoken.Now.Language + "\"><head><meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            + $"<title>{Encode(Say.PageTitle)}</title>\n<style>\n");
        page.Append(Style).Append(CultureInfo.InvariantCulture, $"\n</style></head><body><main>\n<h1>{Encode(Say.PageTitle)}</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">{Encode(ReplaySummaryView.Period(summary, hours))}</p>\n");
        AddFigures(page, summary);
        AddLargest(page, summary, hours);
        AddPeople(page, summary);
        AddNights(page, summary);
        AddDays(page, summary);
        AddLeft(page, summary);
        page.Append("</main></body></html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void AddFigures(StringBuilder page, ReplaySummary summary)
    {
        page.Append("<div class=\"figures\">");
        Figure(summary.TurnedRed, Say.PageTurnedRed, ReplaySummaryView.Count(summary.Alarms, Say.OneAlarm, Say.ManyAlarms));
        Figure(
            summary.Incidents,
            Say.SummaryIncidents,
            summary.Incidents == 0 ? ""
                : summary.StillActive == 0 ? ReplaySummaryView.Severities(summary)
                : Say.PageNotOver(ReplaySummaryView.Severities(summary), $"{summary.StillActive}"));
        Figure(summary.Messages, Say.SummaryMessages, Say.PageTo($"{summary.MessagesByPerson.Count}"));
        Figure(summary.MessagesByPerson.Sum(static person => person.AtNight), Say.PageAtNight, NightHours.Words);
        Figure(summary.Repairs, Say.PageRepairs, "");
        page.Append("</div>\n");

        void Figure(int number, string what, string more) => page.Append(
            CultureInfo.InvariantCulture, $"<div><b>{number:#,##0}</b>{Encode(what)}<br><span class=\"soft\">{Encode(more)}</span></div>");
    }

    private static void AddLargest(StringBuilder page, ReplaySummary summary, NightHours hours)
    {
        if (summary.LargestIncidents.Count == 0)
        {
            return;
        }

        Heading(page, Say.OneInsteadOfMany);
        Table(
            page,
            [$"<{Say.PageBegan}", $"<{Say.PageSeverity}", $"<{Say.PageIncident}", Say.PageRed, Say.PageAlarms, Say.PageMessages],
            summary.LargestIncidents.Select(incident => new[]
            {
                ReplaySummaryView.Text(hours.Local(incident.OpenedAt), "ddd d MMM HH:mm"), incident.Severity,
                ReplaySummaryView.Words(incident), Number(incident.TurnedRed), Number(incident.Alarms), Number(incident.Messages),
            }));
    }

    private static void AddPeople(StringBuilder page, ReplaySummary summary)
    {
        if (summary.MessagesByPerson.Count == 0)
        {
            return;
        }

        Heading(page, Say.PageByPerson);
        Table(
            page,
            [$"<{Say.PagePerson}", $"<{Say.PageBy}", Say.PageAll, Say.PageNight, Say.PageWeekend, Say.PageUnanswered, Say.PageNights],
            summary.MessagesByPerson.Take(MaximumRows).Select(static person => new[]
            {
                person.Person, string.Join(", ", person.Channels), Number(person.Messages), Number(person.AtNight),
                Number(person.AtWeekends), Number(person.Unanswered), Number(person.Nights),
            }));
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">{Encode(Say.PagePeopleFoot)}</p>\n");
    }

    private static void AddNights(StringBuilder page, ReplaySummary summary)
    {
        if (summary.Nights.Count == 0)
        {
            return;
        }

        Heading(page, Say.PageNightsHead);
        Table(
            page,
            [$"<{Say.PageNightOne}", Say.PageMessages, $"<{Say.PageWho}"],
            summary.Nights.Take(MaximumRows).Select(static night => new[]
            {
                ReplaySummaryView.Night(night.Night), Number(night.Messages),
                string.Join(", ", night.MessagesByPerson.Select(static pair => $"{pair.Key} {pair.Value}")),
            }));
    }

    private static void AddDays(StringBuilder page, ReplaySummary summary)
    {
        if (summary.Days.Count == 0)
        {
            return;
        }

        var most = Math.Max(1, summary.Days.Max(static day => Math.Max(day.TurnedRed, day.Messages)));
        Heading(page, Say.PageDays);
        page.Append(
            CultureInfo.InvariantCulture,
            $"<div class=\"wide\"><table><tr><th>{Encode(Say.PageDay)}</th><th class=\"n\">{Encode(Say.PageRed)}</th>"
                + $"<th class=\"n\">{Encode(Say.PageIncidents)}</th><th class=\"n\">{Encode(Say.PageMessages)}</th>"
                + $"<th class=\"bars\">{Encode(Say.PageBars)}</th></tr>\n");
        var (red, incidents, messages) = (Name(Say.PageRed), Name(Say.PageIncidents), Name(Say.PageMessages));
        foreach (var day in summary.Days.Take(MaximumRows))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{ReplaySummaryView.Text(day.Day, "ddd d MMM yyyy")}</td>"
                    + $"<td class=\"n\" data-name=\"{red}\">{day.TurnedRed:#,##0}</td>"
                    + $"<td class=\"n\" data-name=\"{incidents}\">{day.Incidents:#,##0}</td>"
                    + $"<td class=\"n\" data-name=\"{messages}\">{day.Messages:#,##0}</td><td class=\"bars\">"
                    + $"<span class=\"bar red\" style=\"width:{100.0 * day.TurnedRed / most:0.#}%\"></span>"
                    + $"<span class=\"bar\" style=\"width:{100.0 * day.Messages / most:0.#}%\"></span></td></tr>\n");
        }

        page.Append("</table></div>\n");
    }

    private static void AddLeft(StringBuilder page, ReplaySummary summary)
    {
        var left = ReplaySummaryView.Left(summary).ToArray();
        if (left.Length == 0)
        {
            return;
        }

        Heading(page, Say.PageLeft);
        foreach (var (what, text) in left)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p><b>{Encode(what)}</b> {Encode(text)}</p>\n");
        }
    }

    private static void Heading(StringBuilder page, string words) =>
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(words)}</h2>\n");

    /// <summary>A heading as it stands beside its number on a phone: in the middle of a line.</summary>
    private static string Name(string heading) => Encode(Spoken.Now.InSentence(heading));

    /// <summary>A table; a heading that begins with &lt; has words below it, every other numbers.</summary>
    private static void Table(StringBuilder page, string[] headings, IEnumerable<string[]> rows)
    {
        var names = headings.Select(static heading => Encode(heading.TrimStart('<'))).ToArray();
        page.Append("<div class=\"wide\"><table><tr>");
        foreach (var (i, name) in names.Index())
        {
            page.Append(CultureInfo.InvariantCulture, $"<th{(headings[i][0] == '<' ? "" : " class=\"n\"")}>{name}</th>");
        }

        page.Append("</tr>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var (i, cell) in row.Index())
            {
                var kind = headings[i][0] == '<' ? "" : $" class=\"n\" data-name=\"{Name(headings[i])}\"";
                page.Append(CultureInfo.InvariantCulture, $"<td{kind}>{Encode(cell)}</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</table></div>\n");
    }

    private static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(CleanText.Line(text, 2000));
}
