using Amazon.AWSSupport.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.AWSSupport.Internal;

/// <summary>The exception for an error of the service; one that has no type of its own here still carries its code.</summary>
internal static class Errors
{
    public static AmazonServiceException ToException(ErrorResponse e) => e.Code switch
    {
        "CaseCreationLimitExceeded" =>
            new CaseCreationLimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "CaseIdNotFound" =>
            new CaseIdNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InternalServerError" =>
            new InternalServerErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonAWSSupportException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
