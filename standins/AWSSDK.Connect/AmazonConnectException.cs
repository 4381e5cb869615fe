using System.Net;
using Amazon.Runtime;

namespace Amazon.Connect;

public class AmazonConnectException : AmazonServiceException
{
    public AmazonConnectException(string message)
        : base(message)
    {
    }

    public AmazonConnectException(
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
