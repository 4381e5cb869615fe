using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class ServiceException : AmazonLambdaException
{
    public ServiceException(string message)
        : base(message)
    {
    }

    public ServiceException(
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
