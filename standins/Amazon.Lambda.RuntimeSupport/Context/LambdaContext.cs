using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LambdaContext(
    RuntimeApiHeaders headers,
    LambdaEnvironment environment,
    ILambdaLogger logger,
    TimeProvider clock) : ILambdaContext
{
    private readonly Lazy<IClientContext> _clientContext = new(() => CognitoClientContext.FromJson(headers.ClientContextJson));
    private readonly Lazy<ICognitoIdentity> _identity = new(() => CognitoIdentity.FromJson(headers.CognitoIdentityJson));

    public string AwsRequestId => headers.AwsRequestId;

    public IClientContext ClientContext => _clientContext.Value;

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity => _identity.Value;

    public string InvokedFunctionArn => headers.InvokedFunctionArn;

    public ILambdaLogger Logger => logger;

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemoryLimitInMB;

    public TimeSpan RemainingTime => headers.Deadline is { } deadline ? deadline - clock.GetUtcNow() : Timeout.InfiniteTimeSpan;

    public string TenantId => headers.TenantId;

    public string TraceId => headers.TraceId;

    /// <summary>Set by the handler that knows it.</summary>
    public ILambdaSerializer Serializer { get; set; }
}
