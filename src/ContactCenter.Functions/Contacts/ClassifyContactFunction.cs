using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Says to a contact flow what a contact is about, how urgent, in what language and with what sentiment. The answer depends on the request
/// alone, so a request that comes again is answered alike.
/// </summary>
public sealed class ClassifyContactFunction(
    ModelInService models, AnswerTally tally, SentimentScorer scorer, FlowHook hook, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>
    /// How long the first contact of a process waits for the promoted model; after it the packaged one answers, and the promoted one
    /// takes over when it is there.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly HookAnswer Prepared = TopicAnswer.Default.ToHookAnswer();

    private volatile bool _looked;

    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public async Task<Stream> ClassifyContact(Stream input, ILambdaContext context)
    {
        var answer = await hook.AnswerAsync(nameof(ClassifyContact), input, context, Prepared, AnswerAsync);
        foreach (var news in models.TakeNews())
        {
            context.Logger.Log(news.IsProblem ? LogLevel.Error : LogLevel.Information, news.Text);
        }

        return answer;
    }

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        var looking = models.LookAsync();
        if (!_looked)
        {
            // only the first contact waits: later looks run beside the requests
            var most = call.TimeLeft / 2;
            _ = await Task.WhenAny(looking, Task.Delay(most < Patience ? most : Patience, clock));
            _looked = true;
        }

        var answer = TopicAnswer.To(SpokenLanguage.WithoutAssumption(call.Request), models.Current, scorer);
        if (answer is { Measured: { } measured, Model: { } model })
        {
            _ = tally.AddAsync(model, measured);
        }

        var told = answer.ToHookAnswer();
        return told with { Metrics = [.. told.Metrics, .. BotUtterance.Metrics(call.Request, environment.Configuration)] };
    }
}
