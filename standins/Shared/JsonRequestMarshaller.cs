using System.Buffers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIns;

/// <summary>Writes a request of the protocols awsJson 1.0, awsJson 1.1 and REST-JSON.</summary>
/// <param name="service">The namespace of the service's client.</param>
/// <param name="prepare">Sets method, path and headers.</param>
/// <param name="write">Writes the members of the body's one object.</param>
internal sealed class JsonRequestMarshaller<TRequest>(
    string service,
    Action<IRequest, TRequest> prepare,
    Action<Utf8JsonWriter, TRequest> write) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var typed = (TRequest)input;
        var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
        prepare(request, typed);
        if (request.HttpMethod == "GET")
        {
            return request;
        }

        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            write(writer, typed);
            writer.WriteEndObject();
        }

        request.Content = body.WrittenSpan.ToArray();
        return request;
    }
}
