using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Callbacks;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Removes wishes to be called back when contact events say that an agent has the callback, or that it ended. Events come without order and
/// more than once; a wish that is gone stays gone.
/// </summary>
public sealed class TrackCallbacksFunction(ICallbackStore callbacks)
{
    /// <summary>Takes one contact event of EventBridge; any other says nothing.</summary>
    [LambdaFunction]
    public async Task<Stream> TrackCallbacks(Stream input, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var over = CallbackEnd.Contacts(await Reply.ReadAsync(input));
        var removed = 0;
        foreach (var contact in over)
        {
            removed += await callbacks.RemoveAsync(contact, limit.Token) ? 1 : 0;
        }

        context.Logger.LogInformation("{Removed} wishes of {Contacts} contacts are over", removed, over.Count);
        return Reply.Json(new CallbacksReply(removed), FunctionsJson.Default.CallbacksReply);
    }
}

/// <summary>What an event has ended.</summary>
/// <param name="Removed">Wishes that were removed.</param>
public sealed record CallbacksReply(int Removed);
