using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Status;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Status;

/// <summary>
/// The status page for the business: drafts, and what a person publishes in their own name. Whoever sends words has approved them.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="incidents">The incidents.</param>
/// <param name="site">Where the page is.</param>
public sealed class StatusRoutes(ContactCenterConfiguration file, IIncidentStore incidents, IStatusSite site) : IApiRoutes
{
    /// <summary>Two people publish at the same time once in a while, never five.</summary>
    private const int Attempts = 3;

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/status", ApiRole.Viewer, "What the status page tells now.", StatusPageJson.Default.StatusView,
            (call, cancellationToken) => OnPage(page => ShowAsync(page, call, cancellationToken))),
        ApiRoute.Post(
            "/status/drafts", ApiRole.Responder, "Words about an incident by audience and language, to approve or to change; publishes nothing.",
            StatusPageJson.Default.DraftBody, StatusPageJson.Default.DraftList,
            (call, body, cancellationToken) => OnPage(page => DraftAsync(page, call, body, cancellationToken))),
        ApiRoute.Post(
            "/status/notices", ApiRole.Responder, "Publish the first words about something, which you approve by sending them.",
            StatusPageJson.Default.PublishBody, StatusPageJson.Default.StatusView,
            (call, body, cancellationToken) => OnPage(page => PublishAsync(page, call, body, notice: null, cancellationToken))) with
        {
            Success = 201,
        },
        ApiRoute.Post(
            "/status/notices/{number}/updates", ApiRole.Responder, "Publish an update of it, its end, or a correction.",
            StatusPageJson.Default.PublishBody, StatusPageJson.Default.StatusView,
            (call, body, cancellationToken) => OnPage(page => PublishAsync(page, call, body, NumberOf(call), cancellationToken))),
        ApiRoute.Post(
            "/status/render", ApiRole.Responder, "Write the page anew as it is: the first time, and after the file has changed.",
            ApiJson.Default.ActBody, StatusPageJson.Default.StatusView,
            (call, _, cancellationToken) => OnPage(page => RenderAsync(page, call, cancellationToken))),
    ];

    /// <summary>No notice has this number.</summary>
    private const int None = 0;

    private static int NumberOf(ApiCall call) =>
        int.TryParse(call.Path["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : None;

    private ValueTask<ApiAnswer> OnPage(Func<StatusPageSettings, ValueTask<ApiAnswer>> answer) =>
        file.StatusPage is not { } page ? new(ApiAnswer.Of(ApiProblem.NotFound, Replies.NoStatusPage))
        : file.Shadow ? new(ApiAnswer.Of(ApiProblem.Conflict, Replies.ShadowPublishesNothing))
        : answer(page);

    private async ValueTask<ApiAnswer> ShowAsync(StatusPageSettings page, ApiCall call, CancellationToken cancellationToken) =>
        Answer((await site.ReadAsync(cancellationToken)).Record, page, call);

    private static ApiAnswer Answer(StatusRecord record, StatusPageSettings page, ApiCall call, int status = 200) => ApiAnswer.Of(
        StatusView.Of(record, page, call.Now), StatusPageJson.Default.StatusView, status);

    private async ValueTask<ApiAnswer> DraftAsync(
        StatusPageSettings page, ApiCall call, DraftBody body, CancellationToken cancellationToken)
    {
        if ((await incidents.FindAsync(body.Incident, cancellationToken))?.Incident is not { } incident)
        {
            return ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchIncident);
        }

        if (incident.Exercise is not null)
        {
            return ApiAnswer.Of(ApiProblem.Conflict, Replies.ExerciseStaysInside);
        }

        var said = body.Components ?? [];
        if (said.Except(page.Components.Select(static one => one.Id)).Any())
        {
            return Refuse(StatusRefusal.NoSuchComponent);
        }

        var affected = said.Count > 0
            ? [.. page.Components.Where(component => said.Contains(component.Id))]
            : StatusDrafts.Affected(incident, page);
        var state = body.Phase is NoticePhase.Monitoring or NoticePhase.Resolved
            ? ComponentState.Operational
            : StatusDrafts.StateOf(incident.Severity);
        return ApiAnswer.Of(
            new DraftList(
                affected.ToDictionary(static component => component.Id, _ => state),
                body.Phase == NoticePhase.Resolved ? null : call.Now + StatusDrafts.Cadence(incident.Severity),
                StatusDrafts.Of(incident, affected, body.Phase, page, Zone, call.Now)),
            StatusPageJson.Default.DraftList);
    }

    private async ValueTask<ApiAnswer> PublishAsync(
        StatusPageSettings page, ApiCall call, PublishBody body, int? notice, CancellationToken cancellationToken)
    {
        var said = new SaidStatus
        {
            Notice = notice,
            Incident = body.Incident,
            Since = body.Since,
            Phase = body.Phase,
            Components = body.Components,
            Words = body.Words,
            NextUpdateAt = body.NextUpdateAt,
            IsCorrection = body.IsCorrection,
            ApprovedBy = call.Caller.Name,
        };
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var read = await site.ReadAsync(cancellationToken);
            var (record, _, refusal) = StatusBook.Publish(read.Record, said, page, call.Now);
            if (record is null)
            {
                return Refuse(refusal!.Value);
            }

            if (await site.TryWriteAsync(record, read, cancellationToken))
            {
                await site.PublishAsync(StatusFiles.Of(record, page, Zone, call.Now), cancellationToken);
                return Answer(record, page, call, notice is null ? 201 : 200);
            }
        }

        return ApiAnswer.Of(ApiProblem.Unavailable, Replies.ManyAct);
    }

    private async ValueTask<ApiAnswer> RenderAsync(StatusPageSettings page, ApiCall call, CancellationToken cancellationToken)
    {
        var read = await site.ReadAsync(cancellationToken);
        await site.PublishAsync(StatusFiles.Of(read.Record, page, Zone, call.Now), cancellationToken);
        return Answer(read.Record, page, call);
    }

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(file.TimeZone);

    private static ApiAnswer Refuse(StatusRefusal refusal) => refusal switch
    {
        StatusRefusal.NoSuchNotice => ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchNotice),
        StatusRefusal.NoSuchComponent => ApiAnswer.Of(ApiProblem.Invalid, Replies.NoSuchComponent),
        StatusRefusal.NothingAffected => ApiAnswer.Of(ApiProblem.Invalid, Replies.NothingAffected),
        StatusRefusal.Words =>
            ApiAnswer.Of(ApiProblem.Invalid, Replies.NoticeWords),
        _ => ApiAnswer.Of(ApiProblem.Invalid, Replies.NoticeNextUpdate),
    };
}
