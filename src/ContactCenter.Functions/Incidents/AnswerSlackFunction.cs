using System.Text;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Notifications.Answers;

namespace ContactCenter.Functions.Incidents;

/// <summary>
/// Answers clicks on buttons and slash commands in Slack, within Slack's three seconds. The message is brought up to date before the
/// answer, because Lambda freezes the process after it; when that takes too long it is left, and the next message tells how things stand.
/// </summary>
public sealed class AnswerSlackFunction(
    PersonAnswers answers, SlackCommands commands, ISecretSource secrets, FunctionEnvironment environment, HttpClient http,
    TimeProvider clock)
{
    /// <summary>Slack waits three seconds for the answer to a command; what is left is for the way there and back.</summary>
    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(2.4);

    private static readonly TimeSpan FollowUpLimit = TimeSpan.FromSeconds(1.2);

    /// <summary>Answers one click or command.</summary>
    /// <exception cref="ChannelException">The signing secret cannot be had; Slack shows the person that the click failed.</exception>
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> AnswerSlack(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        var start = clock.GetTimestamp();
        using var limit = TimeLimit.Of(context);
        var secret = await secrets.GetAsync(environment.SlackSigningSecret, limit.Token);
        var signingSecret = secret.FieldOrText("signingSecret")
            ?? throw new ChannelException("the secret of Slack has no signingSecret", isPassing: false);
        var answer = await answers.SlackAsync(
            HttpExchange.ToRequest(request), signingSecret, environment.Dashboard, clock.GetUtcNow(), limit.Token);
        if (answer.Command is { } command)
        {
            answer = await AnswerAsync(command, CommandLimit - clock.GetElapsedTime(start), limit.Token);
        }

        context.Logger.Report(answer);
        if (answer.FollowUp is { } followUp)
        {
            await PostAsync(followUp, context.Logger, limit.Token);
        }

        return HttpExchange.ToResponse(answer);
    }

    /// <summary>
    /// Whatever becomes of it, the person gets words: what the store has not answered by then may have counted, and this says so.
    /// </summary>
    private async Task<Answer> AnswerAsync(SlackCommand command, TimeSpan left, CancellationToken cancellationToken)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await commands.AnswerAsync(command, clock.GetUtcNow(), soon.Token).AsTask()
                .WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, cancellationToken);
        }
#pragma warning disable CA1031 // Slack shows of an error only that there was one
        catch (Exception failure) when (failure is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            await soon.CancelAsync();
            return commands.Unsure(command) with
            {
                Reason = $"Slack: {command.Command} of {command.Person} was not answered: {failure.GetType().Name}",
            };
        }
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
