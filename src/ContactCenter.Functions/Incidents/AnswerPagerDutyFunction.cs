using System.Collections.Immutable;
using System.Text;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Notifications.Answers;

namespace ContactCenter.Functions.Incidents;

/// <summary>Answers the webhooks of PagerDuty, so that work done there counts here.</summary>
public sealed class AnswerPagerDutyFunction(
    PersonAnswers answers, ISecretSource secrets, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Answers one webhook.</summary>
    /// <exception cref="ChannelException">The secret cannot be had, or is empty; PagerDuty sees a server error and tries again.</exception>
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> AnswerPagerDuty(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var secret = await secrets.GetAsync(environment.PagerDutyWebhookSecret, limit.Token);
        string[] names = [.. secret.Fields.DefaultIfEmpty("signingSecret")];
        var answer = await answers.PagerDutyAsync(
            HttpExchange.ToRequest(request),
            [.. names.Select(name => Encoding.UTF8.GetBytes(secret.KeyText(name)).ToImmutableArray())],
            clock.GetUtcNow(),
            limit.Token);
        context.Logger.Report(answer);
        return HttpExchange.ToResponse(answer);
    }
}
