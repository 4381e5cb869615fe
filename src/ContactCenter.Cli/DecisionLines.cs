using System.Globalization;
using ContactCenter.Core.Incidents;
using Spectre.Console;

namespace ContactCenter.Cli;

/// <summary>A decision as lines of a timeline: what happened, then who is told and what is repaired.</summary>
internal static class DecisionLines
{
    public static void Write(IAnsiConsole console, DateTimeOffset at, Decision decision)
    {
        foreach (var line in Of(at, decision, "yyyy-MM-dd HH:mm:ss"))
        {
            console.MarkupLine(line);
        }
    }

    /// <summary>The lines as markup.</summary>
    public static IEnumerable<string> Of(DateTimeOffset at, Decision decision, string timeFormat)
    {
        if (decision.After.Incident is not { } incident || decision.Action is IncidentAction.Ignored or IncidentAction.Repeated)
        {
            yield break;
        }

        var what = decision.Action is IncidentAction.Merged or IncidentAction.Noted && decision.Timeline.Count > 0
            ? decision.Timeline[0].Text
            : $"{incident.Subject}: {incident.Symptom}";
        var time = at.UtcDateTime.ToString(timeFormat, CultureInfo.InvariantCulture);
        var indent = new string(' ', time.Length + 4);
        yield return $"{time}  {Tint.Action(decision.Action)} {Tint.Severity(incident.Severity)} [bold]{incident.Id}[/] "
            + $"{Markup.Escape(what)}";
        foreach (var notify in decision.Effects.OfType<NotifyEffect>().GroupBy(effect => (effect.Audience, effect.Message.Occasion)))
        {
            var ends = string.Join(", ", notify.Select(effect => $"{effect.Channel.ToString().ToLowerInvariant()} {effect.To}"));
            yield return $"{indent}[grey]tells[/] {Markup.Escape(notify.Key.Audience)} [grey]by {Markup.Escape(ends)}[/]";
        }

        foreach (var repair in decision.Effects.OfType<RemediateEffect>())
        {
            yield return $"{indent}[green]repairs[/] {Markup.Escape(repair.Target)} [grey]with {Markup.Escape(repair.Remediation)}[/]";
        }
    }
}
