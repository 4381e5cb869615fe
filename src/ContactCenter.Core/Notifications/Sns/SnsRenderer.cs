using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Notifications.Webhooks;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Sns;

/// <summary>
/// Words a message for SNS, with a text of its own for e-mail, text messages and functions. Every endpoint of an audience has a
/// subscription to the audience's topic whose filter policy is <c>{"endpoint": ["…"]}</c>, so a message reaches whom it is for.
/// </summary>
public static class SnsRenderer
{
    /// <summary>A text message of one part holds 140 ASCII characters whatever encoding the carrier takes.</summary>
    public const int MaximumSms = 140;

    /// <summary>A text message of one part holds 70 characters of UCS-2, which is taken as soon as one has no place in GSM 03.38.</summary>
    public const int MaximumUcs2 = 70;

    /// <summary>A publish holds 256 KB with its attributes; an e-mail that long is not read, so ours ends far below.</summary>
    public const int MaximumEmail = 16_000;

    /// <summary>
    /// A link goes into a text message only while this much is left for what happened; a short one always leaves it
    /// (<see cref="Links.ShortLinks"/>).
    /// </summary>
    public const int MinimumSmsWords = 16;

    /// <summary>Two parts of UCS-2 hold 134 characters: the link that a message in such letters has is worth the second.</summary>
    public const int MaximumUcs2WithLink = 134;

    /// <summary>
    /// Two parts hold 268 ASCII characters whatever encoding the carrier takes. A P1 or P2 whose words do not fit beside its link takes the
    /// second part: at night half a word is worth less than what the part costs.
    /// </summary>
    public const int MaximumSmsOfTwo = 268;

    /// <summary>Three parts of UCS-2 hold 201 characters, for the same.</summary>
    public const int MaximumUcs2OfThree = 201;

    /// <summary>A longer name of an owner is left out of a text message; those of the catalog fit, in every language.</summary>
    private const int MaximumSmsOwner = 16;

    /// <summary>The longest word for an occasion.</summary>
    private const int MaximumSmsLabel = 20;

    /// <summary>The attribute that filter policies of subscriptions match.</summary>
    public const string EndpointAttribute = "endpoint";

    /// <summary>
    /// How a text message is sent: reliability before price (Amazon SNS developer guide, "Publishing SMS messages"). Without it an account
    /// sends as it is set, which is the cheap way unless somebody changed that.
    /// </summary>
    public const string SmsTypeAttribute = "AWS.SNS.SMS.SMSType";

    /// <summary>The name that a phone shows as the sender.</summary>
    public const string SenderIdAttribute = "AWS.SNS.SMS.SenderID";

    /// <summary>The value of <see cref="EndpointAttribute"/> for an endpoint.</summary>
    public static string EndpointKey(Channel channel, string to) => $"{(channel == Channel.Sms ? "sms" : "email")}:{to}";

    /// <summary>The message.</summary>
    /// <param name="effect">What to tell whom.</param>
    /// <param name="links">Signed links.</param>
    /// <param name="sms">How text messages are sent.</param>
    public static SnsMessage Render(NotifyEffect effect, ActionLinks links, SmsSettings sms)
    {
        var message = effect.Message;
        var email = Email(message, links);
        var body = new JsonObject
        {
            ["default"] = email,
            ["email"] = email,
            ["sms"] = Sms(message, links),
            ["lambda"] = WebhookRenderer.Render(effect).ToJsonString(),
        };
        return new SnsMessage(PlainText.Subject(message), body.ToJsonString(), Attributes(effect, sms));
    }

    /// <summary>How a text message is sent, as message attributes.</summary>
    public static ImmutableSortedDictionary<string, string> SmsAttributes(SmsSettings sms)
    {
        var attributes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        attributes[SmsTypeAttribute] = "Transactional";
        if (sms.SenderId is { } sender)
        {
            attributes[SenderIdAttribute] = sender;
        }

        return attributes.ToImmutable();
    }

    /// <summary>
    /// The essentials in one part of a text message, of a P1 or P2 in two where they do not fit: severity, what, and a link, which names
    /// the incident; without a link since when, and the incident.
    /// </summary>
    public static string Sms(IncidentMessage message, ActionLinks links)
    {
        var (exercise, told) = ExerciseText.Lead(message);
        return Sms(told, links, exercise);
    }

    private static string Sms(IncidentMessage message, ActionLinks links, string exercise)
    {
        var link = links.Offered(message)
            .Select(offered => offered.Address.AbsoluteUri)
            .FirstOrDefault(address => address.All(char.IsAscii));
        if (!AsciiText.Spells(message.Subject) || !AsciiText.Spells(message.Symptom))
        {
            return Ucs2(message, link, exercise);
        }

        var label = AsciiText.Line(OccasionText.Label(message), MaximumSmsLabel);
        var name = AsciiText.Line(MessageFacts.Owner(message), MaximumSmsOwner + 1);
        var owner = name.Length is 0 or > MaximumSmsOwner ? "" : $"({name}) ";
        var word = AsciiText.Line(exercise, MaximumSmsLabel).ToUpperInvariant();
        var begin = $"{word}{message.Severity}{(label.Length == 0 ? "" : $" {label}")} ";
        if (link is null || MaximumSms - begin.Length - link.Length - 1 < MinimumSmsWords)
        {
            var end = $" {Since(message)}, {AsciiText.Line(message.IncidentId, 24)}";
            return $"{begin}{owner}{Headline.Ascii(message, MaximumSms - begin.Length - owner.Length - end.Length)}{end}";
        }

        // what happened comes before whose it is and since when; the page behind the link has all of it
        var room = MaximumSms - begin.Length - link.Length - 1;
        var words = Headline.Ascii(message, MaximumSmsOfTwo);
        if (words.Length > room)
        {
            room = MayTakeMore(message) ? MaximumSmsOfTwo - begin.Length - link.Length - 1 : room;
            words = Headline.Ascii(message, room);
        }

        var whose = words.Length + owner.Length <= room && !words.EndsWith('~') ? owner : "";
        var since = $" {Since(message)}";
        return $"{begin}{whose}{words}{(words.Length + whose.Length + since.Length <= room ? since : "")} {link}";
    }

    /// <summary>"since 10:13, 08:13 UTC".</summary>
    private static string Since(IncidentMessage message)
    {
        var opened = message.OpenedAt.UtcDateTime;
        var utc = string.Create(CultureInfo.InvariantCulture, $"{opened:HH:mm} UTC");
        return message.Say(Sentences.SmsSince(message.Reader.Zone is { } zone
            ? string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTimeFromUtc(opened, zone):HH:mm}, {utc}")
            : utc));
    }

    /// <summary>Letters that ASCII cannot spell tell one alarm from another, so half the room is better than none of them.</summary>
    private static string Ucs2(IncidentMessage message, string? link, string exercise)
    {
        var label = OccasionText.Label(message);
        var start = $"{exercise}{message.Severity}{(label.Length == 0 ? "" : $" {label}")} ";
        var end = $" {link ?? AsciiText.Line(message.IncidentId, 24)}";
        var words = Headline.Of(message);
        var room = (link is null ? MaximumUcs2 : MaximumUcs2WithLink) - start.Length - end.Length;
        if (link is not null && words.Length > room && MayTakeMore(message))
        {
            room = MaximumUcs2OfThree - start.Length - end.Length;
        }

        if (room < 1)
        {
            return Ucs2(message, null, exercise);
        }

        return $"{start}{Headline.Line(message, room)}{end}";
    }

    private static bool MayTakeMore(IncidentMessage message) => message.Severity is Severity.P1 or Severity.P2;

    private static string Email(IncidentMessage message, ActionLinks links)
    {
        var text = new StringBuilder(CleanText.Paragraphs(PlainText.Body(message), MaximumEmail - 4000));
        foreach (var (action, address) in links.Offered(message))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{message.Say(OfferedActions.Label(action))}: {address.AbsoluteUri}\n");
        }

        if (links.Dashboard is { } dashboard)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{message.Say(Sentences.LabelDashboard)}: {dashboard.AbsoluteUri}\n");
        }

        return text.ToString();
    }

    private static ImmutableSortedDictionary<string, string> Attributes(
        NotifyEffect effect, SmsSettings sms) => ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create(EndpointAttribute, EndpointKey(effect.Channel, effect.To)),
            KeyValuePair.Create("audience", CleanText.Line(effect.Audience, 200)),
            KeyValuePair.Create("severity", effect.Message.Severity.ToString()),
            KeyValuePair.Create("occasion", effect.Message.Occasion.ToString()),
            KeyValuePair.Create("incident", effect.IncidentId),
            .. effect.Channel == Channel.Sms ? SmsAttributes(sms) : ImmutableSortedDictionary<string, string>.Empty,
        ]);
}

/// <summary>A message for an SNS topic.</summary>
/// <param name="Subject">For e-mail: one line of 1 to 99 characters.</param>
/// <param name="Body">JSON with a text for each protocol; goes with <c>MessageStructure=json</c>.</param>
/// <param name="Attributes">String attributes for filter policies.</param>
public sealed record SnsMessage(string Subject, string Body, ImmutableSortedDictionary<string, string> Attributes);
