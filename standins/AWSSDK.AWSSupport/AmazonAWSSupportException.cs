using System.Net;
using Amazon.Runtime;

namespace Amazon.AWSSupport;

public class AmazonAWSSupportException : AmazonServiceException
{
    public AmazonAWSSupportException(string message)
        : base(message)
    {
    }

    public AmazonAWSSupportException(
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
