using Amazon.Connect.Model;
using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>Amazon Connect, as far as it is called here.</summary>
public interface IAmazonConnect : IAmazonService, IDisposable
{
    Task<GetCurrentMetricDataResponse> GetCurrentMetricDataAsync(GetCurrentMetricDataRequest request, CancellationToken cancellationToken = default);

    Task<GetMetricDataV2Response> GetMetricDataV2Async(GetMetricDataV2Request request, CancellationToken cancellationToken = default);

    Task<ListQueuesResponse> ListQueuesAsync(ListQueuesRequest request, CancellationToken cancellationToken = default);

    Task<ListRoutingProfilesResponse> ListRoutingProfilesAsync(ListRoutingProfilesRequest request, CancellationToken cancellationToken = default);

    Task<StartTaskContactResponse> StartTaskContactAsync(StartTaskContactRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonConnectConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null
            ? new AmazonConnectClient((AmazonConnectConfig)clientConfig)
            : new AmazonConnectClient(awsCredentials, (AmazonConnectConfig)clientConfig);
}
