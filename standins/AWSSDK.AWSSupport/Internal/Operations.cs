using System.Text.Json;
using Amazon.AWSSupport.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.AWSSupport.Internal;

/// <summary>How each operation is written and read.</summary>
internal static class Operations
{
    public static readonly InvokeOptions CreateCase = Operation<CreateCaseRequest>("CreateCase", RequestJson.Write, ResponseJson.CreateCaseResponse);

    public static readonly InvokeOptions DescribeCases = Operation<DescribeCasesRequest>("DescribeCases", RequestJson.Write, ResponseJson.DescribeCasesResponse);

    private static InvokeOptions Operation<TRequest>(
        string name,
        Action<Utf8JsonWriter, TRequest> write,
        Func<JsonElement, AmazonWebServiceResponse> read)
        where TRequest : AmazonAWSSupportRequest => new()
        {
            RequestMarshaller = new JsonRequestMarshaller<TRequest>(
                "Amazon.AWSSupport",
                (request, _) =>
                {
                    request.Headers["Content-Type"] = "application/x-amz-json-1.1";
                    request.Headers["X-Amz-Target"] = "AWSSupport_20130415." + name;
                },
                write),
            ResponseUnmarshaller = new JsonOperationUnmarshaller(read, Errors.ToException),
        };
}
