using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Calls;
using ContactCenter.Core.Notifications.Jira;
using ContactCenter.Core.Notifications.PagerDuty;
using ContactCenter.Core.Notifications.ServiceNow;
using ContactCenter.Core.Notifications.Slack;
using ContactCenter.Core.Notifications.Sns;
using ContactCenter.Core.Notifications.Teams;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Notifications.Webhooks;

namespace ContactCenter.Cli.Show;

/// <summary>
/// A message as a person would see it on its channel, in plain text of eighty columns, with its lengths against the limits.
/// </summary>
internal static class ShownView
{
    private const int Width = 76;

    private static readonly int[] AsciiParts = [SnsRenderer.MaximumSms, SnsRenderer.MaximumSmsOfTwo];
    private static readonly int[] Ucs2Parts = [SnsRenderer.MaximumUcs2, SnsRenderer.MaximumUcs2WithLink, SnsRenderer.MaximumUcs2OfThree];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(ShownMessage message)
    {
        var effect = message.Effect;
        yield return Say.ShownTo(ShownPayload.Word(message.Endpoint.Channel), message.Endpoint.To, effect.Audience);
        yield return Say.ShownWhen(
            $"{effect.Message.Severity}",
            ShownPayload.Word(effect.Message.Occasion),
            effect.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        yield return "";
        foreach (var (request, payload) in ShownPayload.Of(message))
        {
            foreach (var line in Body(message.Endpoint.Channel, request, payload).Append(""))
            {
                yield return line.Length == 0 ? "" : $"  {line}";
            }

            foreach (var (what, length, limit) in Limits(message.Endpoint.Channel, request, payload))
            {
                yield return Say.ShownLimit(
                        $"{what,-20}", $"{length,7:#,##0}", $"{limit:#,##0}", length > limit ? "  TOO LONG" : "");
            }
        }

        if (message.Requests.Count == 0)
        {
            yield return Say.ShownNothing;
        }

        if (message.Refusal is { } refusal)
        {
            yield return Say.WouldBeRefused(refusal);
        }
    }

    private static IEnumerable<string> Body(Channel channel, SentRequest request, JsonObject payload) => channel switch
    {
        Channel.Email => [Say.ShownSubject($"{payload["Subject"]}"), "", .. Wrapped(ShownPayload.Text(payload, channel))],
        Channel.Sms => Wrapped(ShownPayload.Text(payload, channel)),
        Channel.Slack => [$"{request.Address.Segments[^1]}", .. payload["blocks"]!.AsArray().SelectMany(Slack)],
        Channel.Teams => [.. Teams(payload["attachments"]![0]!["content"]!.AsObject())],
        Channel.ServiceNow =>
        [
            $"{request.Method} {request.Address.AbsolutePath}", "",
            .. payload.SelectMany(static column => Wrapped($"{column.Key}: {column.Value}")),
        ],
        Channel.Call => [.. Call(payload["Attributes"]!.AsObject())],
        _ =>
        [
            $"{request.Method} {request.Address}",
            .. request.Headers.OrderBy(static header => header.Key, StringComparer.Ordinal)
                .SelectMany(static header => Wrapped($"{header.Key}: {header.Value}")),
            "",
            .. payload.ToJsonString(Pretty).Split('\n').Select(static line => line.TrimEnd('\r')),
        ],
    };

    /// <summary>A call as it is heard: what is said at once, which keys there are, and what is said to who wants to hear more.</summary>
    private static IEnumerable<string> Call(JsonObject attributes) =>
    [
        .. Wrapped($"{attributes[CallAttributes.Text]} {attributes[CallAttributes.Menu]}"), "", "[3]",
        .. Wrapped($"{attributes[CallAttributes.More]}"),
    ];

    /// <summary>Blocks as Slack shows them, one below the other.</summary>
    private static IEnumerable<string> Slack(JsonNode? block)
    {
        IEnumerable<string> lines = (string?)block!["type"] switch
        {
            "header" => [(string)block["text"]!["text"]!],
            "section" when block["fields"] is JsonArray fields => fields.SelectMany(static field =>
                Wrapped(((string)field!["text"]!).Replace("\n", ": ", StringComparison.Ordinal))),
            "section" => Wrapped((string)block["text"]!["text"]!),
            "actions" => Buttons(block["elements"]!.AsArray().Select(static button => (string?)button!["text"]!["text"])),
            _ => block["elements"]!.AsArray().SelectMany(static element => Wrapped((string)element!["text"]!)),
        };
        return lines.Prepend("");
    }

    /// <summary>A card as Teams shows it.</summary>
    private static IEnumerable<string> Teams(JsonObject card)
    {
        foreach (var element in card["body"]!.AsArray())
        {
            var lines = element!["facts"] is JsonArray facts
                ? facts.SelectMany(static fact => Wrapped($"{fact!["title"]}: {Unescaped((string)fact["value"]!)}"))
                : Wrapped(string.Concat(element["inlines"]!.AsArray().Select(static run => (string?)run!["text"])));
            foreach (var line in lines)
            {
                yield return line;
            }
        }

        yield return "";
        foreach (var line in Buttons((card["actions"] as JsonArray ?? []).Select(static action => (string?)action!["title"])))
        {
            yield return line;
        }
    }

    private static IEnumerable<(string What, int Length, int Limit)> Limits(Channel channel, SentRequest request, JsonObject payload)
    {
        var bytes = Encoding.UTF8.GetByteCount(request.Body);
        switch (channel)
        {
            case Channel.Email:
                yield return (Say.SubjectLetters, ((string)payload["Subject"]!).Length, PlainText.MaximumSubject);
                yield return (Say.TextLetters, ShownPayload.Text(payload, channel).Length, SnsRenderer.MaximumEmail);
                break;
            case Channel.Sms:
                var text = ShownPayload.Text(payload, channel);
                yield return Parts(text, text.All(char.IsAscii) ? AsciiParts : Ucs2Parts);
                break;
            case Channel.Slack:
                var blocks = payload["blocks"]!.AsArray();
                var texts = blocks.Where(static block => (string?)block!["type"] is "header" or "section" && block["text"] is not null)
                    .ToLookup(static block => (string)block!["type"]!, static block => ((string)block!["text"]!["text"]!).Length);
                yield return (Say.HeaderLetters, texts["header"].DefaultIfEmpty().Max(), SlackLimits.Header);
                yield return (Say.SectionLetters, texts["section"].DefaultIfEmpty().Max(), SlackLimits.Section);
                yield return ("blocks", blocks.Count, SlackLimits.Blocks);
                yield return (Say.AllBlocks, blocks.ToJsonString(Relaxed).Length, SlackLimits.Message);
                break;
            case Channel.Teams:
                yield return ("bytes", bytes, TeamsRenderer.MaximumBytes);
                break;
            case Channel.ServiceNow:
                yield return (
                    "short_description", ((string?)payload["short_description"] ?? "").Length, ServiceNowRenderer.MaximumShort);
                yield return ("work_notes", ((string?)payload["work_notes"] ?? "").Length, ServiceNowRenderer.MaximumNotes);
                break;
            case Channel.Call:
                yield return (Say.TextLetters, $"{payload["Attributes"]![CallAttributes.Text]}".Length, CallRenderer.MaximumText);
                yield return (Say.MoreLetters, $"{payload["Attributes"]![CallAttributes.More]}".Length, CallRenderer.MaximumMore);
                break;
            case Channel.PagerDuty:
                yield return ("summary", ((string?)payload["payload"]?["summary"] ?? "").Length, PagerDutyRenderer.MaximumSummary);
                yield return ("bytes", bytes, PagerDutyRenderer.MaximumBytes);
                break;
            case Channel.Jira when payload["message"] is not null:
                yield return ("message", ((string)payload["message"]!).Length, JiraRenderer.MaximumMessage);
                yield return ("description", ((string)payload["description"]!).Length, JiraRenderer.MaximumDescription);
                break;
            case Channel.Jira:
                yield return ("note", ((string)payload["note"]!).Length, JiraRenderer.MaximumNote);
                break;
            default:
                yield return ("bytes", bytes, WebhookRenderer.MaximumBytes);
                break;
        }
    }

    /// <summary>The fewest parts that hold a text.</summary>
    private static (string What, int Length, int Limit) Parts(string text, int[] limits)
    {
        var parts = Array.FindIndex(limits, limit => text.Length <= limit) is var found and >= 0 ? found : limits.Length - 1;
        return (parts == 0 ? Say.OnePart : Say.ManyParts($"{parts + 1}"), text.Length, limits[parts]);
    }

    /// <summary>As Teams shows it, which reads Markdown in facts.</summary>
    private static string Unescaped(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            i += markdown[i] == '\\' && i + 1 < markdown.Length && char.IsPunctuation(markdown[i + 1]) ? 1 : 0;
            text.Append(markdown[i]);
        }

        return text.ToString();
    }

    /// <summary>Buttons beside each other; none is broken.</summary>
    private static IEnumerable<string> Buttons(IEnumerable<string?> names)
    {
        const char Joined = '\u00a0';
        return Wrapped(string.Join(' ', names.Select(static name => $"[ {name} ]".Replace(' ', Joined))))
            .Select(static line => line.Replace(Joined, ' '));
    }

    /// <summary>Words on lines that fit; a line with an address stays whole, so that the address can be copied.</summary>
    private static IEnumerable<string> Wrapped(string text)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Contains("://", StringComparison.Ordinal) ? [paragraph] : paragraph.Split(' '))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > Width)
                {
                    yield return line;
                    line = "";
                }

                line = line.Length == 0 ? word : $"{line} {word}";
            }

            yield return line;
        }
    }
}
