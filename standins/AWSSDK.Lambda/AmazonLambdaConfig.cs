using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.StandIns;
using Amazon.Util.Internal;

namespace Amazon.Lambda;

/// <summary>Settings of a client of AWS Lambda.</summary>
public class AmazonLambdaConfig : ClientConfig
{
    private static readonly string ClientUserAgent = InternalSDKUtils.BuildUserAgentString("Lambda", "4.0.0");

    public AmazonLambdaConfig()
        : base(ServiceDefaults.Provider())
    {
        ServiceId = "Lambda";
        AuthenticationServiceName = "lambda";
        EndpointProvider = new ServiceEndpointProvider("lambda");
    }

    public override string RegionEndpointServiceName => "lambda";

    public override string ServiceVersion => "2015-03-31";

    public override string UserAgent => ClientUserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        ServicePipeline.DetermineEndpoint(this, parameters);
}
