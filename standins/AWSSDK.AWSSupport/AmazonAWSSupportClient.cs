using Amazon.AWSSupport.Internal;
using Amazon.AWSSupport.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.AWSSupport;

/// <summary>Calls AWS Support through the SDK's own pipeline: credentials, signatures, retries, endpoints.</summary>
public class AmazonAWSSupportClient : AmazonServiceClient, IAmazonAWSSupport
{
    public AmazonAWSSupportClient()
        : this(new AmazonAWSSupportConfig())
    {
    }

    public AmazonAWSSupportClient(RegionEndpoint region)
        : this(new AmazonAWSSupportConfig { RegionEndpoint = region })
    {
    }

    public AmazonAWSSupportClient(AmazonAWSSupportConfig config)
        : base(config)
    {
    }

    public AmazonAWSSupportClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonAWSSupportConfig { RegionEndpoint = region })
    {
    }

    public AmazonAWSSupportClient(AWSCredentials credentials, AmazonAWSSupportConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceMetadata("Support");

    public virtual Task<CreateCaseResponse> CreateCaseAsync(CreateCaseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateCaseResponse>(request, Operations.CreateCase, cancellationToken);

    public virtual Task<DescribeCasesResponse> DescribeCasesAsync(DescribeCasesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeCasesResponse>(request, Operations.DescribeCases, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Customize(pipeline);
}
