using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.StandIns;

/// <summary>An operation of awsJson or REST-JSON: how its request is written, its response and its errors are read.</summary>
internal abstract class JsonOperation : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private const int MaximumExpected = 1 << 20; // bytes set aside because a service says so
    private const string QueryError = "x-amzn-query-error";

    protected JsonOperation() => Options = new InvokeOptions { RequestMarshaller = this, ResponseUnmarshaller = this };

    public InvokeOptions Options { get; }

    public abstract IRequest Marshall(AmazonWebServiceRequest input);

    public sealed override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        using var bytes = new MemoryStream((int)Math.Clamp(input.ResponseData.ContentLength, 0, MaximumExpected));
        input.Stream.CopyTo(bytes);
        return ReadWhole(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), input.ResponseData);
    }

    public sealed override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        ErrorResponse error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        if (input.ResponseData.IsHeaderPresent(QueryError))
        {
            // Services that spoke the query protocol before go on with its codes: <code>;<type>.
            error.Code = input.ResponseData.GetHeaderValue(QueryError).Split(';')[0];
        }

        AmazonServiceException exception = ToException(error);
        try
        {
            var body = new JsonBody(input.GetResponseBodyBytes());
            ReadMembers(exception, ref body);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            // Something between answered in place of the service; code and status say what.
        }

        return exception;
    }

    protected abstract AmazonWebServiceResponse Read(ref JsonBody body);

    /// <summary>A response with what stands outside its body, which few have.</summary>
    protected virtual AmazonWebServiceResponse ReadWhole(ReadOnlySpan<byte> bytes, IWebResponseData data)
    {
        var body = new JsonBody(bytes);
        return Read(ref body);
    }

    protected abstract AmazonServiceException ToException(ErrorResponse error);

    /// <summary>What an exception has beyond its message.</summary>
    protected abstract void ReadMembers(AmazonServiceException exception, ref JsonBody body);
}
