using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Notifications.Answers;

namespace ContactCenter.Functions.Incidents;

/// <summary>Answers the callbacks of ServiceNow's business rule, so that work done there counts here.</summary>
public sealed class AnswerServiceNowFunction(
    PersonAnswers answers, ISecretSource secrets, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>Answers one callback.</summary>
    /// <exception cref="ChannelException">The secret cannot be had, or lacks a field; ServiceNow sees a server error and may try
    /// again.</exception>
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> AnswerServiceNow(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var secret = await secrets.GetAsync(environment.ServiceNowCallbackSecret, limit.Token);
        var user = secret.Field("user") ?? throw new ChannelException("the secret of ServiceNow has no user", isPassing: false);
        var callback = new ServiceNowCallback([.. secret.Key("callbackKey")], user);
        var answer = await answers.ServiceNowAsync(HttpExchange.ToRequest(request), callback, clock.GetUtcNow(), limit.Token);
        context.Logger.Report(answer);
        return HttpExchange.ToResponse(answer);
    }
}
