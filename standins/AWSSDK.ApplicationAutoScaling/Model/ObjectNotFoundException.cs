using System.Net;
using Amazon.Runtime;

namespace Amazon.ApplicationAutoScaling.Model;

public class ObjectNotFoundException : AmazonApplicationAutoScalingException
{
    public ObjectNotFoundException(string message)
        : base(message)
    {
    }

    public ObjectNotFoundException(
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
