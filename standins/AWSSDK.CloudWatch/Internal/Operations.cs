using System.Text.Json;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.CloudWatch.Internal;

/// <summary>How each operation is written and read.</summary>
internal static class Operations
{
    public static readonly InvokeOptions DescribeAlarms = Operation<DescribeAlarmsRequest>("DescribeAlarms", RequestJson.Write, ResponseJson.DescribeAlarmsResponse);

    public static readonly InvokeOptions GetMetricData = Operation<GetMetricDataRequest>("GetMetricData", RequestJson.Write, ResponseJson.GetMetricDataResponse);

    public static readonly InvokeOptions PutMetricData = Operation<PutMetricDataRequest>("PutMetricData", RequestJson.Write, ResponseJson.PutMetricDataResponse);

    public static readonly InvokeOptions SetAlarmState = Operation<SetAlarmStateRequest>("SetAlarmState", RequestJson.Write, ResponseJson.SetAlarmStateResponse);

    private static InvokeOptions Operation<TRequest>(
        string name,
        Action<Utf8JsonWriter, TRequest> write,
        Func<JsonElement, AmazonWebServiceResponse> read)
        where TRequest : AmazonCloudWatchRequest => new()
        {
            RequestMarshaller = new JsonRequestMarshaller<TRequest>(
                "Amazon.CloudWatch",
                (request, _) =>
                {
                    request.Headers["Content-Type"] = "application/x-amz-json-1.0";
                    request.Headers["X-Amz-Target"] = "GraniteServiceVersion20100801." + name;
                },
                write),
            ResponseUnmarshaller = new JsonOperationUnmarshaller(read, Errors.ToException),
        };
}
