using Amazon.Connect.Internal;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.Connect;

/// <summary>Calls Amazon Connect through the SDK's own pipeline: credentials, signatures, retries, endpoints.</summary>
public class AmazonConnectClient : AmazonServiceClient, IAmazonConnect
{
    public AmazonConnectClient()
        : this(new AmazonConnectConfig())
    {
    }

    public AmazonConnectClient(RegionEndpoint region)
        : this(new AmazonConnectConfig { RegionEndpoint = region })
    {
    }

    public AmazonConnectClient(AmazonConnectConfig config)
        : base(config)
    {
    }

    public AmazonConnectClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonConnectConfig { RegionEndpoint = region })
    {
    }

    public AmazonConnectClient(AWSCredentials credentials, AmazonConnectConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceMetadata("Connect");

    public virtual Task<GetCurrentMetricDataResponse> GetCurrentMetricDataAsync(GetCurrentMetricDataRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetCurrentMetricDataResponse>(request, Operations.GetCurrentMetricData, cancellationToken);

    public virtual Task<GetMetricDataV2Response> GetMetricDataV2Async(GetMetricDataV2Request request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMetricDataV2Response>(request, Operations.GetMetricDataV2, cancellationToken);

    public virtual Task<ListQueuesResponse> ListQueuesAsync(ListQueuesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListQueuesResponse>(request, Operations.ListQueues, cancellationToken);

    public virtual Task<ListRoutingProfilesResponse> ListRoutingProfilesAsync(ListRoutingProfilesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListRoutingProfilesResponse>(request, Operations.ListRoutingProfiles, cancellationToken);

    public virtual Task<StartTaskContactResponse> StartTaskContactAsync(StartTaskContactRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StartTaskContactResponse>(request, Operations.StartTaskContact, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Customize(pipeline);
}
