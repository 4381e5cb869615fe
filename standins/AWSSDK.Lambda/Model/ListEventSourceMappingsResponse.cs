using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class ListEventSourceMappingsResponse : AmazonWebServiceResponse
{
    public List<EventSourceMappingConfiguration> EventSourceMappings { get; set; }

    public string NextMarker { get; set; }
}
