using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Exercises;

/// <summary>Starting, ending and looking at exercises. People act in them as in every incident.</summary>
/// <param name="desk">Starts, ends and scores them.</param>
public sealed class ExerciseRoutes(ExerciseDesk desk) : IApiRoutes
{
    private static readonly Dictionary<string, string> Language = new()
    {
        ["language"] = "Language of sentences, such as de; English where nothing is said.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/exercise-scenarios",
            ApiRole.Viewer,
            "The packaged scenarios, and which of them this configuration can play.",
            ExerciseJson.Default.ScenarioList,
            (call, _) => new(ListScenarios(call))) with
        {
            Query = Language,
        },
        ApiRoute.Get(
            "/exercise-record",
            ApiRole.Responder,
            "Who has practised what and when, and who should next: they come first.",
            ExerciseJson.Default.TrainingRecord,
            async (_, cancellationToken) => ApiAnswer.Of(
                await desk.RecordAsync(cancellationToken), ExerciseJson.Default.TrainingRecord)) with
        {
            Cost = static _ => ApiRoute.OfManyReads,
        },
        ApiRoute.Get("/exercises", ApiRole.Responder, "Exercises, the newest first.", ExerciseJson.Default.ExercisePage, ListAsync) with
        {
            Query = new Dictionary<string, string>(Language)
            {
                ["limit"] = "How many entries, 1 to 200; 50 where nothing is said.",
                ["after"] = "Where the page before ended: its next.",
            },
        },
        ApiRoute.Get(
            "/exercises/{id}",
            ApiRole.Responder,
            "One exercise with its score.",
            ExerciseJson.Default.ExerciseView,
            async (call, cancellationToken) => await desk.FindAsync(call.Path["id"], cancellationToken) is { } exercise
                ? Answer(call, exercise)
                : Unknown) with
        {
            Query = Language,
        },
        ApiRoute.Post(
            "/exercises/preview",
            ApiRole.Responder,
            "Whom an exercise would tell when, if nobody acted, and why it could not be started now.",
            ExerciseJson.Default.StartExerciseBody,
            ExerciseJson.Default.ExercisePreviewView,
            PreviewAsync) with
        {
            Query = Language,
            Cost = static _ => ApiRoute.OfManyReads,
        },
        ApiRoute.Post(
            "/exercises",
            ApiRole.Responder,
            "Start an exercise; it is played from the next minute on. At night it takes the role administrator.",
            ExerciseJson.Default.StartExerciseBody,
            ExerciseJson.Default.ExerciseView,
            StartAsync) with
        {
            Query = Language,
            Success = 201,
        },
        ApiRoute.Post(
            "/exercises/{id}/stop",
            ApiRole.Responder,
            "End the exercise that is under way; who was told of it is told that.",
            ExerciseJson.Default.StopExerciseBody,
            ExerciseJson.Default.ExerciseView,
            StopAsync) with
        {
            Query = Language,
        },
    ];

    private static ApiAnswer Unknown { get; } = ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchExercise);

    private static ApiAnswer Answer(ApiCall call, Exercise exercise, int status = 200) => ApiAnswer.Of(
        ExerciseView.Of(exercise, IncidentRoutes.WordsOf(call)), ExerciseJson.Default.ExerciseView, status);

    private static (Scenario? Scenario, ApiAnswer? Refused) Wanted(ApiCall call, StartExerciseBody body) => body switch
    {
        { Night: true } when call.Caller.Role < ApiRole.Administrator =>
            (null, ApiAnswer.Of(ApiProblem.Forbidden, Replies.NightTakesAdministrator)),
        { Scenario: not null, Own: null } when PackagedScenarios.Find(body.Scenario) is { } packaged => (packaged, null),
        { Scenario: null, Own: { } own } => (own, null),
        _ => (null, ApiAnswer.Of(
            ApiProblem.Invalid,
            Replies.SayScenario(string.Join(", ", PackagedScenarios.All.Select(static scenario => scenario.Name))))),
    };

    private ApiAnswer ListScenarios(ApiCall call)
    {
        var words = IncidentRoutes.WordsOf(call);
        return ApiAnswer.Of(
            new ScenarioList(
            [
                .. PackagedScenarios.All.Select(scenario => new ScenarioView(
                    scenario.Name,
                    scenario.Kind,
                    scenario.TitleIn(words.Language),
                    (int)desk.LimitOf(scenario).TotalMinutes,
                    [.. desk.ProblemsOf(scenario).Select(words.Of)])),
            ]),
            ExerciseJson.Default.ScenarioList);
    }

    private async ValueTask<ApiAnswer> ListAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!PageToken.TryRead(call.Query("after"), 1, out var after))
        {
            return PageToken.Refused;
        }

        var (limit, before) = (call.Limit(), after?[0]);
        var words = IncidentRoutes.WordsOf(call);
        var ended = await desk.EndedAsync(before, limit, cancellationToken);
        var newest = before is null ? await desk.NewestAsync(cancellationToken) : null;
        return ApiAnswer.Of(
            new ExercisePage(
                [
                    .. ended.Prepend(newest).OfType<Exercise>()
                        .Where(exercise => exercise != newest || exercise.IsUnderWay)
                        .Select(exercise => ExerciseView.Of(exercise, words)),
                ],
                ended.Count == limit ? PageToken.Make(ended[^1].Id) : null),
            ExerciseJson.Default.ExercisePage);
    }

    private async ValueTask<ApiAnswer> PreviewAsync(ApiCall call, StartExerciseBody body, CancellationToken cancellationToken)
    {
        var (scenario, refused) = Wanted(call, body);
        if (scenario is null)
        {
            return refused!;
        }

        var words = IncidentRoutes.WordsOf(call);
        var proposal = await desk.ProposeAsync(scenario, call.Caller.Name, body.Night, call.Now, cancellationToken);
        return ApiAnswer.Of(
            new ExercisePreviewView(
                scenario.Name,
                scenario.TitleIn(words.Language),
                proposal.Exercise?.EndsAt,
                proposal.Refusal,
                [.. proposal.Why.Select(words.Of)],
                proposal.Messages),
            ExerciseJson.Default.ExercisePreviewView);
    }

    private async ValueTask<ApiAnswer> StartAsync(ApiCall call, StartExerciseBody body, CancellationToken cancellationToken)
    {
        var (scenario, refused) = Wanted(call, body);
        if (scenario is null)
        {
            return refused!;
        }

        var proposal = await desk.ProposeAsync(scenario, call.Caller.Name, body.Night, call.Now, cancellationToken);
        return proposal.Refusal switch
        {
            // each by itself: they have semicolons of their own, so that nobody could tell them apart behind each other
            ExerciseRefusal.Invalid => ApiAnswer.Of(
                ApiProblem.Invalid, string.Join("; ", proposal.Why.Select(ProblemLanguage.Of(call.Request).Of))),
            ExerciseRefusal.UnderWay => ApiAnswer.Of(
                ApiProblem.Conflict, Replies.ExerciseUnderWay(proposal.Why[0])),
            ExerciseRefusal.RealIncident => ApiAnswer.Of(
                ApiProblem.Conflict, Replies.RealIncidentOpen(proposal.Why[0])),
            ExerciseRefusal.NobodyTold => ApiAnswer.Of(
                ApiProblem.Conflict, Replies.ExerciseReachesNobody),
            ExerciseRefusal.Night => ApiAnswer.Of(
                ApiProblem.Conflict, Replies.ExerciseAtNight(proposal.Why[0])),
            _ when await desk.StartAsync(proposal, cancellationToken) => Answer(call, proposal.Exercise!, status: 201),
            _ => ApiAnswer.Of(ApiProblem.Conflict, Replies.ExerciseRace),
        };
    }

    private async ValueTask<ApiAnswer> StopAsync(ApiCall call, StopExerciseBody body, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(call.Path["id"], cancellationToken) is not { } exercise)
        {
            return Unknown;
        }

        return !exercise.IsUnderWay ? Answer(call, exercise)
            : await desk.EndAsync(ExerciseEnd.Stopped, call.Caller.Name, call.Now, cancellationToken) is { } ended ? Answer(call, ended)
            : ApiAnswer.Of(ApiProblem.Conflict, Replies.ChangedMeanwhile);
    }
}
