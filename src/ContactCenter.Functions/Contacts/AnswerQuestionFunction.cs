using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.SelfService;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Self-service: answers a customer's question from the packaged knowledge base, or says <c>unsure</c>, which means an agent. A second call
/// with <c>helped</c> counts whether the answer has helped.
/// </summary>
public sealed class AnswerQuestionFunction(PackagedKnowledge knowledge, FlowHook hook, FunctionEnvironment environment)
{
    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public Task<Stream> AnswerQuestion(Stream input, ILambdaContext context)
    {
        if (knowledge.Problem is { } problem)
        {
            context.Logger.LogError("Nothing can be answered: {Problem}", problem);
        }

        return hook.AnswerAsync(nameof(AnswerQuestion), input, context, SelfServiceAnswer.Prepared, Answer);
    }

    private Task<HookAnswer> Answer(HookCall call) => Task.FromResult(
        knowledge.Base is { } known
            ? SelfServiceAnswer.To(call.Request, known, environment.Configuration.SelfService.MinimumConfidence)
            : SelfServiceAnswer.Prepared);
}
