using System.Net;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The loop of a function: ask the Lambda Runtime API for the next invocation, handle it, post the response or the error.
/// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </summary>
public class LambdaBootstrap : IDisposable
{
    private readonly HttpClient _httpClient;
    private readonly bool _ownsHttpClient;
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly RuntimeApiClient _client;

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(null, handler, null, initializer)
    {
    }

    public LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, handler, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper?.Handler, null, initializer)
    {
    }

    public LambdaBootstrap(
        HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper?.Handler, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handler, null, initializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper?.Handler, null, initializer)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient,
        HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper?.Handler, lambdaBootstrapOptions, initializer)
    {
    }

    internal LambdaBootstrap(
        HttpClient httpClient,
        LambdaBootstrapHandler handler,
        LambdaBootstrapOptions options,
        LambdaBootstrapInitializer initializer,
        LambdaConsoleLogger logger = null,
        TimeProvider clock = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handler = handler;
        _initializer = initializer;
        _ownsHttpClient = httpClient is null;
        _httpClient = httpClient ?? ConstructHttpClient();
        clock ??= TimeProvider.System;
        _client = new RuntimeApiClient(_httpClient, options?.RuntimeApiEndpoint, logger ?? LambdaConsoleLogger.Create(clock), clock);
    }

    /// <summary>Initialises once, then handles invocations until cancelled.</summary>
    /// <exception cref="RuntimeApiClientException">The Runtime API refused a request; the process should end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        LambdaLogger.Write = _client.Logger.Write;
        if (_initializer is not null && !await InitializeAsync())
        {
            return;
        }

        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await InvokeOnceAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Cancelled while waiting for the next invocation: the end that was asked for.
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsHttpClient)
        {
            _httpClient.Dispose();
        }
    }

    /// <summary>The time-out is that of Lambda, which freezes the process while a request for the next invocation is in flight.</summary>
    private static HttpClient ConstructHttpClient() => new(new SocketsHttpHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    private async Task<bool> InitializeAsync()
    {
        try
        {
            return await _initializer();
        }
        catch (Exception e)
        {
            _client.Logger.Log("Critical", e, "Initialisation failed.");
            await _client.ReportInitializationErrorAsync(e);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        using InvocationRequest invocation = await _client.GetNextInvocationAsync(cancellationToken);
        string requestId = invocation.LambdaContext.AwsRequestId;
        InvocationResponse response;
        try
        {
            response = await _handler(invocation);
        }
        catch (Exception e)
        {
            _client.Logger.Log("Error", e, "The invocation failed.");
            await _client.ReportInvocationErrorAsync(requestId, e, CancellationToken.None);
            return;
        }

        try
        {
            await _client.SendResponseAsync(requestId, response?.OutputStream, CancellationToken.None);
        }
        catch (RuntimeApiClientException e) when (e.StatusCode == (int)HttpStatusCode.RequestEntityTooLarge)
        {
            // One response over Lambda's limit must not end the process and with it the invocations to come.
            _client.Logger.Log("Error", e, "The response is too large.");
            await _client.ReportInvocationErrorAsync(requestId, e, CancellationToken.None);
        }
        finally
        {
            if (response is { DisposeOutputStream: true })
            {
                response.OutputStream?.Dispose();
            }
        }
    }
}
