using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Incidents;
using ContactCenter.Functions.Contacts.Promises;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Keeps what customers say about a contact after it. A contact has one rating: the same again changes nothing and is counted once. A bad
/// rating of a valuable customer opens a task; its token comes from the contact, so asking again opens no second one.
/// </summary>
public sealed class RecordSurveyFunction(
    ISurveyStore surveys, ISurveyTasks tasks, ModelInService models, FlowHook hook, FunctionEnvironment environment, TimeProvider clock,
    PromiseNotes? promises = null)
{
    private static readonly HookAnswer Prepared = Answer("failed", null, "none") with { IsDefault = true };

    /// <summary>Answers one contact flow: <c>status</c> says <c>ok</c>, what is missing, or <c>failed</c>.</summary>
    [LambdaFunction]
    public Task<Stream> RecordSurvey(Stream input, ILambdaContext context) =>
        hook.AnswerAsync(nameof(RecordSurvey), input, context, Prepared, AnswerAsync);

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        var configuration = environment.Configuration;
        var reading = SurveyReading.Of(
            call.Request, configuration, (await models.ServedAsync(call.TimeLeft)).Classifier.Topics, clock.GetUtcNow());
        if (reading.Survey is not { } survey)
        {
            return Answer(reading.Status, null, "none");
        }

        if (call.IsSynthetic)
        {
            return Answer(reading.Status, survey.Rating, "none");
        }

        var isNew = await surveys.AddAsync(survey, call.Stop);
        if (isNew && promises is not null)
        {
            await promises.RatedAsync(call.Request, survey, call.Stop);
        }

        // also when the rating is not new: the attempt that stored it may have ended before the task
        var task = await StartTaskAsync(survey, call);
        return Answer(reading.Status, survey.Rating, task) with
        {
            Metrics =
            [
                .. isNew ? SurveyPlan.Metrics(survey) : [],
                new HookMetric("SurveyTaskFailures", "Count", task == "failed" ? 1 : 0, "Hook", nameof(RecordSurvey)),
            ],
            Reasons = [isNew ? "rating is new" : "no new rating", $"task {task}"],
        };
    }

    private async Task<string> StartTaskAsync(Survey survey, HookCall call)
    {
        if (SurveyPlan.Task(
            survey, environment.Configuration.Survey, call.Request, Reader.OfCenter(environment.Configuration).Words) is not { } task)
        {
            return "none";
        }

        try
        {
            await tasks.StartAsync(task, survey.ContactId, call.Stop);
            return "started";
        }
#pragma warning disable CA1031 // the rating is kept; the flow is told that the task is not, and a metric counts it
        catch (Exception)
#pragma warning restore CA1031
        {
            return "failed";
        }
    }

    private static HookAnswer Answer(string status, int? rating, string task) => new()
    {
        Decision = status,
        Values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["status"] = status,
            ["rating"] = rating?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["task"] = task,
        },
    };
}
