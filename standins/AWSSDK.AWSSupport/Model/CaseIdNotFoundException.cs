using System.Net;
using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

public class CaseIdNotFoundException : AmazonAWSSupportException
{
    public CaseIdNotFoundException(string message)
        : base(message)
    {
    }

    public CaseIdNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
