using ContactCenter.Core.Texts;
using ContactCenter.Embedded.Texts;

namespace ContactCenter.Embedded.Faults;

/// <summary>What one run under faults came to.</summary>
/// <param name="Seed">The seed; it replays the run.</param>
/// <param name="Violations">What was promised and not kept, as sentences; empty when every promise held.</param>
/// <param name="Hours">Virtual hours.</param>
/// <param name="AlarmChanges">Alarm changes that happened.</param>
/// <param name="Messages">Messages that arrived.</param>
/// <param name="Faults">Invocations that failed.</param>
/// <param name="Fallbacks">Messages that arrived by a fallback, because the endpoint before it refused them.</param>
/// <param name="Lies">Messages that a channel said it had taken and nobody got.</param>
public sealed record FaultReport(
    long Seed, IReadOnlyList<string> Violations, double Hours, int AlarmChanges, int Messages, int Faults, int Fallbacks, int Lies)
{
    /// <summary>Acts of people by the API and about settings that were answered.</summary>
    public int Acts { get; init; }

    /// <summary>The translation of what was promised and not kept.</summary>
    /// <param name="language">A code such as <c>de</c>; one that has no table gets English.</param>
    public static Translation Words(string language)
    {
        var known = Translation.Into(language).Language;
        return Translation.By(known, PromisesTables.Of(Translation.SourceLanguage), PromisesTables.Of(known));
    }
}
