namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What sends events that are HTTP requests.</summary>
public enum LambdaEventSource
{
    /// <summary>A REST API of Amazon API Gateway; this stand-in does not serve it.</summary>
    RestApi,

    /// <summary>An HTTP API of Amazon API Gateway, payload format 2.0.</summary>
    HttpApi,

    /// <summary>A load balancer; this stand-in does not serve it.</summary>
    ApplicationLoadBalancer,
}
