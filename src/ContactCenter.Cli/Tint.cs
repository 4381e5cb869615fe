using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Cli;

/// <summary>Colours of severities and states on a terminal.</summary>
internal static class Tint
{
    /// <summary>The severity in its colour.</summary>
    public static string Severity(Severity severity) => severity switch
    {
        Core.Common.Severity.P1 => "[bold white on red] P1 [/]",
        Core.Common.Severity.P2 => "[bold black on orange1] P2 [/]",
        Core.Common.Severity.P3 => "[black on yellow] P3 [/]",
        _ => "[black on grey] P4 [/]",
    };

    /// <summary>The action in its colour, padded to one width.</summary>
    public static string Action(IncidentAction action)
    {
        var word = ActionWord(action).PadRight(12);
        return action switch
        {
            IncidentAction.Opened or IncidentAction.Unrecognised or IncidentAction.Raised or IncidentAction.Reopened =>
                $"[bold red]{word}[/]",
            IncidentAction.Escalated or IncidentAction.Reminded => $"[orange1]{word}[/]",
            IncidentAction.Acknowledged => $"[deepskyblue1]{word}[/]",
            IncidentAction.Mitigated => $"[yellow]{word}[/]",
            IncidentAction.Resolved => $"[green]{word}[/]",
            _ => $"[grey]{word}[/]",
        };
    }

    private static string ActionWord(IncidentAction action) => action switch
    {
        IncidentAction.Ignored => Say.WordIgnored,
        IncidentAction.Repeated => Say.WordRepeated,
        IncidentAction.Opened => Say.WordOpened,
        IncidentAction.Unrecognised => Say.WordUnrecognised,
        IncidentAction.Merged => Say.WordMerged,
        IncidentAction.Raised => Say.WordRaised,
        IncidentAction.Mitigated => Say.WordMitigated,
        IncidentAction.Reopened => Say.WordReopened,
        IncidentAction.Resolved => Say.WordResolved,
        IncidentAction.Escalated => Say.WordEscalated,
        IncidentAction.Reminded => Say.WordReminded,
        IncidentAction.Acknowledged => Say.WordAcknowledged,
        _ => Say.WordNoted,
    };

    /// <summary>The action as it stands in JSON.</summary>
    public static string ActionName(IncidentAction action) => action.ToString().ToLowerInvariant();
}
