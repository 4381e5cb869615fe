using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Incidents;

/// <summary>Opening an incident by hand.</summary>
/// <param name="desk">Takes reports.</param>
/// <param name="policy">What the configuration says about incidents.</param>
public sealed class ReportRoutes(ReportDesk desk, IncidentPolicy policy) : IApiRoutes
{
    /// <summary>What the timeline names as the way by which a report came.</summary>
    private const string Through = "api";

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Post(
            "/incidents",
            ApiRole.Responder,
            "Open an incident by hand, or add your voice to that of others.",
            ApiJson.Default.ReportBody,
            ApiJson.Default.IncidentDetails,
            OpenAsync) with
        {
            Success = 201,
        },
    ];

    private async ValueTask<ApiAnswer> OpenAsync(ApiCall call, ReportBody body, CancellationToken cancellationToken)
    {
        // names with a comma between them are read as one value, which may be none
        if (!Enum.IsDefined(body.Kind) || (body.Severity is { } severity && !Enum.IsDefined(severity)))
        {
            return ApiAnswer.Of(ApiProblem.BadRequest, Replies.ReportKindWrong);
        }

        var said = new SaidReport(call.Caller.Name, call.Caller.Subject, Through, MarkOf(call))
        {
            Kind = body.Kind,
            Title = body.Title,
            Text = body.Text,
            Queue = body.Queue,
            Asked = body.Severity,
        };
        return await desk.TakeAsync(said, call.Now, cancellationToken) switch
        {
            { Refusal: ReportRefusal.NothingSaid } => ApiAnswer.Of(ApiProblem.Invalid, Replies.ReportSaysNothing),
            { Refusal: ReportRefusal.UnknownQueue } =>
                ApiAnswer.Of(ApiProblem.Invalid, Replies.NoSuchQueue),
            { Refusal: ReportRefusal.TooMany } => ApiAnswer.Of(
                ApiProblem.TooMany, Replies.TooManyReports($"{desk.Limit}")),
            { Known: { Incident: { } incident } correlation } => IncidentRoutes.Answer(
                IncidentDetails.Of(incident, correlation.Version, policy, IncidentRoutes.WordsOf(call), timeline: null), status: 201),
            _ => IncidentRoutes.Unknown,
        };
    }

    /// <summary>A request that is sent again after a failure is the same report.</summary>
    private static string MarkOf(ApiCall call) =>
        call.RepeatMark ?? string.Create(CultureInfo.InvariantCulture, $"{call.Caller.Subject}\n{call.Now.UtcTicks}");
}
