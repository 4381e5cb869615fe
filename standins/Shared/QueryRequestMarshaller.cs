using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIns;

/// <summary>Writes a request of the AWS query protocol: a form with one field per value.</summary>
/// <param name="service">The namespace of the service's client.</param>
/// <param name="version">Of the service's API.</param>
/// <param name="action">The operation's name.</param>
/// <param name="write">Adds the fields besides Action and Version.</param>
internal sealed class QueryRequestMarshaller<TRequest>(
    string service,
    string version,
    string action,
    Action<QueryFields, TRequest> write) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service);
        request.Parameters.Add("Action", action);
        request.Parameters.Add("Version", version);
        write(new QueryFields(request.Parameters, ""), (TRequest)input);
        return request;
    }
}
