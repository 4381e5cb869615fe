using Amazon.Runtime;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications;

/// <summary>Says of a failure of an AWS service whether it may pass.</summary>
internal static class AwsFailure
{
    /// <summary>True for what the SDK throws when a call failed.</summary>
    public static bool IsOne(Exception failure) => failure is AmazonServiceException or AmazonClientException or HttpRequestException;

    /// <summary>The failure without the service's text, which may hold what we sent.</summary>
    public static ChannelException Of(Exception failure) => failure switch
    {
        AmazonServiceException { ErrorCode: var code, StatusCode: var status } =>
            new ChannelException(
                Sentences.AwsAnswered(Name(code)),
                status == 0 || HttpSender.IsPassing((int)status) || IsThrottle(code),
                innerException: failure),
        _ => new ChannelException(Sentences.AwsNotReached, isPassing: true, innerException: failure),
    };

    private static bool IsThrottle(string? code) =>
        code is not null
            && (code.Contains("Throttl", StringComparison.Ordinal) || code.Contains("TooManyRequests", StringComparison.Ordinal));

    private static string Name(string? code) =>
        code is { Length: > 0 and <= 64 } && code.All(char.IsAsciiLetterOrDigit) ? code : "an error";
}
