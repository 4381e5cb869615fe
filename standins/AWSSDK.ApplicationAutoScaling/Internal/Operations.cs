using System.Text.Json;
using Amazon.ApplicationAutoScaling.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.ApplicationAutoScaling.Internal;

/// <summary>How each operation is written and read.</summary>
internal static class Operations
{
    public static readonly InvokeOptions DescribeScalableTargets = Operation<DescribeScalableTargetsRequest>("DescribeScalableTargets", RequestJson.Write, ResponseJson.DescribeScalableTargetsResponse);

    public static readonly InvokeOptions DescribeScalingPolicies = Operation<DescribeScalingPoliciesRequest>("DescribeScalingPolicies", RequestJson.Write, ResponseJson.DescribeScalingPoliciesResponse);

    public static readonly InvokeOptions RegisterScalableTarget = Operation<RegisterScalableTargetRequest>("RegisterScalableTarget", RequestJson.Write, ResponseJson.RegisterScalableTargetResponse);

    private static InvokeOptions Operation<TRequest>(
        string name,
        Action<Utf8JsonWriter, TRequest> write,
        Func<JsonElement, AmazonWebServiceResponse> read)
        where TRequest : AmazonApplicationAutoScalingRequest => new()
        {
            RequestMarshaller = new JsonRequestMarshaller<TRequest>(
                "Amazon.ApplicationAutoScaling",
                (request, _) =>
                {
                    request.Headers["Content-Type"] = "application/x-amz-json-1.1";
                    request.Headers["X-Amz-Target"] = "AnyScaleFrontendService." + name;
                },
                write),
            ResponseUnmarshaller = new JsonOperationUnmarshaller(read, Errors.ToException),
        };
}
