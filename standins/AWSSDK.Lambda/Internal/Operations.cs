using System.Globalization;
using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.Lambda.Internal;

/// <summary>How each operation is written and read.</summary>
internal static class Operations
{
    public static readonly InvokeOptions GetAccountSettings = Operation<GetAccountSettingsRequest>(
        "GET",
        "/2016-08-19/account-settings/",
        (_, _) => { },
        null,
        ResponseJson.GetAccountSettingsResponse);

    public static readonly InvokeOptions GetFunctionConcurrency = Operation<GetFunctionConcurrencyRequest>(
        "GET",
        "/2019-09-30/functions/{FunctionName}/concurrency",
        (request, value) => AddToPath(request, "FunctionName", value.FunctionName),
        null,
        ResponseJson.GetFunctionConcurrencyResponse);

    public static readonly InvokeOptions ListEventSourceMappings = Operation<ListEventSourceMappingsRequest>(
        "GET",
        "/2015-03-31/event-source-mappings/",
        (request, value) =>
        {
            AddToQuery(request, "EventSourceArn", value.EventSourceArn);
            AddToQuery(request, "FunctionName", value.FunctionName);
            AddToQuery(request, "Marker", value.Marker);
            AddToQuery(request, "MaxItems", value.MaxItems?.ToString(CultureInfo.InvariantCulture));
        },
        null,
        ResponseJson.ListEventSourceMappingsResponse);

    public static readonly InvokeOptions PutFunctionConcurrency = Operation<PutFunctionConcurrencyRequest>(
        "PUT",
        "/2017-10-31/functions/{FunctionName}/concurrency",
        (request, value) => AddToPath(request, "FunctionName", value.FunctionName),
        RequestJson.Write,
        ResponseJson.PutFunctionConcurrencyResponse);

    public static readonly InvokeOptions UpdateEventSourceMapping = Operation<UpdateEventSourceMappingRequest>(
        "PUT",
        "/2015-03-31/event-source-mappings/{UUID}",
        (request, value) => AddToPath(request, "UUID", value.UUID),
        RequestJson.Write,
        ResponseJson.UpdateEventSourceMappingResponse);

    private static InvokeOptions Operation<TRequest>(
        string method,
        string path,
        Action<IRequest, TRequest> prepare,
        Action<Utf8JsonWriter, TRequest> write,
        Func<JsonElement, AmazonWebServiceResponse> read)
        where TRequest : AmazonLambdaRequest => new()
        {
            RequestMarshaller = new JsonRequestMarshaller<TRequest>(
                "Amazon.Lambda",
                (request, value) =>
                {
                    request.HttpMethod = method;
                    request.ResourcePath = path;
                    prepare(request, value);
                    if (write is not null)
                    {
                        request.Headers["Content-Type"] = "application/json";
                    }
                },
                write),
            ResponseUnmarshaller = new JsonOperationUnmarshaller(read, Errors.ToException),
        };

    private static void AddToPath(IRequest request, string name, string value) => request.AddPathResource(
        $"{{{name}}}",
        string.IsNullOrEmpty(value) ? throw new AmazonLambdaException($"Request object does not have required field {name} set") : value);

    private static void AddToQuery(IRequest request, string name, string value)
    {
        if (value is not null)
        {
            request.UseQueryString = true;
            request.Parameters.Add(name, value);
        }
    }
}
