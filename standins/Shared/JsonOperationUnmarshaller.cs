using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.StandIns;

/// <summary>Reads a response or an error of the JSON protocols.</summary>
/// <param name="read">Reads the body's one object; an empty body is an empty object.</param>
/// <param name="toException">The service's exception for an error code.</param>
internal sealed class JsonOperationUnmarshaller(
    Func<JsonElement, AmazonWebServiceResponse> read,
    Func<ErrorResponse, AmazonServiceException> toException) : JsonResponseUnmarshaller
{
    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        using var body = new MemoryStream();
        input.Stream.CopyTo(body);
        if (body.Length == 0)
        {
            return read(Empty);
        }

        using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
        return read(document.RootElement);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        ErrorResponse error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return toException(error);
    }
}
