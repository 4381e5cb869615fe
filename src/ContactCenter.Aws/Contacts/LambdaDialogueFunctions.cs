using System.Net;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using ContactCenter.Core.Contacts.Dialogues;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// Calls the customer's functions through AWS Lambda, once each time: whoever asks again does so with the same key. The client must not try
/// again by itself.
/// </summary>
public sealed class LambdaDialogueFunctions(IAmazonLambda lambda) : IDialogueFunctions
{
    /// <summary>A client that does not try again: a customer waits, and the second attempt is the dialogue's.</summary>
    public static AmazonLambdaClient CreateClient() => new(new AmazonLambdaConfig { MaxErrorRetry = 0 });

    /// <inheritdoc/>
    public async Task<FunctionResult> CallAsync(
        string function, ReadOnlyMemory<byte> request, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        try
        {
            using var payload = new MemoryStream(request.ToArray());
            var response = await lambda.InvokeAsync(
                new InvokeRequest { FunctionName = function, InvocationType = InvocationType.RequestResponse, PayloadStream = payload },
                stop.Token);
            return string.IsNullOrEmpty(response.FunctionError) && response.Payload is { Length: <= DialogueReply.MaximumBytes } answer
                ? new FunctionResult(FunctionOutcome.Answered, answer.ToArray())
                : FunctionResult.Failed;
        }
        catch (OperationCanceledException)
        {
            return FunctionResult.Late;
        }
        catch (AmazonServiceException refused)
        {
            // throttled and broken services may answer the next time; a function that is not there, or not allowed, will not
            return refused is TooManyRequestsException || refused.StatusCode >= HttpStatusCode.InternalServerError
                ? FunctionResult.Late
                : FunctionResult.Failed;
        }
        catch (Exception unreached) when (unreached is AmazonClientException or HttpRequestException or IOException)
        {
            return FunctionResult.Late;
        }
    }
}
