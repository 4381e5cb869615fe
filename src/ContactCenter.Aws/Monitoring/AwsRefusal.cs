using Amazon.Runtime;

namespace ContactCenter.Aws.Monitoring;

/// <summary>What a failure of an AWS service means, in words for whoever runs the system.</summary>
internal static class AwsRefusal
{
    /// <summary>
    /// How Amazon Connect answers a request that it cannot parse or route, whatever rights the caller has (AWS Support, November 2024).
    /// Teams have searched for a policy that does not exist.
    /// </summary>
    private const string Malformed = "not authorized to perform: connect:* on resource: * with an explicit deny";

    /// <summary>True where a right is missing; not where Amazon Connect says so of a request that it did not understand.</summary>
    public static bool IsMissingRight(Exception failure) =>
        failure is AmazonServiceException { ErrorCode: { } code }
            && (code.Contains("AccessDenied", StringComparison.Ordinal) || code.Contains("AuthorizationError", StringComparison.Ordinal))
            && !IsMalformed(failure);

    /// <summary>The failure as a part of a sentence.</summary>
    public static string Text(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return IsMalformed(failure)
            ? "Amazon Connect did not understand the request (it says \"explicit deny\" then, whatever rights there are): an id, a filter or "
                + "a grouping in it is wrong"
            : failure.Message;
    }

    private static bool IsMalformed(Exception failure) => failure.Message.Contains(Malformed, StringComparison.Ordinal);
}
