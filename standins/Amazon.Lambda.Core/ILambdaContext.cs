namespace Amazon.Lambda.Core;

/// <summary>What a function may know about its invocation.</summary>
public interface ILambdaContext
{
    string AwsRequestId { get; }

    /// <summary>Null unless a mobile client sent a context.</summary>
    IClientContext ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    /// <summary>Null unless the invoker had a Cognito identity.</summary>
    ICognitoIdentity Identity { get; }

    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    /// <summary>Time until Lambda ends the invocation; negative when it is past.</summary>
    TimeSpan RemainingTime { get; }

    string TenantId { get; }

    string TraceId { get; }

    ILambdaSerializer Serializer { get; }
}
