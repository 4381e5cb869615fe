using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Jira;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>
/// Reads outgoing webhooks of Jira Service Management's alerts, and of Opsgenie's, which have the same shape (support.atlassian.com,
/// "Alert action data"). They are not signed: who calls is known by a token in a header that the integration is told to send.
/// </summary>
/// <remarks>
/// <c>Acknowledge</c>, <c>Close</c> and <c>AddNote</c> become acts, when a person did them: what came through an integration, ours among
/// them, or was done by a rule, is no person's act. <c>UnAcknowledge</c>, <c>Snooze</c> and <c>Delete</c> do not: an acknowledgement here
/// expires by its own time, and that an alert is hidden there makes nothing better here. Owners, teams, tags and escalations tell who is
/// asked there, and not that somebody works on it.
/// </remarks>
public static class JiraAnswers
{
    /// <summary>An alert's description has at most 15,000 characters, and its details 8,000; more is not read.</summary>
    public const int MaximumBytes = 256 * 1024;

    /// <summary>Fewer characters of a token could be guessed.</summary>
    public const int MinimumToken = 32;

    /// <summary>What is older is of no use any more; so long, and then some, requests are remembered.</summary>
    public static readonly TimeSpan MaximumAge = TimeSpan.FromHours(1);

    private const string Scheme = "Bearer ";

    /// <summary>Reads a request; the answer has a <see cref="PersonRequest"/> when the action means something to an incident.</summary>
    /// <param name="request">The request.</param>
    /// <param name="token">The token that the integration sends in <c>authorization</c>.</param>
    /// <param name="now">The time.</param>
    public static Answer Read(AnswerRequest request, ImmutableArray<byte> token, DateTimeOffset now)
    {
        if (request.Method != "POST")
        {
            return Answer.Refuse(405, "POST only.", $"Jira: method {CleanText.Line(request.Method, 16)} refused");
        }

        if (!IsOf(token, request.Header("authorization")))
        {
            return Answer.Refuse(401, "Unknown token.", "Jira: the request's token is missing or wrong");
        }

        if (request.Body.Length > MaximumBytes)
        {
            return Answer.Refuse(
                413, "Too large.", $"Jira: a body of {request.Body.Length} bytes refused, at most {MaximumBytes} are read");
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return document.RootElement.Text("action") is { Length: > 0 } action
                && document.RootElement.Member("alert") is { ValueKind: JsonValueKind.Object } alert
                    ? Read(document.RootElement, CleanText.Line(action, 64), alert, KeyOf(request), now)
                    : Answer.Refuse(400, "Expected action and alert.", "Jira: the webhook lacks action or alert");
        }
        catch (JsonException)
        {
            return Answer.Refuse(400, "Not JSON.", "Jira: the body is not JSON");
        }
    }

    /// <summary>Compared as hashes, in constant time whatever the lengths.</summary>
    private static bool IsOf(ImmutableArray<byte> token, string? header) =>
        header is not null
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(token.AsSpan()), SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim())));

    /// <summary>An action has no id of its own; when it comes again it has the same body, with the time of the alert in it.</summary>
    private static string KeyOf(AnswerRequest request) =>
        ReplayWindow.Key("jira", Convert.ToHexString(SHA256.HashData(request.Body.Span)));

    private static Answer Read(JsonElement told, string action, JsonElement alert, string key, DateTimeOffset now)
    {
        var incidentId = alert.Text("alias");
        if (!IncidentName.IsOne(incidentId))
        {
            return Nothing($"{action} of \"{CleanText.Line(incidentId, 64)}\", which is no incident");
        }

        var user = CleanText.Line(alert.Text("username"), 100);
        if (!IsPerson(user, told.Member("source")?.Text("type")))
        {
            return Nothing($"{action} of {incidentId} was no person's act");
        }

        if (ChangedAt(alert) is { } changed && now - changed > MaximumAge)
        {
            return Nothing($"{action} of {incidentId} is older than {MaximumAge.TotalMinutes:0} minutes");
        }

        var note = CleanText.Line(alert.Text("note") ?? told.Text("note"), 300);
        return Acted(action, user, note) is { } acted
            ? new Answer(200, "Done.", $"Jira: {acted.By} asked for {acted.Action} of {incidentId}")
            {
                Request = new PersonRequest(incidentId!, acted, key, now + (2 * MaximumAge)),
            }
            : Nothing($"{action} of {incidentId} means nothing here");
    }

    private static bool IsPerson(string user, string? source) =>
        user.Length > 0
        && !user.Equals("System", StringComparison.OrdinalIgnoreCase)
        && !user.Equals(JiraRenderer.User, StringComparison.OrdinalIgnoreCase)
        && !"API".Equals(source, StringComparison.OrdinalIgnoreCase);

    /// <summary>Written in nanoseconds since 1970, and in milliseconds where other times of the same body are.</summary>
    private static DateTimeOffset? ChangedAt(JsonElement alert) => alert.Number("updatedAt") switch
    {
        > 0 and < 1e14 and var milliseconds => DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds),
        >= 1e17 and < 1e19 and var nanoseconds => DateTimeOffset.FromUnixTimeMilliseconds((long)(nanoseconds / 1e6)),
        _ => null,
    };

    private static PersonActed? Acted(string action, string user, string note) => action switch
    {
        "Acknowledge" => new PersonActed(PersonAction.Acknowledge, user) { Note = note.Length > 0 ? note : null },
        "Close" => new PersonActed(PersonAction.Resolve, user) { Note = note.Length > 0 ? note : null },
        "AddNote" when note.Length > 0 => new PersonActed(PersonAction.Note, user) { Note = note },
        _ => null,
    };

    private static Answer Nothing(string why) => new(200, "Nothing to do.", $"Jira: {why}");
}
