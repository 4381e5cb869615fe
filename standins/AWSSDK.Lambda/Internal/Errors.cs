using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Internal;

/// <summary>The exception for an error of the service; one that has no type of its own here still carries its code.</summary>
internal static class Errors
{
    public static AmazonServiceException ToException(ErrorResponse e) => e.Code switch
    {
        "InvalidParameterValueException" =>
            new InvalidParameterValueException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceConflictException" =>
            new ResourceConflictException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceInUseException" =>
            new ResourceInUseException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceNotFoundException" =>
            new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServiceException" =>
            new ServiceException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "TooManyRequestsException" =>
            new TooManyRequestsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonLambdaException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
