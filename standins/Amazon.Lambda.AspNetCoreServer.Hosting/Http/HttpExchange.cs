using System.Security.Claims;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Amazon.Lambda.AspNetCoreServer.Hosting.Http;

/// <summary>One event, from the request that it is to the reply.</summary>
internal static class HttpExchange
{
    /// <summary>What was begun can still be brought to its end before Lambda ends the function.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    public static async Task<APIGatewayHttpApiV2ProxyResponse> RunAsync<TContext>(
        IHttpApplication<TContext> application, IServiceProvider services, APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var limit = Limit(context);
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        await using var response = new ResponseFeatures();
        var features = new FeatureCollection();
        RequestFeatures.Add(features, request);
        response.Add(features);
        features.Set<IHttpRequestIdentifierFeature>(new HttpRequestIdentifierFeature { TraceIdentifier = context.AwsRequestId });
        features.Set<IHttpRequestLifetimeFeature>(new Lifetime(aborted));
        features.Set<IHttpAuthenticationFeature>(new Authentication());
        features.Set<IItemsFeature>(new ItemsFeature());
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        await using var scope = new RequestServicesFeature(new DefaultHttpContext(features), scopes);
        features.Set<IServiceProvidersFeature>(scope);

        var made = application.CreateContext(features);
        Exception failure = null;
        try
        {
            await application.ProcessRequestAsync(made);
        }
        catch (Exception thrown)
        {
            failure = thrown;
            context.Logger.LogError(thrown, "Nobody caught {Failure}", thrown.GetType().Name);
            response.Fail();
        }

        try
        {
            await response.CompleteAsync();
        }
        finally
        {
            application.DisposeContext(made, failure);
        }

        return response.ToReply(HttpMethods.IsHead(features.Get<IHttpRequestFeature>()!.Method));
    }

    private static CancellationTokenSource Limit(ILambdaContext context) => context.RemainingTime switch
    {
        var left when left <= TimeSpan.Zero => new CancellationTokenSource(),
        var left => new CancellationTokenSource(left > 2 * Margin ? left - Margin : left / 2),
    };

    private sealed class Lifetime(CancellationTokenSource source) : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; } = source.Token;

        public void Abort() => source.Cancel();
    }

    private sealed class Authentication : IHttpAuthenticationFeature
    {
        public ClaimsPrincipal User { get; set; }
    }
}
