using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Notifications.ServiceNow;

/// <summary>
/// What a configuration has written into an incident of ServiceNow. Texts from outside go in by placeholder alone, on one line and bounded;
/// a value that comes to nothing is left out, so that what the instance has as its default stays.
/// </summary>
public static partial class ServiceNowFields
{
    /// <summary>Longest value, in characters: that of a text column as ServiceNow ships it.</summary>
    public const int MaximumValue = 255;

    /// <summary>The column that is written when a record is closed, and only then.</summary>
    public const string CloseCode = "close_code";

    /// <summary>Columns that this system writes itself, and those that ServiceNow reckons.</summary>
    public static readonly FrozenSet<string> Own = FrozenSet.Create(
        StringComparer.Ordinal,
        "active", "close_notes", "comments", "correlation_display", "correlation_id", "description", "impact", "number", "priority",
        "short_description", "state", "sys_id", "urgency", "work_notes");

    /// <summary>What may stand in braces in a value.</summary>
    public static readonly FrozenSet<string> Placeholders =
        FrozenSet.Create(StringComparer.Ordinal, "resource", "group", "queue", "severity", "owner", "incident");

    /// <summary>The names in braces that a value has.</summary>
    public static IEnumerable<string> PlaceholdersOf(string value) => Placeholder().Matches(value).Select(match => match.Groups[1].Value);

    /// <summary>What is written when a record is created.</summary>
    public static IEnumerable<KeyValuePair<string, string>> AtCreation(ServiceNowSettings settings, IncidentMessage message) =>
        Filled([settings.Fields, settings.Severities[message.Severity], OfResource(settings, message)], message)
            .Where(field => field.Key != CloseCode && MayBeWritten(field.Key, message));

    /// <summary>What is written again because the severity rose: what the severity says, unless the resource says otherwise.</summary>
    public static IEnumerable<KeyValuePair<string, string>> AtRaise(ServiceNowSettings settings, IncidentMessage message)
    {
        var ofSeverity = settings.Severities[message.Severity];
        return Filled([ofSeverity, OfResource(settings, message)], message)
            .Where(field => field.Key != CloseCode && MayBeWritten(field.Key, message) && ofSeverity.ContainsKey(field.Key));
    }

    /// <summary>The close code, or null when none is configured.</summary>
    public static string? CloseCodeOf(ServiceNowSettings settings, IncidentMessage message) =>
        Filled([settings.Fields, settings.Severities[message.Severity], OfResource(settings, message)], message)
            .Where(static field => field.Key == CloseCode)
            .Select(static field => field.Value)
            .FirstOrDefault();

    /// <summary>An exercise is nobody's work.</summary>
    private static bool MayBeWritten(string column, IncidentMessage message) =>
        message.Exercise is null || column is not ("assignment_group" or "assigned_to");

    private static IReadOnlyDictionary<string, string> OfResource(ServiceNowSettings settings, IncidentMessage message) =>
        message.Resource is { } resource && settings.Resources.TryGetValue(resource, out var fields)
            ? fields
            : FrozenDictionary<string, string>.Empty;

    private static IEnumerable<KeyValuePair<string, string>> Filled(
        IReadOnlyDictionary<string, string>[] layers, IncidentMessage message) => layers
        .SelectMany(static layer => layer)
        .GroupBy(static field => field.Key, static field => field.Value, StringComparer.Ordinal)
        .Select(field => KeyValuePair.Create(field.Key, Fill(field.Last(), message)))
        .Where(static field => field.Value.Length > 0);

    private static string Fill(string value, IncidentMessage message) =>
        CleanText.Line(Placeholder().Replace(value, match => ValueOf(match.Groups[1].Value, message) ?? ""), MaximumValue).Trim();

    private static string? ValueOf(string placeholder, IncidentMessage message) => placeholder switch
    {
        "resource" => message.Resource,
        "group" => message.Group,
        "queue" when message.Group == AlarmGroups.Queue => message.Resource,
        "severity" => message.Severity.ToString(),
        "owner" => message.Owner,
        "incident" => message.IncidentId,
        _ => null,
    };

    [GeneratedRegex("\\{([^{}]*)\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
