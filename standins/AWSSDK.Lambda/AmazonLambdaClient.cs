using Amazon.Lambda.Internal;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.Lambda;

/// <summary>Calls AWS Lambda through the SDK's own pipeline: credentials, signatures, retries, endpoints.</summary>
public class AmazonLambdaClient : AmazonServiceClient, IAmazonLambda
{
    public AmazonLambdaClient()
        : this(new AmazonLambdaConfig())
    {
    }

    public AmazonLambdaClient(RegionEndpoint region)
        : this(new AmazonLambdaConfig { RegionEndpoint = region })
    {
    }

    public AmazonLambdaClient(AmazonLambdaConfig config)
        : base(config)
    {
    }

    public AmazonLambdaClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonLambdaConfig { RegionEndpoint = region })
    {
    }

    public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceMetadata("Lambda");

    public virtual Task<GetAccountSettingsResponse> GetAccountSettingsAsync(GetAccountSettingsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAccountSettingsResponse>(request, Operations.GetAccountSettings, cancellationToken);

    public virtual Task<GetFunctionConcurrencyResponse> GetFunctionConcurrencyAsync(GetFunctionConcurrencyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetFunctionConcurrencyResponse>(request, Operations.GetFunctionConcurrency, cancellationToken);

    public virtual Task<ListEventSourceMappingsResponse> ListEventSourceMappingsAsync(ListEventSourceMappingsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListEventSourceMappingsResponse>(request, Operations.ListEventSourceMappings, cancellationToken);

    public virtual Task<PutFunctionConcurrencyResponse> PutFunctionConcurrencyAsync(PutFunctionConcurrencyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutFunctionConcurrencyResponse>(request, Operations.PutFunctionConcurrency, cancellationToken);

    public virtual Task<UpdateEventSourceMappingResponse> UpdateEventSourceMappingAsync(UpdateEventSourceMappingRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateEventSourceMappingResponse>(request, Operations.UpdateEventSourceMapping, cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => ServicePipeline.Customize(pipeline);
}
