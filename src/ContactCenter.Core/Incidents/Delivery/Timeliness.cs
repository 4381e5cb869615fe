using System.Globalization;
using ContactCenter.Core.Incidents.Engine;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>
/// Whether a message may still be sent: after an outage, or a wait within an attempt, what is tried again would overtake what came later,
/// and tell of something that is over. Pure: it decides by the incident as it is now.
/// </summary>
public static class Timeliness
{
    /// <summary>Why a message is not sent any more, as the end of a sentence; null while it is the newest for its endpoint.</summary>
    /// <param name="effect">The message.</param>
    /// <param name="correlation">What is known of its incident now; null when a later one has taken its place.</param>
    public static string? Overtaken(NotifyEffect effect, Correlation? correlation)
    {
        var isOpen = effect.Message.State is IncidentState.Open or IncidentState.Acknowledged;
        if (correlation?.Incident is not { } incident)
        {
            return isOpen ? Sentences.ItIsOver : null;
        }

        var endpoint = NewestTelling.Of(effect.Channel, effect.To);
        var newest = incident.Newest.IsDefault ? 0 : incident.Newest.FirstOrDefault(one => one.Endpoint == endpoint)?.Effect ?? 0;
        return newest > NumberOf(effect) ? Sentences.NewerIsTold
            : isOpen && incident.State is IncidentState.Mitigated or IncidentState.Resolved ? Sentences.ItIsOver
            : null;
    }

    /// <summary>
    /// Who has taken since what nobody had, as the end of a sentence, or null: while a telephone rings somebody else may act, and then
    /// nobody is called for it any more.
    /// </summary>
    /// <param name="effect">The message.</param>
    /// <param name="correlation">What is known of its incident now; null when a later one has taken its place.</param>
    public static string? TakenSince(NotifyEffect effect, Correlation? correlation) =>
        effect.Message.State == IncidentState.Open
            && correlation?.Incident is { State: IncidentState.Acknowledged, Acknowledgement.By: { } who }
            ? Sentences.TakenMeanwhile(who)
            : null;

    /// <summary>True while a message is the newest for its endpoint, tells what is so, and nothing holds it.</summary>
    /// <param name="effect">The message.</param>
    /// <param name="correlation">What is known of its incident now; null when a later one has taken its place.</param>
    /// <param name="policy">How the center wants it.</param>
    /// <param name="now">The time.</param>
    public static bool IsTimely(NotifyEffect effect, Correlation? correlation, IncidentPolicy policy, DateTimeOffset now) =>
        effect.IsAmendment || (Overtaken(effect, correlation) is null && HeldUntil(correlation, policy, now) is null);

    /// <summary>What a message that only shows where the incident stands is about.</summary>
    /// <param name="state">Where it stands.</param>
    public static Occasion OccasionOf(IncidentState state) => state switch
    {
        IncidentState.Resolved => Occasion.Resolved,
        IncidentState.Mitigated => Occasion.Mitigated,
        IncidentState.Acknowledged => Occasion.Acknowledged,
        _ => Occasion.Opened,
    };

    /// <summary>Until when nothing may be told of an incident that is not over, or null.</summary>
    /// <param name="correlation">What is known of the incident now.</param>
    /// <param name="policy">How the center wants it.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset? HeldUntil(Correlation? correlation, IncidentPolicy policy, DateTimeOffset now) =>
        correlation?.Incident is { IsActive: true } incident
            ? Holding.Until(incident, correlation.Members, policy, now)
            : null;

    private static int NumberOf(NotifyEffect effect) => effect.Id.LastIndexOf('.') is > 0 and var dot
        && int.TryParse(effect.Id.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MaxValue;
}
