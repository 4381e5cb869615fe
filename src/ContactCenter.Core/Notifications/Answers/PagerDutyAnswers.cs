using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>
/// Reads webhooks of PagerDuty (v3): what a person does there counts here. What is none of ours, or means nothing here, is answered with
/// success, because PagerDuty stops a subscription after three answers with 4xx.
/// </summary>
/// <remarks>
/// <c>acknowledged</c>, <c>resolved</c> and <c>annotated</c> become acts, when a person did them: what our own events or the service's
/// time limits did has another agent, so that no change comes back as somebody's. A resolution by which an incident became part of another
/// one ends nothing here. <c>unacknowledged</c> is none: an acknowledgement here expires by its own time, and who is paged there again
/// takes it again. <c>reassigned</c>, <c>delegated</c>, <c>escalated</c> and responders tell who is asked there, and not that somebody
/// works on it. <c>reopened</c> is none, because here alarms bring an incident back.
/// </remarks>
public static class PagerDutyAnswers
{
    /// <summary>PagerDuty sends no larger one (developer.pagerduty.com, "Webhooks, Behavior").</summary>
    public const int MaximumBytes = 256 * 1024;

    /// <summary>
    /// What is older is of no use any more. PagerDuty repeats a webhook for about 20 minutes; so long, and then some, requests are
    /// remembered.
    /// </summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromHours(1);

    private const string Annotated = "incident.annotated";

    /// <summary>Reads a request; the answer has a <see cref="PersonRequest"/> when the event means something to an incident.</summary>
    /// <param name="request">The request.</param>
    /// <param name="keys">Secrets of the subscriptions that may call.</param>
    /// <param name="now">The time.</param>
    public static Answer Read(AnswerRequest request, ImmutableArray<ImmutableArray<byte>> keys, DateTimeOffset now)
    {
        if (request.Method != "POST")
        {
            return Answer.Refuse(405, "POST only.", $"PagerDuty: method {CleanText.Line(request.Method, 16)} refused");
        }

        if (request.Body.Length > MaximumBytes)
        {
            return Answer.Refuse(
                413, "Too large.", $"PagerDuty: a body of {request.Body.Length} bytes refused, at most {MaximumBytes} are read");
        }

        if (PagerDutySignature.Problem(keys, request.Header(PagerDutySignature.Header), request.Body.Span) is { } problem)
        {
            return Answer.Refuse(401, "Not signed by PagerDuty.", $"PagerDuty: {problem}");
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return document.RootElement.Member("event") is { ValueKind: JsonValueKind.Object } told
                ? Read(told, KeyOf(told, request), now)
                : Answer.Refuse(400, "Expected an event.", "PagerDuty: the webhook has no event");
        }
        catch (JsonException)
        {
            return Answer.Refuse(400, "Not JSON.", "PagerDuty: the body is not JSON");
        }
    }

    /// <summary>An event has an id, and the same one when it comes again; where it has none, its body tells it from others.</summary>
    private static string KeyOf(JsonElement told, AnswerRequest request) => ReplayWindow.Key(
        "pagerduty",
        told.Text("id") is { Length: > 0 and <= 200 } id ? id : Convert.ToHexString(SHA256.HashData(request.Body.Span)));

    private static Answer Read(JsonElement told, string key, DateTimeOffset now)
    {
        var type = CleanText.Line(told.Text("event_type"), 64);
        var data = told.Member("data") ?? default;
        var name = NameOf(type == Annotated ? data.Member("incident") ?? default : data);
        if (name is null)
        {
            return Nothing($"{type} is about no incident");
        }

        var incidentId = data.Text("incident_key");
        var answer = Nothing($"{type} of {name} means nothing here") with
        {
            ToolName = new ToolName($"pagerduty-{name}", IncidentName.IsOne(incidentId) ? incidentId : null),
        };
        if (told.Member("agent") is not { } agent || agent.Text("type") is not ("user_reference" or "user"))
        {
            return answer with { Reason = $"PagerDuty: {type} of {name} was no person's act" };
        }

        if (DateTimeOffset.TryParse(
                told.Text("occurred_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var occurred)
            && now - occurred > MaximumAge)
        {
            return answer with { Reason = $"PagerDuty: {type} of {name} is older than {MaximumAge.TotalMinutes:0} minutes" };
        }

        var who = CleanText.Line(agent.Text("summary") is { Length: > 0 } summary ? summary : agent.Text("id"), 100);
        return Acted(type, data, $"{who} (PagerDuty)") is { } acted
            ? answer with
            {
                Body = "Done.",
                Reason = $"PagerDuty: {acted.By} asked for {acted.Action} of {name}",
                Request = new PersonRequest(answer.ToolName!.IncidentId ?? "", acted, key, now + (2 * MaximumAge)),
            }
            : answer;
    }

    private static PersonActed? Acted(string type, JsonElement data, string who) => type switch
    {
        "incident.acknowledged" => new PersonActed(PersonAction.Acknowledge, who),

        // what was merged goes on as a part of another one
        "incident.resolved" when data.Member("resolve_reason") is null => new PersonActed(PersonAction.Resolve, who),
        Annotated when CleanText.Line(data.Text("content"), 300) is { Length: > 0 } note =>
            new PersonActed(PersonAction.Note, who) { Note = note },
        _ => null,
    };

    /// <summary>PagerDuty's own name of an incident, such as <c>PGR0VU2</c>.</summary>
    private static string? NameOf(JsonElement incident) =>
        incident.Text("id") is { Length: > 0 and <= 64 } id && id.All(char.IsAsciiLetterOrDigit) ? id : null;

    private static Answer Nothing(string why) => new(200, "Nothing to do.", $"PagerDuty: {why}");
}
