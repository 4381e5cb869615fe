using System.Net.Http.Headers;
using System.Text;
using Amazon.Lambda.RuntimeSupport.Errors;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The four requests of the Lambda Runtime API that a function makes.</summary>
internal sealed class RuntimeApiClient
{
    private const string ApiVersion = "2018-06-01";
    private const string EndpointVariable = "AWS_LAMBDA_RUNTIME_API";
    private const string TraceIdVariable = "_X_AMZN_TRACE_ID";
    private const string ErrorTypeHeader = "Lambda-Runtime-Function-Error-Type";
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue ErrorJson = new("application/vnd.aws.lambda.error+json");

    private readonly HttpClient _httpClient;
    private readonly string _baseAddress;
    private readonly LambdaEnvironment _environment = new();
    private readonly TimeProvider _clock;

    /// <param name="httpClient">Has no time-out shorter than the longest wait for an invocation.</param>
    /// <param name="endpoint">Host and port; from the environment when null.</param>
    /// <param name="logger">The log of the function.</param>
    /// <param name="clock">Tells <c>RemainingTime</c>.</param>
    public RuntimeApiClient(HttpClient httpClient, string endpoint, LambdaConsoleLogger logger, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        endpoint ??= Environment.GetEnvironmentVariable(EndpointVariable);
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            throw new InvalidOperationException(
                $"The environment variable {EndpointVariable} is not set. Lambda sets it to host:port of its Runtime API; "
                + "elsewhere name a program that plays this API.");
        }

        _httpClient = httpClient;
        _baseAddress = $"http://{endpoint}/{ApiVersion}/runtime/";
        _clock = clock;
        Logger = logger;
    }

    public LambdaConsoleLogger Logger { get; }

    /// <summary>Waits for the next invocation.</summary>
    public async Task<InvocationRequest> GetNextInvocationAsync(CancellationToken cancellationToken = default)
    {
        using HttpResponseMessage response = await _httpClient.GetAsync(_baseAddress + "invocation/next", cancellationToken);
        await EnsureAccepted(response, "invocation/next");
        var headers = new RuntimeApiHeaders(response.Headers);
        Environment.SetEnvironmentVariable(TraceIdVariable, headers.TraceId);
        Logger.BeginInvocation(headers);
        byte[] input = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new InvocationRequest(new MemoryStream(input, writable: false), new LambdaContext(headers, _environment, Logger, _clock));
    }

    /// <param name="awsRequestId">Of the invocation that is answered.</param>
    /// <param name="outputStream">The response, usually JSON; null is an empty one.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task SendResponseAsync(string awsRequestId, Stream outputStream, CancellationToken cancellationToken = default)
    {
        // The handler's stream may be its own to reuse, and StreamContent would dispose it.
        using HttpContent content = outputStream is null
            ? new ByteArrayContent([])
            : new ByteArrayContent(await ReadAll(outputStream, cancellationToken));
        content.Headers.ContentType = Json;
        string path = $"invocation/{Uri.EscapeDataString(awsRequestId)}/response";
        using HttpResponseMessage response = await _httpClient.PostAsync(_baseAddress + path, content, cancellationToken);
        await EnsureAccepted(response, path);
    }

    public Task ReportInvocationErrorAsync(string awsRequestId, Exception exception, CancellationToken cancellationToken = default) =>
        ReportError($"invocation/{Uri.EscapeDataString(awsRequestId)}/error", exception, null, cancellationToken);

    /// <summary>The function cannot start; the process should end after this.</summary>
    public Task ReportInitializationErrorAsync(
        Exception exception,
        string errorType = null,
        CancellationToken cancellationToken = default) =>
        ReportError("init/error", exception, errorType, cancellationToken);

    private static async Task<byte[]> ReadAll(Stream stream, CancellationToken cancellationToken)
    {
        if (stream.CanSeek)
        {
            stream.Position = 0;
        }

        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }

    private static async Task EnsureAccepted(HttpResponseMessage response, string path)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        int status = (int)response.StatusCode;
        throw new RuntimeApiClientException(
            $"The Runtime API answered {path} with {status}.",
            status,
            await response.Content.ReadAsStringAsync(),
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => h.Value),
            null);
    }

    private async Task ReportError(string path, Exception exception, string errorType, CancellationToken cancellationToken)
    {
        var report = ErrorReport.Of(exception, errorType);
        using var request = new HttpRequestMessage(HttpMethod.Post, _baseAddress + path);
        request.Content = new ByteArrayContent(report.ToJson());
        request.Content.Headers.ContentType = ErrorJson;
        request.Headers.TryAddWithoutValidation(ErrorTypeHeader, Ascii(report.ErrorType));
        using HttpResponseMessage response = await _httpClient.SendAsync(request, cancellationToken);
        await EnsureAccepted(response, path);
    }

    /// <summary>A header takes ASCII only, a C# type name may be any letters.</summary>
    private static string Ascii(string text) => Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(text));
}
