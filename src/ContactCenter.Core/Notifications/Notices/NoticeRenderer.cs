using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Notifications.Sns;
using ContactCenter.Core.Notifications.Teams;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Notifications.Webhooks;

namespace ContactCenter.Core.Notifications.Notices;

/// <summary>Words a notice for each channel, within its limits.</summary>
public static class NoticeRenderer
{
    /// <summary>
    /// Longest paragraph of a card of Teams, so that a note of many stays far below <see cref="TeamsRenderer.MaximumBytes"/>.
    /// </summary>
    private const int MaximumParagraph = 1500;

    /// <summary>So many paragraphs have room in a message of Slack or a card of Teams.</summary>
    private const int MaximumParagraphs = 8;

    /// <summary>A message for the topic of an audience, addressed to one of its endpoints.</summary>
    public static SnsMessage Sns(Notice notice, string audience, Endpoint endpoint, SmsSettings sms)
    {
        var email = Email(notice);
        var body = new JsonObject
        {
            ["default"] = email,
            ["email"] = email,
            ["sms"] = Sms(notice),
        };
        return new SnsMessage(
            CleanText.Line(notice.Subject, PlainText.MaximumSubject),
            body.ToJsonString(),
            ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                [
                    KeyValuePair.Create(SnsRenderer.EndpointAttribute, SnsRenderer.EndpointKey(endpoint.Channel, endpoint.To)),
                    KeyValuePair.Create("audience", CleanText.Line(audience, 200)),
                    .. endpoint.Channel == Channel.Sms ? SnsRenderer.SmsAttributes(sms) : ImmutableSortedDictionary<string, string>.Empty,
                ]));
    }

    /// <summary>One part of a text message: 140 characters of ASCII where they spell it, else 70.</summary>
    public static string Sms(Notice notice) => AsciiText.Spells(notice.Brief)
        ? AsciiText.Line(notice.Brief, SnsRenderer.MaximumSms)
        : CleanText.Line(notice.Brief, SnsRenderer.MaximumUcs2);

    /// <summary>A message of Slack, without a channel.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="mention">Id of a user who is called, or null.</param>
    public static JsonObject Slack(Notice notice, string? mention)
    {
        JsonNode[] blocks =
        [
            SlackBlocks.Header(notice.Subject),
            .. mention is null ? Array.Empty<JsonNode>() : [SlackBlocks.Mention([mention])],
            .. notice.Paragraphs.Take(MaximumParagraphs).Select(static paragraph => SlackBlocks.Section(paragraph)),
        ];
        return new JsonObject { ["text"] = SlackText.Line(notice.Subject, 500), ["blocks"] = new JsonArray(blocks) };
    }

    /// <summary>A card of Microsoft Teams, as a Workflows webhook takes it.</summary>
    public static JsonObject Teams(Notice notice) => TeamsCard.Envelope(
        notice.Subject,
        [
            TeamsCard.Text(notice.Subject, 200, "Large", bold: true, "Accent"),
            .. notice.Paragraphs.Take(MaximumParagraphs)
                .SelectMany(static paragraph => CleanText.Paragraphs(paragraph, MaximumParagraph).Split('\n'))
                .Select(static line => TeamsCard.Text(line, MaximumParagraph)),
        ]);

    /// <summary>
    /// What is posted to a webhook: the documented JSON, or the body of the other tool, about an incident of the lowest severity that is
    /// over as it is told, so that no tool opens anything for it.
    /// </summary>
    /// <param name="notice">The notice.</param>
    /// <param name="audience">Name of the audience.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="scope">Where, as incidents tell it.</param>
    /// <param name="secret">A field of the endpoint's secret; throws where there is none.</param>
    public static byte[] Webhook(Notice notice, string audience, Endpoint endpoint, string scope, Func<string, string> secret)
    {
        var message = new IncidentMessage
        {
            Occasion = Occasion.Resolved,
            IncidentId = notice.Id,
            Severity = Severity.P4,
            State = IncidentState.Resolved,
            Subject = notice.Subject,
            Symptom = notice.Brief,
            Description = string.Join(' ', notice.Paragraphs),
            Reasons = [],
            Scope = notice.Reader.Words.Of(scope),
            RunbookUrl = "",
            OpenedAt = notice.At,
            At = notice.At,
            Alarms = 0,
            Changes = 0,
            Reader = notice.Reader,
        };
        return WebhookRenderer.Body(
            new NotifyEffect(notice.Id, notice.Id, notice.At, audience, Channel.Webhook, endpoint.To, message), endpoint, secret);
    }

    private static string Email(Notice notice) =>
        CleanText.Paragraphs($"{notice.Subject}\n\n{string.Join("\n\n", notice.Paragraphs)}\n", SnsRenderer.MaximumEmail);
}
