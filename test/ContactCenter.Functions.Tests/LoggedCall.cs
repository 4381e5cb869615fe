using Amazon.Lambda.Core;

namespace ContactCenter.Functions.Tests;

/// <summary>An invocation whose log a test reads.</summary>
internal sealed class LoggedCall(TimeSpan remaining) : ILambdaContext, ILambdaLogger
{
    public List<string> Lines { get; } = [];

    public string AwsRequestId => "request";

    public IClientContext ClientContext => null!;

    public string FunctionName => "function";

    public string FunctionVersion => "1";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn";

    public ILambdaLogger Logger => this;

    public string LogGroupName => "group";

    public string LogStreamName => "stream";

    public int MemoryLimitInMB => 512;

    public ILambdaSerializer Serializer => null!;

    public string TenantId => null!;

    public string TraceId => null!;

    public TimeSpan RemainingTime => remaining;

    public void Log(string message) => Lines.Add(message);

    public void LogLine(string message) => Lines.Add(message);

    public void Log(string level, string message, params object[] args) => Lines.Add($"{level} {message} {string.Join(" ", args)}");
}
