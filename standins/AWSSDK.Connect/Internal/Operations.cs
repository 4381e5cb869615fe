using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.Connect.Internal;

/// <summary>How each operation is written and read.</summary>
internal static class Operations
{
    public static readonly InvokeOptions GetCurrentMetricData = Operation<GetCurrentMetricDataRequest>(
        "POST",
        "/metrics/current/{InstanceId}",
        (request, value) => AddToPath(request, "InstanceId", value.InstanceId),
        RequestJson.Write,
        ResponseJson.GetCurrentMetricDataResponse);

    public static readonly InvokeOptions GetMetricDataV2 = Operation<GetMetricDataV2Request>(
        "POST",
        "/metrics/data",
        (_, _) => { },
        RequestJson.Write,
        ResponseJson.GetMetricDataV2Response);

    public static readonly InvokeOptions ListQueues = Operation<ListQueuesRequest>(
        "GET",
        "/queues-summary/{InstanceId}",
        (request, value) =>
        {
            AddToPath(request, "InstanceId", value.InstanceId);
            AddPage(request, value.NextToken, value.MaxResults);
            if (value.QueueTypes is { Count: > 0 } types)
            {
                request.ParameterCollection.Add("queueTypes", types.ConvertAll(type => type.Value));
            }
        },
        (_, _) => { },
        ResponseJson.ListQueuesResponse);

    public static readonly InvokeOptions ListRoutingProfiles = Operation<ListRoutingProfilesRequest>(
        "GET",
        "/routing-profiles-summary/{InstanceId}",
        (request, value) =>
        {
            AddToPath(request, "InstanceId", value.InstanceId);
            AddPage(request, value.NextToken, value.MaxResults);
        },
        (_, _) => { },
        ResponseJson.ListRoutingProfilesResponse);

    public static readonly InvokeOptions StartTaskContact = Operation<StartTaskContactRequest>(
        "PUT",
        "/contact/task",
        (_, _) => { },
        RequestJson.Write,
        ResponseJson.StartTaskContactResponse);

    private static InvokeOptions Operation<TRequest>(
        string method,
        string path,
        Action<IRequest, TRequest> prepare,
        Action<Utf8JsonWriter, TRequest> write,
        Func<JsonElement, AmazonWebServiceResponse> read)
        where TRequest : AmazonConnectRequest => new()
        {
            RequestMarshaller = new JsonRequestMarshaller<TRequest>(
                "Amazon.Connect",
                (request, value) =>
                {
                    request.HttpMethod = method;
                    request.ResourcePath = path;
                    request.Headers["Content-Type"] = "application/json";
                    prepare(request, value);
                },
                write),
            ResponseUnmarshaller = new JsonOperationUnmarshaller(read, Errors.ToException),
        };

    private static void AddToPath(IRequest request, string name, string value) => request.AddPathResource(
        $"{{{name}}}",
        string.IsNullOrEmpty(value) ? throw new AmazonConnectException($"Request object does not have required field {name} set") : value);

    private static void AddPage(IRequest request, string nextToken, int? maxResults)
    {
        request.UseQueryString = true;
        if (nextToken is not null)
        {
            request.Parameters.Add("nextToken", nextToken);
        }

        if (maxResults is { } most)
        {
            request.Parameters.Add("maxResults", most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
