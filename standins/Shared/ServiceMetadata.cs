using Amazon.Runtime.Internal;

namespace Amazon.StandIns;

/// <summary>What a service calls itself where the SDK asks for it, such as in the User-Agent header.</summary>
internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
