using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Notifications.Calls;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Takes the key that somebody has pressed in a call that tells of an incident, and says in their language what came of it. Which call it
/// is, and that it is that call, stands in the contact; who calls this function without that changes nothing.
/// </summary>
public sealed class AnswerCallFunction(CallAnswers answers, FlowHook hook, TimeProvider clock)
{
    private static readonly HookAnswer Prepared = Of("failed", null, []) with { IsDefault = true };

    /// <summary>
    /// Takes one key; <c>status</c> says <c>taken</c>, <c>passed_on</c>, <c>taken_by_other</c>, <c>over</c>, <c>unknown</c> (no such call
    /// or key) or <c>failed</c>. For the last two the call has words of its own.
    /// </summary>
    [LambdaFunction]
    public Task<Stream> AnswerCall(Stream input, ILambdaContext context) =>
        hook.AnswerAsync(nameof(AnswerCall), input, context, Prepared, AnswerAsync);

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        var answer = await answers.PressAsync(
            call.Request.Attributes.GetValueOrDefault(CallAttributes.Call),
            call.Request.Parameters.GetValueOrDefault("key"),
            clock.GetUtcNow(),
            call.Stop);
        return answer is null
            ? Of("unknown", null, ["there is no such call or key"])
            : Of(answer.Status, answer.Said, [answer.IncidentId]);
    }

    private static HookAnswer Of(string status, string? said, IReadOnlyList<string> reasons) => new()
    {
        Decision = status,
        Values = new Dictionary<string, string?> { ["status"] = status },
        Sentences = new Dictionary<string, string?> { ["said"] = said },
        Reasons = reasons,
    };
}
