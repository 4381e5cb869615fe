using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.AWSSupport;

/// <summary>Settings of a client of AWS Support.</summary>
public class AmazonAWSSupportConfig : ClientConfig
{
    private static readonly string ClientUserAgent = InternalSDKUtils.BuildUserAgentString("Support", "4.0.0");

    public AmazonAWSSupportConfig()
        : base(ServiceDefaults.Provider())
    {
        ServiceId = "Support";
        AuthenticationServiceName = "support";
        EndpointProvider = new ServiceEndpointProvider("support", "us-east-1");
    }

    public override string RegionEndpointServiceName => "support";

    public override string ServiceVersion => "2013-04-15";

    public override string UserAgent => ClientUserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServicePipeline.DetermineEndpoint(this, parameters);
}
