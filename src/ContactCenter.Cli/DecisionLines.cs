using System.Globalization;
using ContactCenter.Core.Incidents;
using Spectre.Console;

namespace ContactCenter.Cli;

/// <summary>A decision as lines of a timeline: what happened, then who is told and what is repaired.</summary>
internal static class DecisionLines
{
    public static void Write(IAnsiConsole console, DateTimeOffset at, Decision decision)
    {
        foreach (var line in Of(at, decision, "yyyy-MM-dd HH:mm:ss'Z'"))
        {
            console.MarkupLine(line);
        }
    }

    /// <summary>The lines as markup.</summary>
    public static IEnumerable<string> Of(DateTimeOffset at, Decision decision, string timeFormat)
    {
        if (What(at, decision, timeFormat) is not var (what, indent))
        {
            yield break;
        }

        yield return what;
        foreach (var notify in decision.Effects.OfType<NotifyEffect>().GroupBy(effect => (effect.Audience, effect.Message.Occasion)))
        {
            var ends = string.Join(", ", notify.Select(effect => $"{Channel(effect)} {effect.To}"));
            yield return Told(indent, notify.Key.Audience, ends);
        }

        foreach (var repair in decision.Effects.OfType<RemediateEffect>())
        {
            yield return $"{indent}[green]{Say.RepairsWord}[/] {Markup.Escape(repair.Target)} "
                + $"[grey]{Say.RepairsWith} {Markup.Escape(repair.Remediation)}[/]";
        }
    }

    /// <summary>The same for a small window: one note a kind, with names and no addresses.</summary>
    public static IEnumerable<string> Brief(DateTimeOffset at, Decision decision, string timeFormat)
    {
        if (What(at, decision, timeFormat) is not var (what, indent))
        {
            yield break;
        }

        yield return what;
        var told = decision.Effects.OfType<NotifyEffect>().ToArray();
        if (told.Length > 0)
        {
            yield return Told(indent, Listed(told.Select(static effect => effect.Audience)), Listed(told.Select(Channel)));
        }

        var repaired = decision.Effects.OfType<RemediateEffect>().Select(static repair => repair.Target).ToArray();
        if (repaired.Length > 0)
        {
            yield return $"{indent}[green]{Say.RepairsWord}[/] {Markup.Escape(Listed(repaired))}";
        }
    }

    /// <summary>What happened, and the indent of what follows from it; null when it is not worth a line.</summary>
    private static (string Line, string Indent)? What(DateTimeOffset at, Decision decision, string timeFormat)
    {
        if (decision.After.Incident is not { } incident || decision.Action is IncidentAction.Ignored or IncidentAction.Repeated)
        {
            return null;
        }

        var what = decision.Action is IncidentAction.Merged or IncidentAction.Noted && decision.Timeline.Count > 0
            ? Spoken.Now.Of(decision.Timeline[0].Text)
            : $"{Spoken.Now.Of(incident.Subject)}: {Spoken.Now.Of(incident.Symptom)}";
        var time = at.UtcDateTime.ToString(timeFormat, CultureInfo.InvariantCulture);
        var line = $"{time}  {Tint.Action(decision.Action)} {Tint.Severity(incident.Severity)} [bold]{incident.Id}[/] "
            + $"{Markup.Escape(what)}";
        return (line, new string(' ', time.Length + 4));
    }

    private static string Told(string indent, string who, string by) =>
        $"{indent}[grey]{Say.Tells}[/] {Markup.Escape(who)} [grey]{Say.TellsBy} {Markup.Escape(by)}[/]";

    private static string Channel(NotifyEffect effect) => effect.Channel.ToString().ToLowerInvariant();

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal));
}
