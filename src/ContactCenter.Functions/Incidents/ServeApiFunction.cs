using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Texts;

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
        var (caller, failure) = ((ApiCaller?)null, (Exception?)null);
        ApiAnswer answer;
        var route = desk.RouteOf(asked) ?? $"{asked.Method} no route";
        try
        {
            var reading = await ReadCallerAsync(asked, settings, now, limit.Token);
            caller = reading.Caller;
            answer = await desk.AnswerAsync(asked, reading, settings.RequestsPerMinute, now, limit.Token);
        }
        catch (Exception thrown) when (ApiFailure.IsPassing(thrown))
        {
            failure = thrown;
            answer = ApiFailure.To(asked);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            // anything else is a fault of ours: Lambda counts it, so that its alarm tells of it, and the gateway answers 500
            context.Logger.LogError(thrown, "Failed at {Route} of {Caller}: {Failure}", route, NameOf(caller), thrown.GetType().Name);
            throw;
        }

        Report(context.Logger, route, caller, answer, failure);
        return HttpExchange.ToResponse(answer);
    }

    private static string NameOf(ApiCaller? caller) => caller?.Name ?? "nobody known";

    /// <summary>On a path without an authorizer only what we have signed ourselves counts, and that only where it is asked for.</summary>
    private async ValueTask<CallerReading> ReadCallerAsync(
        ApiRequest asked, ApiSettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (asked.Claims is { } claims)
        {
            return ClaimReader.Read(claims, settings, environment.ApiIssuer, environment.ApiAudience, Token(asked), now);
        }

        if (!settings.SignedTokens)
        {
            return new CallerReading(null, Replies.TokensNotVerified);
        }

        return Token(asked) is { } token
            ? SignedTokens.Read(token, LinkKeyText.Read(await secrets.GetAsync(environment.LinkSecret, cancellationToken)), now)
            : new CallerReading(null, Replies.NoTokenThere);
    }

    private static string? Token(ApiRequest asked) =>
        asked.Header("authorization") is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..].Trim()
            : null;

    /// <summary>One line: who asked for what, and what came of it. A path may hold anything, so the route stands for it.</summary>
    private static void Report(ILambdaLogger logger, string route, ApiCaller? caller, ApiAnswer answer, Exception? failure)
    {
        var name = NameOf(caller);
        if (failure is not null)
        {
            logger.LogError(
                failure,
                "Failed with {Status} {Route} of {Caller}: {Reason}: {Failure}",
                answer.Status,
                route,
                name,
                answer.Reason,
                failure.GetType().Name);
        }
        else if (answer.Status < 400)
        {
            logger.LogInformation("{Status} {Route} of {Caller}: {Reason}", answer.Status, route, name, answer.Reason);
        }
        else
        {
            logger.LogWarning("Refused with {Status} {Route} of {Caller}: {Reason}", answer.Status, route, name, answer.Reason);
        }
    }
}
