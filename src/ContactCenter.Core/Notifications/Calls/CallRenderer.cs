using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Calls;

/// <summary>Words a message as a telephone call: what the deployed flow reads, in the language of who is called.</summary>
public static class CallRenderer
{
    /// <summary>Most characters of what is said at once and again: about half a minute.</summary>
    public const int MaximumText = 400;

    /// <summary>Most characters of what is said to who wants to hear more: about a minute.</summary>
    public const int MaximumMore = 900;

    /// <summary>A whole account number read aloud tells nobody anything.</summary>
    private const int DigitsOfAccount = 12;

    /// <summary>
    /// A call asks somebody to act: nobody is called to hear that somebody does, or that there is nothing to do any more.
    /// </summary>
    public static bool IsWorthCalling(IncidentMessage message) =>
        message.Occasion is not (Occasion.Acknowledged or Occasion.Mitigated or Occasion.Resolved);

    /// <summary>The call.</summary>
    /// <param name="effect">What to tell, in the words of who is called; its <see cref="NotifyEffect.To"/> is the number.</param>
    /// <param name="language">Two-letter code of those words.</param>
    /// <param name="token">What only this call carries (<see cref="PlacedCall.Token"/>).</param>
    public static OutboundCall Render(NotifyEffect effect, string language, string token)
    {
        var message = effect.Message;
        var name = PlacedCall.NameOf(effect.Id, effect.To);
        return new OutboundCall(
            effect.To,
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            [
                KeyValuePair.Create(CallAttributes.Call, $"{name}/{token}"),
                KeyValuePair.Create(CallAttributes.Language, language),
                KeyValuePair.Create(CallAttributes.Text, SpokenText.Of(Text(message), MaximumText)),
                KeyValuePair.Create(CallAttributes.Menu, SpokenText.Of(message.Say(Sentences.CallMenu), MaximumText)),
                KeyValuePair.Create(CallAttributes.More, SpokenText.Of(More(message), MaximumMore)),
                KeyValuePair.Create(CallAttributes.Unsure, SpokenText.Of(message.Say(Sentences.CallUnsure), MaximumText)),
            ]),
            $"{name}-{Fingerprint.Of(token)}");
    }

    /// <summary>Whether it is an exercise, who calls, how bad it is, why it is told now, what is wrong, where.</summary>
    private static string Text(IncidentMessage message)
    {
        var label = OccasionText.Label(message);
        var (exercise, told) = ExerciseText.Lead(message);
        return Sentenced(
        [
            exercise,
            message.Say(Sentences.CallBegin),
            message.Say(MessageFacts.SeverityWords(message.Severity)),
            label,
            Headline.Of(told),
            string.Join(", ", message.Scope.Split(", ").Where(static part => part.Count(char.IsAsciiDigit) < DigitsOfAccount)),
        ]);
    }

    /// <summary>What the alarm tells, why it is told here, why it is that bad, since when, and what is being done.</summary>
    private static string More(IncidentMessage message) => Sentenced(
    [
        message.Description,
        message.Remark,
        .. MessageFacts.Reasons(message),
        .. MessageFacts.Besides(message)
            .Where(fact => fact.Label == message.Say(Sentences.LabelSince) || fact.Label == message.Say(Sentences.LabelRepair)
                || fact.Label == message.Say(Sentences.LabelOwner))
            .Select(static fact => $"{fact.Label}: {fact.Value}"),
    ]);

    /// <summary>A voice pauses after a full stop.</summary>
    private static string Sentenced(IEnumerable<string?> parts) => string.Join(
        ' ',
        parts.Where(static part => !string.IsNullOrWhiteSpace(part))
            .Select(static part => part!.TrimEnd() is var said && said[^1] is '.' or '!' or '?' ? said : $"{said}."));
}

/// <summary>Attributes of the contact of a call, which the deployed flow reads.</summary>
public static class CallAttributes
{
    /// <summary>Which call it is, with what proves it; the hook is told it.</summary>
    public const string Call = "call";

    /// <summary>Two-letter code of the language: it chooses the voice.</summary>
    public const string Language = "callLanguage";

    /// <summary>What is wrong and where.</summary>
    public const string Text = "callText";

    /// <summary>Which key does what.</summary>
    public const string Menu = "callMenu";

    /// <summary>What else is known.</summary>
    public const string More = "callMore";

    /// <summary>What is said where nobody knows what became of a key.</summary>
    public const string Unsure = "callUnsure";
}

/// <summary>A call, as <c>StartOutboundVoiceContact</c> takes it.</summary>
/// <param name="To">The number, in E.164 form.</param>
/// <param name="Attributes">Contact attributes; together far less than the 32,768 bytes that a contact has.</param>
/// <param name="ClientToken">The same for the same call, so that a repetition rings no second time.</param>
public sealed record OutboundCall(string To, ImmutableSortedDictionary<string, string> Attributes, string ClientToken);
