using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class InvalidParameterValueException : AmazonLambdaException
{
    public InvalidParameterValueException(string message)
        : base(message)
    {
    }

    public InvalidParameterValueException(
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
