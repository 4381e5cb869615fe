using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Heard;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Tells a contact flow who calls, and how often lately. A customer system that is broken or slow costs the caller nothing but what it
/// would have told.
/// </summary>
public sealed class LookUpCustomerFunction(
    ICustomerSystem customers, RecentCallers callers, FlowHook hook, FunctionEnvironment environment, ReturnTally? returns = null)
{
    /// <summary>What is left for the answer itself.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);

    private readonly HookAnswer _prepared = CustomerAnswer.Prepared(environment.Configuration);

    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public Task<Stream> LookUpCustomer(Stream input, ILambdaContext context) =>
        hook.AnswerAsync(nameof(LookUpCustomer), input, context, _prepared, AnswerAsync);

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        var recent = call.IsSynthetic ? Task.FromResult<CallerMemory?>(null) : callers.RecallAsync(call.Request, call.Stop);
        var answer = await customers.LookUpAsync(
            call.Request, call.TimeLeft > 2 * Margin ? call.TimeLeft - Margin : call.TimeLeft / 2, call.Stop);
        var known = await recent;
        if (known is { IsNoted: false, Contacts: var others } && (call.Request.InitialContactId ?? call.Request.ContactId) is { } contact)
        {
            _ = returns?.AddAsync(contact, call.Request.Find("topic"), others > 0);
        }

        return answer.ToHookAnswer(environment.Configuration, call.Request, known);
    }
}
