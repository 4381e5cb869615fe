using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Notifications.Answers;

namespace ContactCenter.Functions.Incidents;

/// <summary>Answers the signed links of e-mail, text messages and Teams: GET asks, POST acts.</summary>
public sealed class AnswerLinkFunction(PersonAnswers answers, ISecretSource secrets, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Answers one request.</summary>
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> AnswerLink(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var keys = LinkKeyText.Read(await secrets.GetAsync(environment.LinkSecret, limit.Token));
        var answer = await answers.LinkAsync(HttpExchange.ToRequest(request), keys, clock.GetUtcNow(), limit.Token);
        context.Logger.Report(answer);
        return HttpExchange.ToResponse(answer);
    }
}
