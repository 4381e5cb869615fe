using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Incidents;

/// <summary>Acting on incidents: every act goes through the pipeline, with its author, and once.</summary>
/// <param name="desk">Changes incidents, and knows whom they reach.</param>
public sealed class ActRoutes(IncidentDesk desk) : IApiRoutes
{
    /// <summary>Longer notes are cut: a timeline is no document.</summary>
    private const int MaximumNote = 1000;

    private const int MaximumPerson = 120;

    /// <summary>No runbook has more steps.</summary>
    private const int MaximumSteps = 100;

    private static readonly TimeSpan MaximumPause = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        Act("acknowledge", "Take an incident: the escalation rests.", ApiJson.Default.ActBody, static (call, body) =>
            Done(call, PersonAction.Acknowledge, body)),
        Act("snooze", "Let the escalation rest until a time.", ApiJson.Default.SnoozeBody, Snooze),
        ActWhenKnown("hand-over", "Give an incident to an audience, which is told now.", ApiJson.Default.HandOverBody, HandOverAsync),
        Act("escalate", "Take the next step of the escalation now.", ApiJson.Default.ActBody, static (call, body) =>
            Done(call, PersonAction.Escalate, body)),
        Act("resolve", "End an incident.", ApiJson.Default.ResolveBody, static (call, body) =>
            Done(call, PersonAction.Resolve, body, acted => acted with { Verdict = body.Verdict })),
        Act("notes", "Write something down.", ApiJson.Default.NoteBody, static (call, body) => Written(body.Note) is { } note
            ? (new PersonActed(PersonAction.Note, call.Caller.Name) { Note = note, IsForStakeholders = body.Stakeholders }, null)
            : (null, Replies.NoteSaysNothing)),
        Act("verdict", "Say of an incident that is over what it was.", ApiJson.Default.VerdictBody, static (call, body) =>
            Done(call, PersonAction.Judge, body, acted => acted with { Verdict = body.Verdict })),
        Act("roles/{role}", "Take, give or free the role commander, communications or scribe.", ApiJson.Default.RoleBody, Assign),
        Act("steps/{step}", "Tick a step of the runbook, or take that back.", ApiJson.Default.StepBody, Tick),
        Act("approve", "Agree to the repair that waits for it.", ApiJson.Default.ActBody, static (call, body) =>
            Done(call, PersonAction.Approve, body)),
        Act("roll-back", "Take back a repair: what it has changed for a while goes back now.", ApiJson.Default.RollBackBody,
            static (call, body) => Done(call, PersonAction.RollBack, body, acted => acted with { Repair = body.Repair })),
        ApiRoute.Post(
            "/incidents/{id}/merge",
            ApiRole.Responder,
            "End an incident as a part of another one, which is as bad at least.",
            ApiJson.Default.MergeBody,
            ApiJson.Default.IncidentDetails,
            MergeAsync) with
        {
            IsVersioned = true,
        },
    ];

    /// <summary>What a person wrote, as it may stand on a timeline; null when that is nothing.</summary>
    internal static string? Written(string? note) => CleanText.Line(note, MaximumNote).Trim() is { Length: > 0 } written ? written : null;

    private static (PersonActed? Acted, string? Problem) Done(
        ApiCall call, PersonAction action, ActBody body, Func<PersonActed, PersonActed>? more = null)
    {
        var acted = new PersonActed(action, call.Caller.Name) { Note = Written(body.Note) };
        return (more is null ? acted : more(acted), null);
    }

    private static (PersonActed? Acted, string? Problem) Snooze(ApiCall call, SnoozeBody body) =>
        body.Until > call.Now && body.Until <= call.Now + MaximumPause
            ? Done(call, PersonAction.Snooze, body, acted => acted with { Until = body.Until })
            : (null, Replies.PauseWithinDay);

    /// <summary>Whom an audience reaches is asked of what holds now: somebody may have taken over what the file leaves to nobody.</summary>
    private async ValueTask<(PersonActed? Acted, string? Problem)> HandOverAsync(ApiCall call, HandOverBody body) =>
        (await desk.PolicyNowAsync()).Endpoints(body.Audience, call.Now).Count > 0
            ? Done(call, PersonAction.HandOver, body, acted => acted with { Audience = body.Audience })
            : (null, Replies.AudienceReachesNobody);

    private static (PersonActed? Acted, string? Problem) Assign(ApiCall call, RoleBody body)
    {
        if (!Enum.TryParse<IncidentRole>(call.Path["role"], ignoreCase: true, out var role) || !call.Path["role"].All(char.IsAsciiLetter))
        {
            return (null, Replies.RolesOfPeople);
        }

        var person = body.Person is null ? call.Caller.Name : CleanText.Line(body.Person, MaximumPerson).Trim();
        return Done(
            call, PersonAction.Assign, body, acted => acted with { Role = role, Person = person.Length > 0 ? person : null });
    }

    private static (PersonActed? Acted, string? Problem) Tick(ApiCall call, StepBody body) =>
        int.TryParse(call.Path["step"], NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step is >= 1 and <= MaximumSteps
            ? Done(call, PersonAction.Tick, body, acted => acted with { Step = step, IsTakenBack = body.TakeBack })
            : (null, Replies.StepNumber($"{MaximumSteps}"));

    private ApiRoute Act<TBody>(
        string name,
        string summary,
        JsonTypeInfo<TBody> body,
        Func<ApiCall, TBody, (PersonActed? Acted, string? Problem)> read) =>
        ActWhenKnown(name, summary, body, (call, said) => ValueTask.FromResult(read(call, said)));

    private ApiRoute ActWhenKnown<TBody>(
        string name,
        string summary,
        JsonTypeInfo<TBody> body,
        Func<ApiCall, TBody, ValueTask<(PersonActed? Acted, string? Problem)>> read) => ApiRoute.Post(
            $"/incidents/{{id}}/{name}",
            ApiRole.Responder,
            summary,
            body,
            ApiJson.Default.IncidentDetails,
            async (call, said, cancellationToken) => await read(call, said) switch
            {
                ({ } acted, _) =>
                    Answer(call, await desk.Pipeline.ActAsync(call.Path["id"], Marked(call, acted), call.Now, cancellationToken)),
                var (_, problem) => ApiAnswer.Of(ApiProblem.Invalid, problem!),
            }) with
        {
            IsVersioned = true,
        };

    private async ValueTask<ApiAnswer> MergeAsync(ApiCall call, MergeBody body, CancellationToken cancellationToken)
    {
        var acted = new PersonActed(PersonAction.Merge, call.Caller.Name) { Note = Written(body.Note) };
        return Answer(
            call, await desk.Pipeline.MergeAsync(call.Path["id"], body.Into, Marked(call, acted), call.Now, cancellationToken));
    }

    /// <summary>The act with what was seen, and by what a repetition of it is recognised.</summary>
    internal static PersonActed Marked(ApiCall call, PersonActed acted) => acted with
    {
        Seen = call.Seen,
        Marks = call.RepeatMark is { } mark ? [new ActMark(mark, call.Now + IdempotentRequests.RememberFor)] : [],
    };

    private ApiAnswer Answer(ApiCall call, Decision? decision) =>
        Refused(decision) ?? IncidentRoutes.Answer(Details(call, decision!, desk.Policy));

    /// <summary>Why an act was not carried out; null: it was.</summary>
    internal static ApiAnswer? Refused(Decision? decision) => decision switch
    {
        null => IncidentRoutes.Unknown,
        { Refusal: { IsOutdated: true } outdated } => ApiAnswer.Of(ApiProblem.Outdated, outdated.Reason),
        { Refusal: { } refusal } => ApiAnswer.Of(ApiProblem.Conflict, refusal.Reason),
        _ => null,
    };

    /// <summary>The incident as an act has left it.</summary>
    internal static IncidentDetails Details(ApiCall call, Decision done, IncidentPolicy policy) => IncidentDetails.Of(
        done.After.Incident!,
        done.Changes ? done.After.Version + 1 : done.After.Version,
        policy,
        IncidentRoutes.WordsOf(call),
        timeline: null);
}
