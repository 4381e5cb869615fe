using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Board;

/// <summary>Which incidents are looked at.</summary>
public enum BoardTab
{
    /// <summary>All that are not over.</summary>
    Open,

    /// <summary>Those of them that the reader has taken or commands.</summary>
    Mine,

    /// <summary>Those of them of which people are not told for a while.</summary>
    Muted,

    /// <summary>Those that are over.</summary>
    Resolved,
}

/// <summary>What a list shows: it stands in the address, so that it can be passed on.</summary>
public sealed record BoardFilter
{
    /// <summary>The tab.</summary>
    public BoardTab Tab { get; init; }

    /// <summary>Only of this severity; null: all.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Only with this text in headline, resource or owner; empty: all.</summary>
    public string Text { get; init; } = "";

    /// <summary>True where something is left out beside the tab.</summary>
    public bool IsNarrow => Severity is not null || Text.Length > 0;

    /// <summary>Reads an address; what cannot be read is not said.</summary>
    public static BoardFilter Of(IQueryCollection query) => new()
    {
        Tab = Enum.TryParse<BoardTab>(query["tab"], ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : BoardTab.Open,
        Severity = ListAddress.Severity(query),
        Text = ListAddress.Text(query["text"]),
    };

    /// <summary>The address of a list.</summary>
    public string Address(string path = "/") => ListAddress.Of(
        path,
        Tab == BoardTab.Open ? null : $"tab={Name(Tab)}",
        Severity is { } severity ? $"severity={severity}" : null,
        Text.Length > 0 ? $"text={Uri.EscapeDataString(Text)}" : null);

    /// <summary>Whether an incident that is not over is shown.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="person">Who looks.</param>
    public bool Shows(IncidentSummary incident, string person) => IsIn(Tab, incident, person) && Matches(incident);

    /// <summary>Whether it is shown but for its tab.</summary>
    public bool Matches(IncidentSummary incident) =>
        (Severity is not { } severity || incident.Severity == severity)
        && (Text.Length == 0
            || new[] { incident.Id, incident.Subject, incident.Symptom, incident.Resource, incident.Owner }
                .Any(word => word.Contains(Text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether an incident that is not over belongs to a tab.</summary>
    public static bool IsIn(BoardTab tab, IncidentSummary incident, string person) => tab switch
    {
        BoardTab.Open => true,
        BoardTab.Mine => incident.AcknowledgedBy == person || incident.Commander == person,
        BoardTab.Muted => incident.HeldUntil is not null || incident.IsSnoozed,
        _ => false,
    };

#pragma warning disable CA1308 // as addresses spell it
    private static string Name(BoardTab tab) => $"{tab}".ToLowerInvariant();
#pragma warning restore CA1308
}
