using System.Globalization;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Status;

/// <summary>Who reads it.</summary>
[JsonConverter(typeof(NamedEnumConverter<StatusAudience>))]
public enum StatusAudience
{
    /// <summary>Customers, and everybody who uses the center: what the page says.</summary>
    Customers,

    /// <summary>Who works with customers: what they can tell them.</summary>
    Staff,

    /// <summary>Who answers for it: how much it is, and what is needed of them.</summary>
    Management,
}

/// <summary>Words for a person to approve, or to change before.</summary>
/// <param name="Audience">Who reads them.</param>
/// <param name="Language">Their language.</param>
/// <param name="Words">The words.</param>
public sealed record StatusDraft(StatusAudience Audience, string Language, string Words);

/// <summary>
/// Drafts about an incident, by severity, audience and phase. They say since when, what is affected, what is done, and when the next update
/// comes; no cause before it is known, and no time by which it works again (docs/design/status-page.md).
/// </summary>
public static class StatusDrafts
{
    /// <summary>When the next update is promised for: the worse it is, the sooner; null: nothing is published of it.</summary>
    public static TimeSpan? Cadence(Severity severity) => severity switch
    {
        Severity.P1 => TimeSpan.FromMinutes(30),
        Severity.P2 => TimeSpan.FromMinutes(60),
        Severity.P3 => TimeSpan.FromHours(2),
        _ => null,
    };

    /// <summary>How a component is that an incident affects, until a person says otherwise.</summary>
    public static ComponentState StateOf(Severity severity) => severity switch
    {
        Severity.P1 => ComponentState.MajorOutage,
        Severity.P2 => ComponentState.PartialOutage,
        Severity.P3 => ComponentState.Degraded,
        _ => ComponentState.Operational,
    };

    /// <summary>The components that an incident affects, as far as its place says; none: a person says it.</summary>
    public static IReadOnlyList<StatusComponentSettings> Affected(Incident incident, StatusPageSettings page) =>
        [.. page.Components.Where(component => component.Queues.Contains(incident.Key.Resource, StringComparer.Ordinal))];

    /// <summary>The drafts, in every language of the page.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="components">What is affected.</param>
    /// <param name="phase">How far one is.</param>
    /// <param name="page">What the page tells of.</param>
    /// <param name="zone">The clock of the words.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<StatusDraft> Of(
        Incident incident,
        IReadOnlyList<StatusComponentSettings> components,
        NoticePhase phase,
        StatusPageSettings page,
        TimeZoneInfo zone,
        DateTimeOffset now) =>
    [
        .. from language in page.Languages
           from audience in Enum.GetValues<StatusAudience>()
           select new StatusDraft(audience, language, Words(incident, components, phase, audience, language, zone, now)),
    ];

    private static string Words(
        Incident incident,
        IReadOnlyList<StatusComponentSettings> components,
        NoticePhase phase,
        StatusAudience audience,
        string language,
        TimeZoneInfo zone,
        DateTimeOffset now)
    {
        var translation = Translation.Into(language);
        var what = components.Count == 0
            ? translation.Whole(Sentences.StatusService)
            : string.Join(", ", components.Select(component => StatusText.Of(component.Name, language)));
        var (since, end) = (Clock(incident.OpenedAt), Clock(now));
        var next = Clock(now + (Cadence(incident.Severity) ?? TimeSpan.FromHours(2)));
        List<string> said =
        [
            phase == NoticePhase.Resolved
                ? Sentences.StatusWasAffected(since, end, what)
                : Sentences.StatusIsAffected(since, what),
            .. phase is NoticePhase.Investigating or NoticePhase.Identified ? [Effect(incident.Severity)] : Array.Empty<string>(),
            Phase(phase, end),
        ];
        if (audience == StatusAudience.Staff && phase != NoticePhase.Resolved)
        {
            said.Add(Sentences.StatusForStaff);
        }

        if (audience == StatusAudience.Management)
        {
            said.Add(Sentences.StatusForManagement(
                $"{incident.Severity}",
                ((long)(now - incident.OpenedAt).TotalMinutes).ToString(CultureInfo.InvariantCulture),
                incident.Acknowledgement?.By ?? Sentences.StatusNobody,
                incident.Id));
        }

        if (phase != NoticePhase.Resolved)
        {
            said.Add(Sentences.StatusNextUpdate(next));
        }

        return string.Join(' ', said.Select(translation.Whole));

        string Clock(DateTimeOffset at) =>
            TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture) + $" ({zone.Id})";
    }

    private static string Effect(Severity severity) => severity switch
    {
        Severity.P1 => Sentences.StatusEffectWorst,
        Severity.P2 => Sentences.StatusEffectSome,
        _ => Sentences.StatusEffectSlow,
    };

    private static string Phase(NoticePhase phase, string end) => phase switch
    {
        NoticePhase.Investigating => Sentences.StatusSayInvestigating,
        NoticePhase.Identified => Sentences.StatusSayIdentified,
        NoticePhase.Monitoring => Sentences.StatusSayMonitoring(end),
        _ => Sentences.StatusSayResolved,
    };
}

/// <summary>Texts of the page.</summary>
internal static class StatusText
{
    /// <summary>A text as a document of HTML or XML holds it; letters of other languages stay as they are.</summary>
    public static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>The name in a language; else the first one.</summary>
    public static string Of(IReadOnlyDictionary<string, string> names, string language) =>
        names.TryGetValue(language, out var own) ? own : names.Values.FirstOrDefault() ?? "";
}
