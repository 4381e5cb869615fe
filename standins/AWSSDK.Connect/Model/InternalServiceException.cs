using System.Net;
using Amazon.Runtime;

namespace Amazon.Connect.Model;

public class InternalServiceException : AmazonConnectException
{
    public InternalServiceException(string message)
        : base(message)
    {
    }

    public InternalServiceException(
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
