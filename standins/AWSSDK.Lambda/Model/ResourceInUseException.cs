using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class ResourceInUseException : AmazonLambdaException
{
    public ResourceInUseException(string message)
        : base(message)
    {
    }

    public ResourceInUseException(
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
