using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Recommendation;

namespace ContactCenter.Functions.Contacts;

/// <summary>Next best offers and actions for the agent's screen, each with its reason.</summary>
public sealed class RecommendFunction(Recommender recommender, FlowHook hook)
{
    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public Task<Stream> Recommend(Stream input, ILambdaContext context) =>
        hook.AnswerAsync(nameof(Recommend), input, context, Recommender.Prepared, call => Task.FromResult(recommender.To(call.Request)));
}
