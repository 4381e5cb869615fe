namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>Settings of <see cref="LambdaBootstrap"/>.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API; the environment variable <c>AWS_LAMBDA_RUNTIME_API</c> when null.</summary>
    public string RuntimeApiEndpoint { get; set; }
}
