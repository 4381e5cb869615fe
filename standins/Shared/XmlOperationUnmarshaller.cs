using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIns;

/// <summary>Reads a response or an error of the AWS query protocol.</summary>
/// <param name="read">Reads the element named after the operation with "Result" at its end.</param>
/// <param name="toException">The service's exception for an error code.</param>
internal sealed class XmlOperationUnmarshaller(
    Func<XElement, AmazonWebServiceResponse> read,
    Func<ErrorResponse, AmazonServiceException> toException) : XmlResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        using var reader = XmlReader.Create(input.Stream);
        XElement root = XElement.Load(reader);
        XElement result = root.Elements().FirstOrDefault(e => e.Name.LocalName.EndsWith("Result", StringComparison.Ordinal));
        AmazonWebServiceResponse response = read(result ?? new XElement("Result"));
        string requestId = root.Member("ResponseMetadata")?.Text("RequestId");
        response.ResponseMetadata = new ResponseMetadata { RequestId = requestId };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode)
    {
        ErrorResponse error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return toException(error);
    }
}
