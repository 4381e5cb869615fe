using System.Collections.Immutable;
using System.Text;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Texts;

namespace ContactCenter.Functions.Incidents;

/// <summary>Answers the webhooks of PagerDuty, so that work done there counts here.</summary>
public sealed class AnswerPagerDutyFunction(
    PersonAnswers answers, ISecretSource secrets, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Fewer characters are a remark beside the keys, and could be guessed.</summary>
    private const int MinimumKey = 16;

    /// <summary>Answers one webhook.</summary>
    /// <exception cref="ChannelException">
    /// The secret cannot be had, or holds no key of 16 characters or more; PagerDuty sees a server error and tries again.
    /// </exception>
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> AnswerPagerDuty(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var secret = await secrets.GetAsync(environment.PagerDutyWebhookSecret, limit.Token);
        string[] keys =
        [
            .. secret.Fields.DefaultIfEmpty("signingSecret").Select(secret.KeyText).Where(static key => key.Length >= MinimumKey),
        ];
        if (keys.Length == 0)
        {
            throw new ChannelException(Sentences.SecretTooShort($"{MinimumKey}"), isPassing: false);
        }

        var answer = await answers.PagerDutyAsync(
            HttpExchange.ToRequest(request),
            [.. keys.Select(static key => Encoding.UTF8.GetBytes(key).ToImmutableArray())],
            clock.GetUtcNow(),
            limit.Token);
        context.Logger.Report(answer);
        return HttpExchange.ToResponse(answer);
    }
}
