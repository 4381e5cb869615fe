using System.Text;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Notifications.Answers;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// Answers clicks on buttons in Slack, within Slack's three seconds. The message is brought up to date before the answer, because Lambda
/// freezes the process after it; when that takes too long it is left, and the next message tells how things stand.
/// </summary>
public sealed class AnswerSlackFunction(
    PersonAnswers answers, ISecretSource secrets, FunctionEnvironment environment, HttpClient http, TimeProvider clock)
{
    private static readonly TimeSpan FollowUpLimit = TimeSpan.FromSeconds(1.2);

    /// <summary>Answers one click.</summary>
    /// <exception cref="ChannelException">The signing secret cannot be had; Slack shows the person that the click failed.</exception>
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> AnswerSlack(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var secret = await secrets.GetAsync(environment.SlackSigningSecret, limit.Token);
        var signingSecret = secret.FieldOrText("signingSecret")
            ?? throw new ChannelException("the secret of Slack has no signingSecret", isPassing: false);
        var answer = await answers.SlackAsync(
            HttpExchange.ToRequest(request), signingSecret, environment.Dashboard, clock.GetUtcNow(), limit.Token);
        context.Logger.Report(answer);
        if (answer.FollowUp is { } followUp)
        {
            await PostAsync(followUp, context.Logger, limit.Token);
        }

        return HttpExchange.ToResponse(answer);
    }

    private async Task PostAsync(FollowUp followUp, ILambdaLogger logger, CancellationToken cancellationToken)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(FollowUpLimit);
        try
        {
            using var body = new StringContent(followUp.Body, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(followUp.Address, body, soon.Token);
            if (!response.IsSuccessStatusCode)
            {
                logger.LogWarning("Slack did not take the updated message: HTTP {Status}", (int)response.StatusCode);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            // the address is a secret of its own, and the failure may name it
            logger.LogWarning("Slack did not take the updated message: {Failure}", failure.GetType().Name);
        }
    }
}
