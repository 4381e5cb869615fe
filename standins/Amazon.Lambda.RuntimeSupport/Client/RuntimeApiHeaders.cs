using System.Globalization;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the Runtime API says about an invocation besides its event.</summary>
internal sealed class RuntimeApiHeaders(HttpHeaders headers)
{
    public string AwsRequestId { get; } = Find(headers, "Lambda-Runtime-Aws-Request-Id")
        ?? throw new InvalidOperationException("The Runtime API sent an invocation without Lambda-Runtime-Aws-Request-Id.");

    public string TraceId { get; } = Find(headers, "Lambda-Runtime-Trace-Id");

    public string TenantId { get; } = Find(headers, "Lambda-Runtime-Aws-Tenant-Id");

    public string InvokedFunctionArn { get; } = Find(headers, "Lambda-Runtime-Invoked-Function-Arn");

    public string ClientContextJson { get; } = Find(headers, "Lambda-Runtime-Client-Context");

    public string CognitoIdentityJson { get; } = Find(headers, "Lambda-Runtime-Cognito-Identity");

    /// <summary>Null when the Runtime API gave none.</summary>
    public DateTimeOffset? Deadline { get; } =
        long.TryParse(Find(headers, "Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture, out long milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static string Find(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault(v => v.Length > 0) : null;
}
