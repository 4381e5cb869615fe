using System.Net;
using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

public class CaseCreationLimitExceededException : AmazonAWSSupportException
{
    public CaseCreationLimitExceededException(string message)
        : base(message)
    {
    }

    public CaseCreationLimitExceededException(
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
