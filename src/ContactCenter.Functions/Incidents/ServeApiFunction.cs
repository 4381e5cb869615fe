using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration.Access;

namespace ContactCenter.Functions.Incidents;

/// <summary>Answers the HTTP API. It finds out who calls, translates HTTP, and decides nothing.</summary>
public sealed class ServeApiFunction(ApiDesk desk, ISecretSource secrets, FunctionEnvironment environment, TimeProvider clock)
{
    private const string Bearer = "Bearer ";

    /// <summary>Answers one request.</summary>
    [LambdaFunction]
    public async Task<APIGatewayHttpApiV2ProxyResponse> ServeApi(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var settings = environment.Configuration.Api ?? new ApiSettings();
        var (asked, now) = (HttpExchange.ToApiRequest(request), clock.GetUtcNow());
        var reading = await ReadCallerAsync(asked, settings, now, limit.Token);
        var answer = await desk.AnswerAsync(asked, reading, settings.RequestsPerMinute, now, limit.Token);
        Report(context.Logger, asked.Method, request.RouteKey, reading.Caller, answer);
        return HttpExchange.ToResponse(answer);
    }

    /// <summary>On a path without an authorizer only what we have signed ourselves counts, and that only where it is asked for.</summary>
    private async ValueTask<CallerReading> ReadCallerAsync(
        ApiRequest asked, ApiSettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (asked.Claims is { } claims)
        {
            return ClaimReader.Read(claims, settings, environment.ApiIssuer, environment.ApiAudience, now);
        }

        if (!settings.SignedTokens)
        {
            return new CallerReading(null, "tokens that nobody has verified do not count");
        }

        return asked.Header("authorization") is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? SignedTokens.Read(
                header[Bearer.Length..].Trim(), LinkKeyText.Read(await secrets.GetAsync(environment.LinkSecret, cancellationToken)), now)
            : new CallerReading(null, "there is no token");
    }

    /// <summary>One line: who asked for what, and what came of it. A path may hold anything, so the route stands for it.</summary>
    private static void Report(ILambdaLogger logger, string method, string? route, ApiCaller? caller, ApiAnswer answer)
    {
        if (answer.Status < 400)
        {
            logger.LogInformation(
                "{Status} {Method} {Route} of {Caller}: {Reason}", answer.Status, method, route ?? "", Name(), answer.Reason);
        }
        else
        {
            logger.LogWarning(
                "Refused with {Status} {Method} {Route} of {Caller}: {Reason}", answer.Status, method, route ?? "", Name(), answer.Reason);
        }

        string Name() => caller?.Name ?? "nobody known";
    }
}
