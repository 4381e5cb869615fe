using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.ApplicationAutoScaling;

/// <summary>Settings of a client of Application Auto Scaling.</summary>
public class AmazonApplicationAutoScalingConfig : ClientConfig
{
    private static readonly string ClientUserAgent = InternalSDKUtils.BuildUserAgentString("Application Auto Scaling", "4.0.0");

    public AmazonApplicationAutoScalingConfig()
        : base(ServiceDefaults.Provider())
    {
        ServiceId = "Application Auto Scaling";
        AuthenticationServiceName = "application-autoscaling";
        EndpointProvider = new ServiceEndpointProvider("application-autoscaling");
    }

    public override string RegionEndpointServiceName => "application-autoscaling";

    public override string ServiceVersion => "2016-02-06";

    public override string UserAgent => ClientUserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServicePipeline.DetermineEndpoint(this, parameters);
}
