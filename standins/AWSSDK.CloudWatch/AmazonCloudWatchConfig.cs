using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.CloudWatch;

/// <summary>Settings of a client of Amazon CloudWatch.</summary>
public class AmazonCloudWatchConfig : ClientConfig
{
    private static readonly string ClientUserAgent = InternalSDKUtils.BuildUserAgentString("CloudWatch", "4.0.0");

    public AmazonCloudWatchConfig()
        : base(ServiceDefaults.Provider())
    {
        ServiceId = "CloudWatch";
        AuthenticationServiceName = "monitoring";
        EndpointProvider = new ServiceEndpointProvider("monitoring");
    }

    public override string RegionEndpointServiceName => "monitoring";

    public override string ServiceVersion => "2010-08-01";

    public override string UserAgent => ClientUserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServicePipeline.DetermineEndpoint(this, parameters);
}
