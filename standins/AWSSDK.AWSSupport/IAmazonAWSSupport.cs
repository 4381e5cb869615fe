using Amazon.AWSSupport.Model;
using Amazon.Runtime;

namespace Amazon.AWSSupport;

/// <summary>AWS Support, as far as it is called here.</summary>
public interface IAmazonAWSSupport : IAmazonService, IDisposable
{
    Task<CreateCaseResponse> CreateCaseAsync(CreateCaseRequest request, CancellationToken cancellationToken = default);

    Task<DescribeCasesResponse> DescribeCasesAsync(DescribeCasesRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonAWSSupportConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null
            ? new AmazonAWSSupportClient((AmazonAWSSupportConfig)clientConfig)
            : new AmazonAWSSupportClient(awsCredentials, (AmazonAWSSupportConfig)clientConfig);
}
