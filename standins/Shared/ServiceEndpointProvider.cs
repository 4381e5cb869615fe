using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.StandIns;

/// <summary>
/// Where a service is: the configured endpoint if there is one, else the host by prefix, region and partition.
/// </summary>
/// <param name="prefix">First label of the host.</param>
/// <param name="onlyRegion">The one region of a service that has no others; null for regional services.</param>
internal sealed class ServiceEndpointProvider(string prefix, string onlyRegion = null) : IEndpointProvider
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
        return onlyRegion is null
            ? new Endpoint(url)
            : new Endpoint(url, $$"""{"authSchemes":[{"name":"sigv4","signingName":"{{prefix}}","signingRegion":"{{onlyRegion}}"}]}""", "{}");
    }
}
