using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Callbacks;
using ContactCenter.Core.Notifications.Answers;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Learns from contact events that a call has ended: not answered, hung up, a voicemail, or after a key. Events may be lost and come twice;
/// then the time limit of the call counts, and nothing changes.
/// </summary>
public sealed class EndCallFunction(CallAnswers answers, TimeProvider clock)
{
    /// <summary>Takes one contact event of EventBridge; any other, and that of any other contact, says nothing.</summary>
    [LambdaFunction]
    public async Task<Stream> EndCall(Stream input, ILambdaContext context)
    {
        using var limit = TimeLimit.Of(context);
        var contact = ContactEnd.Contact(await Reply.ReadAsync(input));
        var isOurs = contact is not null && await answers.EndAsync(contact, clock.GetUtcNow(), limit.Token);
        context.Logger.LogInformation("Contact {Contact} has ended, a call of ours: {IsOurs}", contact ?? "unknown", isOurs);
        return Reply.Json(new EndedCallReply(isOurs), FunctionsJson.Default.EndedCallReply);
    }
}

/// <summary>What an event has told.</summary>
/// <param name="IsCall">True where a call that told of an incident has ended.</param>
public sealed record EndedCallReply(bool IsCall);
