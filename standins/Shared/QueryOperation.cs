using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIns;

/// <summary>An operation of the AWS query protocol: a form with one field per value goes, XML comes back.</summary>
internal abstract class QueryOperation : XmlResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    protected QueryOperation() => Options = new InvokeOptions { RequestMarshaller = this, ResponseUnmarshaller = this };

    public InvokeOptions Options { get; }

    public abstract IRequest Marshall(AmazonWebServiceRequest input);

    public sealed override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        using var xml = XmlReader.Create(input.Stream);
        _ = xml.MoveToContent();
        var body = new XmlBody(xml);
        AmazonWebServiceResponse response = null;
        string requestId = null;
        for (body.StartObject(); body.NextMember();)
        {
            if (body.IsResult)
            {
                response = Read(body);
            }
            else if (body.Is("ResponseMetadata"))
            {
                for (body.StartObject(); body.NextMember();)
                {
                    requestId = body.Text(); // its only member
                }
            }
        }

        response ??= Read(new XmlBody(null));
        response.ResponseMetadata = new ResponseMetadata { RequestId = requestId };
        return response;
    }

    public sealed override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode)
    {
        ErrorResponse error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return ToException(error);
    }

    protected abstract AmazonWebServiceResponse Read(XmlBody body);

    protected abstract AmazonServiceException ToException(ErrorResponse error);
}
