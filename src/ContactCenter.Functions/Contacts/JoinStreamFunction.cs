using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Lets the instance send segments of calls to the deployment's stream, when CloudFormation asks for that, and no more when the stack goes.
/// CloudFormation waits for an answer at the address that it gives, so it always gets one; an instance that has another stream is a refusal
/// that says which.
/// </summary>
public sealed class JoinStreamFunction(ISegmentStreams streams, HttpClient http)
{
    /// <summary>CloudFormation takes no longer answer than 4 KB.</summary>
    private const int MaximumReason = 1000;

    /// <summary>Physical id of what was never made, so that taking it away asks for nothing.</summary>
    private const string Nothing = "none";

    /// <summary>Takes a request of CloudFormation.</summary>
    [LambdaFunction]
    public async Task<Stream> JoinStream(Stream input, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var request = JsonSerializer.Deserialize((await Reply.ReadAsync(input)).Span, FunctionsJson.Default.StackRequest)
            ?? throw new ArgumentException("an empty request", nameof(input));
        var answer = await AnswerAsync(request, context.Logger, limit.Token);
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(answer, FunctionsJson.Default.StackAnswer));

        // the address is signed for an empty type
        content.Headers.ContentType = null;
        // also when the time for the work is over: CloudFormation would wait an hour for an answer that does not come
        using var sent = await http.PutAsync(Address(request), content, CancellationToken.None);
        _ = sent.EnsureSuccessStatusCode();
        return Reply.Json(answer, FunctionsJson.Default.StackAnswer);
    }

    private async Task<StackAnswer> AnswerAsync(StackRequest request, ILambdaLogger logger, CancellationToken stop)
    {
        var answer = new StackAnswer("SUCCESS", "", request.PhysicalResourceId ?? Nothing, request.StackId, request.RequestId,
            request.LogicalResourceId);
        try
        {
            var stream = request.ResourceProperties?.Stream ?? throw new ArgumentException("the request names no stream");
            var id = await DoAsync(
                SegmentStream.Next(request.RequestType != "Delete", stream, await streams.ListAsync(stop)), stream, logger, stop);
            return answer with { PhysicalResourceId = id ?? answer.PhysicalResourceId };
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            logger.LogError(refused, "{Request} was refused", request.RequestType ?? "a request");
            return answer with { Status = "FAILED", Reason = CleanText.Line(refused.Message, MaximumReason) };
        }
    }

    private async Task<string?> DoAsync(StreamStep step, string stream, ILambdaLogger logger, CancellationToken stop)
    {
        logger.LogInformation("{Step} for {Stream}", step.GetType().Name, stream);
        switch (step)
        {
            case StreamStep.Associate associate:
                return await streams.AssociateAsync(associate.Kind, stream, stop);
            case StreamStep.Disassociate disassociate:
                await streams.DisassociateAsync(disassociate.Association, stop);
                return null;
            case StreamStep.Refuse refuse:
                throw new InvalidOperationException(refuse.Reason);
            default:
                return (step as StreamStep.None)?.Id;
        }
    }

    /// <summary>Where CloudFormation waits: in S3, over TLS.</summary>
    private static Uri Address(StackRequest request) =>
        WebAddress.Https(request.ResponseURL) ?? throw new ArgumentException("the request names no address for its answer");
}

/// <summary>What CloudFormation asks of a resource that it does not know itself.</summary>
/// <param name="RequestType">Create, Update or Delete.</param>
/// <param name="ResponseURL">Where it waits for the answer.</param>
/// <param name="StackId">The stack.</param>
/// <param name="RequestId">The request.</param>
/// <param name="LogicalResourceId">Name of the resource in the template.</param>
/// <param name="PhysicalResourceId">What it was called before; null when it is new.</param>
/// <param name="ResourceProperties">What the template says.</param>
public sealed record StackRequest(
    [property: JsonPropertyName("RequestType")] string? RequestType,
    [property: JsonPropertyName("ResponseURL")] string? ResponseURL,
    [property: JsonPropertyName("StackId")] string? StackId,
    [property: JsonPropertyName("RequestId")] string? RequestId,
    [property: JsonPropertyName("LogicalResourceId")] string? LogicalResourceId,
    [property: JsonPropertyName("PhysicalResourceId")] string? PhysicalResourceId,
    [property: JsonPropertyName("ResourceProperties")] StackProperties? ResourceProperties);

/// <summary>What the template says of the resource.</summary>
/// <param name="Stream">ARN of the stream.</param>
public sealed record StackProperties([property: JsonPropertyName("Stream")] string? Stream);

/// <summary>What CloudFormation is answered.</summary>
/// <param name="Status">SUCCESS or FAILED.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="PhysicalResourceId">What the resource is called from now on.</param>
/// <param name="StackId">The stack.</param>
/// <param name="RequestId">The request.</param>
/// <param name="LogicalResourceId">Name of the resource in the template.</param>
public sealed record StackAnswer(
    [property: JsonPropertyName("Status")] string Status,
    [property: JsonPropertyName("Reason")] string Reason,
    [property: JsonPropertyName("PhysicalResourceId")] string PhysicalResourceId,
    [property: JsonPropertyName("StackId")] string? StackId,
    [property: JsonPropertyName("RequestId")] string? RequestId,
    [property: JsonPropertyName("LogicalResourceId")] string? LogicalResourceId);
