using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.ServiceNow;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>
/// Reads callbacks that a business rule of ServiceNow sends when somebody changes a record there:
/// <c>{"correlation_id", "state", "sys_updated_by", "assigned_to", "close_notes", "number"}</c>, signed with
/// <c>x-contactcenter-timestamp</c> and <c>x-contactcenter-signature</c>.
/// </summary>
public static class ServiceNowAnswers
{
    /// <summary>Header with the time of the signature in unix seconds.</summary>
    public const string TimestampHeader = "x-contactcenter-timestamp";

    /// <summary>Header with the signature, <c>v1=</c> and hex.</summary>
    public const string SignatureHeader = "x-contactcenter-signature";

    /// <summary>What is larger is not read: a callback has six short fields.</summary>
    public const int MaximumBytes = 16 * 1024;

    /// <summary>Reads a request; the answer has a <see cref="PersonRequest"/> when the change means something to the incident.</summary>
    public static Answer Read(AnswerRequest request, ServiceNowCallback callback, DateTimeOffset now)
    {
        if (request.Method != "POST")
        {
            return Answer.Refuse(405, "POST only.", $"ServiceNow: method {CleanText.Line(request.Method, 16)} refused");
        }

        if (request.Body.Length > MaximumBytes)
        {
            return Answer.Refuse(
                413, "Too large.", $"ServiceNow: a body of {request.Body.Length} bytes refused, at most {MaximumBytes} are read");
        }

        if (request.MediaType != "application/json")
        {
            return Answer.Refuse(
                415,
                "Expected JSON.",
                $"ServiceNow: content type \"{CleanText.Line(request.MediaType, 64)}\" refused, expected application/json");
        }

        var signature = request.Header(SignatureHeader);
        return BodySignature.Problem(
            BodySignature.OwnVersion, callback.Key.AsSpan(), request.Header(TimestampHeader), signature, request.Body.Span,
            now) is { } problem
            ? Answer.Refuse(401, "Not signed.", $"ServiceNow: {problem}")
            : Read(request.Body, callback, ReplayWindow.Key("servicenow", signature!), now);
    }

    private static Answer Read(ReadOnlyMemory<byte> body, ServiceNowCallback callback, string replayKey, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement, callback, replayKey, now);
        }
        catch (JsonException)
        {
            return Answer.Refuse(400, "Not JSON.", "ServiceNow: the body is not JSON");
        }
    }

    private static Answer Read(JsonElement record, ServiceNowCallback callback, string replayKey, DateTimeOffset now)
    {
        if (record.Text("state") is not { } state || record.Text("sys_updated_by") is not { Length: > 0 } user)
        {
            return Answer.Refuse(400, "Expected state and sys_updated_by.", "ServiceNow: the callback lacks state or sys_updated_by");
        }

        var incidentId = record.Text("correlation_id");
        if (!IncidentName.IsOne(incidentId))
        {
            return Answer.Refuse(404, "Unknown incident.", $"ServiceNow: \"{CleanText.Line(incidentId, 64)}\" is no incident");
        }

        if (string.Equals(user, callback.IntegrationUser, StringComparison.OrdinalIgnoreCase))
        {
            return new Answer(200, "Own change.", $"ServiceNow: our own change of {incidentId} came back, nothing to do");
        }

        var who = CleanText.Line(
            record.Text("assigned_to") is { Length: > 0 } assigned && state == ServiceNowState.InProgress ? assigned : user, 100);
        return Acted(state, $"{who} (ServiceNow)", record) is { } acted
            ? new Answer(200, "Done.", $"ServiceNow: {acted.By} asked for {acted.Action} of {incidentId}")
            {
                Request = new PersonRequest(incidentId!, acted, replayKey, now + ReplayWindow.RememberFor),
            }
            : new Answer(200, "Nothing to do.", $"ServiceNow: state \"{CleanText.Line(state, 16)}\" of {incidentId} means nothing here");
    }

    private static PersonActed? Acted(string state, string who, JsonElement record) => state switch
    {
        ServiceNowState.InProgress => new PersonActed(PersonAction.Acknowledge, who),
        ServiceNowState.Resolved or ServiceNowState.Closed or ServiceNowState.Canceled =>
            new PersonActed(
                PersonAction.Resolve,
                who)
            { Note = record.Text("close_notes") is { Length: > 0 } notes ? CleanText.Line(notes, 300) : null },
        _ => null,
    };
}
