using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents.Delivery;

/// <summary>
/// A call that was placed for an effect, as the notebook remembers it: the effect waits until a key was pressed, the call has ended, or its
/// time is over. Pure: what became of it is decided by its notes.
/// </summary>
/// <param name="Token">What the call carries, so that nobody can answer in its place who was not called.</param>
/// <param name="PlacedAt">When.</param>
/// <param name="ContactId">The contact in Amazon Connect; null: whether there is one is not known yet.</param>
/// <param name="To">The number.</param>
/// <param name="Audience">Whose endpoint it is.</param>
public sealed record PlacedCall(string Token, DateTimeOffset PlacedAt, string? ContactId, string To, string Audience)
{
    /// <summary>
    /// How long a conversation may take once the telephone has rung: the flow hears a text twice, more of it twice, and waits for keys. It
    /// counts only where nobody told that the call has ended.
    /// </summary>
    public static readonly TimeSpan Conversation = TimeSpan.FromMinutes(6);

    /// <summary>An effect may be tried for a day, and the outcome of its call must be known as long.</summary>
    public static readonly TimeSpan RememberFor = EffectDelivery.GiveUpAfter + TimeSpan.FromDays(1);

    /// <summary>How long an end is remembered for a call that is not written down yet.</summary>
    public static readonly TimeSpan RememberEnd = TimeSpan.FromMinutes(15);

    /// <summary>Outcome: who was called has pressed a key, and nobody else need be told of this message.</summary>
    public const string Reached = "reached";

    /// <summary>Outcome: who was called wants the next one to be told.</summary>
    public const string PassedOn = "passed-on";

    /// <summary>Outcome: the contact is over. What came before it counts.</summary>
    public const string Ended = "ended";

    private const string Prefix = "call-";
    private const string Nothing = "-";

    /// <summary>Length of a fingerprint, and of the hyphen before it.</summary>
    private const int FingerprintLength = 9;

    /// <summary>Name of the note of a call.</summary>
    /// <param name="effectId">The effect that it was placed for.</param>
    /// <param name="to">The number.</param>
    public static string NameOf(string effectId, string to) => $"{Prefix}{effectId}-{Fingerprint.Of(to)}";

    /// <summary>Name of the note of its outcome, which the first who knows it writes.</summary>
    public static string OutcomeOf(string name) => $"{name}-outcome";

    /// <summary>Name of the note that leads from a contact to the call.</summary>
    public static string OfContact(string contactId) => $"{Prefix}contact-{contactId}";

    /// <summary>
    /// Name of the note that a contact has ended, whose ever it was: its end may be told before it is written down which call it is.
    /// </summary>
    public static string EndOf(string contactId) => $"{OfContact(contactId)}-end";

    /// <summary>The effect of a call, by the name of its note; null for what is no such name.</summary>
    public static string? EffectOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length is > 15 and <= 100 && name[^FingerprintLength] == '-'
            && name[Prefix.Length..^FingerprintLength] is var effect && effect.LastIndexOf('.') > 0
            ? effect
            : null;

    /// <summary>Reads a note; null when there is none, or what stands there is none.</summary>
    public static PlacedCall? Read(string? text) =>
        text?.Split(' ', 5) is [var token, var placed, var contact, var to, var audience]
        && long.TryParse(placed, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? new PlacedCall(
                token, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), contact == Nothing ? null : contact, to, audience)
            : null;

    /// <summary>The note.</summary>
    public string Write() =>
        string.Create(CultureInfo.InvariantCulture, $"{Token} {PlacedAt.ToUnixTimeMilliseconds()} {ContactId ?? Nothing} {To} {Audience}");

    /// <summary>When nobody waits for a key any more.</summary>
    /// <param name="ringSeconds">How long the telephone rings.</param>
    public DateTimeOffset Until(int ringSeconds) => PlacedAt + TimeSpan.FromSeconds(ringSeconds) + Conversation;

    /// <summary>What became of it. Only a key that was pressed counts as reached: not a voicemail, not silence, not another key.</summary>
    /// <param name="outcome">The note of its outcome, or null.</param>
    /// <param name="who">Who was called.</param>
    /// <param name="ringSeconds">How long the telephone rings.</param>
    /// <param name="now">The time.</param>
    public ChannelAnswer Answer(string? outcome, string who, int ringSeconds, DateTimeOffset now) => outcome switch
    {
        Reached => new Taken(),
        PassedOn => new Refused(Sentences.CallPassedOn(who), IsPassing: false) { IsUnanswered = true },
        null when now < Until(ringSeconds) => new Underway(Until(ringSeconds)),
        _ => new Refused(Sentences.CallUnanswered, IsPassing: false) { IsUnanswered = true },
    };
}
