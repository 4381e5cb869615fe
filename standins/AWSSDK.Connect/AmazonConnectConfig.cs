using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.Connect;

/// <summary>Settings of a client of Amazon Connect.</summary>
public class AmazonConnectConfig : ClientConfig
{
    private static readonly string ClientUserAgent = InternalSDKUtils.BuildUserAgentString("Connect", "4.0.0");

    public AmazonConnectConfig()
        : base(ServiceDefaults.Provider())
    {
        ServiceId = "Connect";
        AuthenticationServiceName = "connect";
        EndpointProvider = new ServiceEndpointProvider("connect");
    }

    public override string RegionEndpointServiceName => "connect";

    public override string ServiceVersion => "2017-08-08";

    public override string UserAgent => ClientUserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServicePipeline.DetermineEndpoint(this, parameters);
}
