using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Callbacks;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Writes down that a customer wishes to be called back, because Amazon Connect does not tell a callback from a caller once it waits in the
/// queue. A contact has one wish, and its time stays the first one; nothing of the customer is kept.
/// </summary>
public sealed class RecordCallbackFunction(ICallbackStore callbacks, FlowHook hook, FunctionEnvironment environment, TimeProvider clock)
{
    private static readonly HookAnswer Prepared = Answer("failed") with { IsDefault = true };

    /// <summary>Answers one contact flow: <c>status</c> says <c>ok</c>, what is missing, or <c>failed</c>.</summary>
    [LambdaFunction]
    public Task<Stream> RecordCallback(Stream input, ILambdaContext context) =>
        hook.AnswerAsync(nameof(RecordCallback), input, context, Prepared, AnswerAsync);

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        var reading = CallbackReading.Of(call.Request, environment.Configuration, clock.GetUtcNow());
        var isNew = reading.Wish is { } wish && !call.IsSynthetic && await callbacks.AddAsync(wish, call.Stop);
        return Answer(reading.Status) with { Reasons = [isNew ? "wish is new" : "no new wish"] };
    }

    private static HookAnswer Answer(string status) =>
        new() { Decision = status, Values = new Dictionary<string, string?> { ["status"] = status } };
}
