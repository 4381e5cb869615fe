using System.Collections.Frozen;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Says to a contact flow what a contact is about, how urgent, in what language and with what sentiment. The answer depends on the request
/// and on what is in service alone, so a request that comes again is answered alike.
/// </summary>
public sealed class ClassifyContactFunction(
    ModelInService models, AnswerTally tally, SentimentScorer scorer, FlowHook hook, FunctionEnvironment environment,
    TimeProvider clock, EncoderInService? encoders = null, ComplexityView? complexity = null)
{
    private readonly FrozenSet<string> _emergencies = EmergencyTopics.Of(environment.Configuration);
    private readonly ContactDetails _details = new(environment.Configuration);

    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public async Task<Stream> ClassifyContact(Stream input, ILambdaContext context)
    {
        var answer = await hook.AnswerAsync(nameof(ClassifyContact), input, context, _details.Prepared, AnswerAsync);
        encoders?.LoadBeside(models.Current);
        foreach (var news in models.TakeNews().Concat(encoders?.TakeNews() ?? []).Concat(tally.TakeNews()))
        {
            context.Logger.Log(news.IsProblem ? LogLevel.Error : LogLevel.Information, news.Text);
        }

        return answer;
    }

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        var learned = complexity?.GetAsync().AsTask();
        var model = await models.ServedAsync(call.TimeLeft);
        var encoder = encoders is null ? null : await encoders.ForAsync(model, call.TimeLeft);
        var request = SpokenLanguage.WithoutAssumption(call.Request);
        var answer = TopicAnswer.To(request, model, scorer, _emergencies, encoder);
        if (!call.IsSynthetic)
        {
            var isKept = environment.Configuration.Topics.KeepUnsure;
            _ = tally.AddAsync(answer, isKept ? UnsureReading.Of(call.Request, answer, clock.GetUtcNow()) : null);
        }

        var told = _details.Tell(answer, request, model, clock.GetUtcNow(), learned is null ? null : await learned);
        return told with { Metrics = [.. told.Metrics, .. BotUtterance.Metrics(call.Request, environment.Configuration)] };
    }
}
