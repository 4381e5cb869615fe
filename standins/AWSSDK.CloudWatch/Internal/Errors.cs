using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch.Internal;

/// <summary>The exception for an error of the service; one that has no type of its own here still carries its code.</summary>
internal static class Errors
{
    public static AmazonServiceException ToException(ErrorResponse e) => e.Code switch
    {
        "InvalidFormat" or "InvalidFormatFault" =>
            new InvalidFormatException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidNextToken" =>
            new InvalidNextTokenException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidParameterCombination" or "InvalidParameterCombinationException" =>
            new InvalidParameterCombinationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidParameterValue" or "InvalidParameterValueException" =>
            new InvalidParameterValueException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "MissingParameter" or "MissingRequiredParameterException" =>
            new MissingRequiredParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceNotFound" or "ResourceNotFoundException" =>
            new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonCloudWatchException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
