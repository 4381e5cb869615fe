using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Incidents;

/// <summary>
/// Opening an incident by hand. Who reports the same queue as others within the life of their incident joins it. How many one person may
/// open within an hour is bounded by notes that each stand for one: of two at the same time only one can write the last.
/// </summary>
/// <param name="pipeline">Changes incidents.</param>
/// <param name="store">Where incidents are.</param>
/// <param name="policy">What the configuration says about incidents.</param>
/// <param name="notebook">Remembers how many somebody has opened.</param>
/// <param name="configuration">The queues that there are, and the limit.</param>
public sealed class ReportRoutes(
    IncidentPipeline pipeline, IIncidentStore store, IncidentPolicy policy, INotebook notebook, ContactCenterConfiguration configuration)
    : IApiRoutes
{
    private const int MaximumTitle = 120;
    private const int MaximumText = 1000;

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
        var symptom = Symptom(body);
        if (symptom.Length == 0)
        {
            return ApiAnswer.Of(ApiProblem.Invalid, "Say what is wrong: a kind, or a title.");
        }

        if (body.Queue is { } queue && !configuration.Queues.Any(known => known.Name == queue))
        {
            return ApiAnswer.Of(ApiProblem.Invalid, "There is no queue of this name in the configuration.");
        }

        if (!await MayOpenAsync(call, cancellationToken))
        {
            return ApiAnswer.Of(
                ApiProblem.TooMany, $"One person opens at most {Limit} incidents within an hour; add a note to one that is open.");
        }

        var report = new PersonReport(
            call.Caller.Name, symptom, CleanText.Line(body.Text, MaximumText).Trim(), call.Now, IdOf(call))
        {
            Queue = body.Queue,
            Asked = body.Severity,
        };
        var outcome = await pipeline.ReceiveAsync(report, call.Now, cancellationToken);
        var opened = outcome.Decision.After.Incident!;
        return await store.FindAsync(opened.Id, cancellationToken) is { Incident: { } incident } correlation
            ? IncidentRoutes.Answer(
                IncidentDetails.Of(incident, correlation.Version, policy, IncidentRoutes.WordsOf(call), timeline: null), status: 201)
            : IncidentRoutes.Unknown;
    }

    private int Limit => configuration.Api?.OpeningsPerHour ?? 0;

    private static string Symptom(ReportBody body) => body.Kind switch
    {
        ReportKind.NoAudio => Sentences.ReportNoAudio,
        ReportKind.CannotLogIn => Sentences.ReportCannotLogIn,
        ReportKind.ScreenFrozen => Sentences.ReportScreenFrozen,
        ReportKind.CustomersComplain => Sentences.ReportCustomersComplain,
        _ => CleanText.Line(body.Title, MaximumTitle).Trim(),
    };

    /// <summary>A request that is sent again after a failure is the same report.</summary>
    private static string IdOf(ApiCall call) => Fingerprint.Of(
        call.RepeatMark ?? string.Create(CultureInfo.InvariantCulture, $"{call.Caller.Subject}\n{call.Now.UtcTicks}"));

    private async ValueTask<bool> MayOpenAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var person = Fingerprint.Of(call.Caller.Subject);
        var hour = call.Now.ToUnixTimeSeconds() / 3600;
        for (var number = 0; number < Limit; number++)
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"opened-{person}-{hour}-{number}");
            if (await notebook.TryAddAsync(note, "", call.Now.AddHours(1), cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
