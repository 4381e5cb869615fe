using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.StandIns;

/// <summary>Hands the client's configuration to its endpoint provider.</summary>
internal sealed class ServiceEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        IClientConfig config = requestContext.ClientConfig;
        bool isConfigured = !string.IsNullOrEmpty(config.ServiceURL);
        string region = requestContext.Request.AlternateEndpoint?.SystemName
            ?? config.RegionEndpoint?.SystemName
            ?? (isConfigured ? AWSSDKUtils.DetermineRegion(config.ServiceURL) : null);
        return new EndpointParameters
        {
            ["UseFIPS"] = config.UseFIPSEndpoint,
            ["UseDualStack"] = config.UseDualstackEndpoint,
            ["Region"] = region,
            ["Endpoint"] = isConfigured ? config.ServiceURL : null,
        };
    }
}

/// <summary>Where a service is: the configured endpoint if there is one, else the host by prefix, region and partition.</summary>
/// <param name="prefix">First label of the host.</param>
/// <param name="onlyRegion">The one region of a service that has no others; null for regional services.</param>
/// <param name="signingName">The service's name in signatures, where there is one region only.</param>
internal sealed class ServiceEndpointProvider(string prefix, string onlyRegion = null, string signingName = null) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        bool fips = parameters["UseFIPS"] is true;
        bool dualStack = parameters["UseDualStack"] is true;
        if (parameters["Endpoint"] is string configured)
        {
            return fips ? throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported")
                : dualStack ? throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported")
                : new Endpoint(configured);
        }

        if (parameters["Region"] is not string region)
        {
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        }

        RegionEndpoint endpoint = RegionEndpoint.GetBySystemName(onlyRegion ?? region);
        string suffix = dualStack ? "api.aws" : endpoint.PartitionDnsSuffix;
        string url = $"https://{prefix}{(fips ? "-fips" : "")}.{endpoint.SystemName}.{suffix}";
        string signature = $$"""{"name":"sigv4","signingName":"{{signingName}}","signingRegion":"{{onlyRegion}}"}""";
        return onlyRegion is null ? new Endpoint(url) : new Endpoint(url, $$"""{"authSchemes":[{{signature}}]}""", "{}");
    }
}
