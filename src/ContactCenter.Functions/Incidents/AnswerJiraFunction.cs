using System.Text;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Texts;

namespace ContactCenter.Functions.Incidents;

/// <summary>Answers the webhooks of Jira Service Management, so that work done there counts here.</summary>
public sealed class AnswerJiraFunction(
    PersonAnswers answers, ISecretSource secrets, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Answers one webhook.</summary>
    /// <exception cref="ChannelException">The secret cannot be had, or its token is short enough to be guessed; Jira sees a server error
    /// and may try again.</exception>
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> AnswerJira(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var secret = await secrets.GetAsync(environment.JiraWebhookSecret, limit.Token);
        var token = secret.KeyText("token");
        if (token.Length < JiraAnswers.MinimumToken)
        {
            throw new ChannelException(Sentences.JiraTokenShort($"{JiraAnswers.MinimumToken}"), isPassing: false);
        }

        var answer = await answers.JiraAsync(
            HttpExchange.ToRequest(request), [.. Encoding.UTF8.GetBytes(token)], clock.GetUtcNow(), limit.Token);
        context.Logger.Report(answer);
        return HttpExchange.ToResponse(answer);
    }
}
