using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Amazon.Lambda.AspNetCoreServer.Hosting.Http;

/// <summary>The runtime's loop in the place of a web server: an event is a request, and the reply is its response.</summary>
/// <param name="services">Those of the application.</param>
/// <param name="serializer">Reads events and writes replies.</param>
internal class LambdaServer(IServiceProvider services, ILambdaSerializer serializer) : IServer
{
    private Func<APIGatewayHttpApiV2ProxyRequest, ILambdaContext, Task<APIGatewayHttpApiV2ProxyResponse>> _answer;

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Serves until the function ends: the host has started when there is nothing more to do.</summary>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
    {
        _answer = (request, context) => HttpExchange.RunAsync(application, services, request, context);
        return ServeAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Answers one event.</summary>
    internal Task<APIGatewayHttpApiV2ProxyResponse> AnswerAsync(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context) =>
        _answer(request, context);

    /// <summary>Asks the runtime for events.</summary>
    protected virtual async Task ServeAsync(CancellationToken cancellationToken)
    {
        using var handler = HandlerWrapper.GetHandlerWrapper<APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(
            AnswerAsync, serializer);
        using var loop = new LambdaBootstrap(handler);
        await loop.RunAsync(cancellationToken);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
