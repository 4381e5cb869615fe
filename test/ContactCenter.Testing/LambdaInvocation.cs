namespace ContactCenter.Testing;

/// <summary>An invocation that the Runtime API hands to a function.</summary>
/// <param name="Event">The event, usually JSON.</param>
public sealed record LambdaInvocation(string Event)
{
    public string RequestId { get; init; } = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    /// <summary>
    /// Null for 15 minutes, the longest that Lambda gives, from when the function takes the invocation: a busy machine changes no answer.
    /// </summary>
    public DateTimeOffset? Deadline { get; init; }

    public string FunctionArn { get; init; } = "arn:aws:lambda:eu-central-1:123456789012:function:test";

    public string? TraceId { get; init; }

    public string? TenantId { get; init; }

    /// <summary>JSON.</summary>
    public string? ClientContext { get; init; }

    /// <summary>JSON.</summary>
    public string? CognitoIdentity { get; init; }
}
