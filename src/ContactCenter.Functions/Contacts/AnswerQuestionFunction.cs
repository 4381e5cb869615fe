using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.SelfService;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Self-service: answers a customer's question from the packaged knowledge base, or says <c>unsure</c>, which means an agent, as does
/// <c>not_configured</c> where the configuration names no articles. A second call
/// with <c>helped</c> counts whether the answer has helped.
/// </summary>
public sealed class AnswerQuestionFunction(PackagedKnowledge knowledge, FlowHook hook, FunctionEnvironment environment)
{
    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public Task<Stream> AnswerQuestion(Stream input, ILambdaContext context)
    {
        if (IsOn && knowledge.Problem is { } problem)
        {
            context.Logger.LogError("Nothing can be answered: {Problem}", problem);
        }

        return hook.AnswerAsync(nameof(AnswerQuestion), input, context, SelfServiceAnswer.Prepared, Answer);
    }

    /// <summary>Whether the configuration names articles: those that come with the program answer nobody unasked.</summary>
    private bool IsOn => environment.Configuration.SelfService.Articles is not null;

    private Task<HookAnswer> Answer(HookCall call) => Task.FromResult(
        !IsOn ? SelfServiceAnswer.Off
        : knowledge.Base is { } known ? SelfServiceAnswer.To(call.Request, known, environment.Configuration.SelfService.MinimumConfidence)
        : SelfServiceAnswer.Prepared);
}
