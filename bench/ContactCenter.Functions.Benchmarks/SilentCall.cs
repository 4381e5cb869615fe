using Amazon.Lambda.Core;

namespace ContactCenter.Functions.Benchmarks;

/// <summary>An invocation with time enough, whose log nobody reads.</summary>
internal sealed class SilentCall : ILambdaContext, ILambdaLogger
{
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

    public TimeSpan RemainingTime => TimeSpan.FromSeconds(8);

    public void Log(string message)
    {
    }

    public void LogLine(string message)
    {
    }

    public void Log(string level, string message, params object[] args)
    {
    }
}
