using Amazon.Runtime;

namespace ContactCenter.Cli;

/// <summary>Why AWS does not answer, in one line.</summary>
internal static class AwsRefusal
{
    /// <summary>The SDK tells of each place where it looked for credentials; that there are none is what matters.</summary>
    public static string Of(Exception failure) =>
        failure is AmazonClientException && failure.Message.Contains("resolve AWS credentials", StringComparison.Ordinal)
            ? Say.NoCredentials
            : failure.Message.ReplaceLineEndings("\n").Split('\n')[0];
}
