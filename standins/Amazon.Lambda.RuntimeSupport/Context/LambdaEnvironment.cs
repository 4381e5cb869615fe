using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The environment variables by which Lambda describes a function; empty elsewhere.</summary>
internal sealed class LambdaEnvironment
{
    public string FunctionName { get; } = Read("AWS_LAMBDA_FUNCTION_NAME");

    public string FunctionVersion { get; } = Read("AWS_LAMBDA_FUNCTION_VERSION");

    public string LogGroupName { get; } = Read("AWS_LAMBDA_LOG_GROUP_NAME");

    public string LogStreamName { get; } = Read("AWS_LAMBDA_LOG_STREAM_NAME");

    public int MemoryLimitInMB { get; } =
        int.TryParse(Read("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out int size) ? size : 0;

    private static string Read(string variable) => Environment.GetEnvironmentVariable(variable) ?? "";
}
