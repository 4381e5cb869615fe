using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Service;

namespace ContactCenter.Functions.Contacts;

/// <summary>Says to a contact flow whether the caller would run into something that is broken, and the way around it.</summary>
public sealed class CheckServiceFunction(ServiceCheck check, IncidentView troubles, FlowHook hook, FunctionEnvironment environment)
{
    private readonly HookAnswer _prepared = ServiceAnswer.Unknown.ToHookAnswer(environment.Configuration.Instance, isDefault: true);

    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public Task<Stream> CheckService(Stream input, ILambdaContext context) =>
        hook.AnswerAsync(nameof(CheckService), input, context, _prepared, AnswerAsync);

    private async Task<HookAnswer> AnswerAsync(HookCall call) =>
        check.Check(ServiceNeed.Of(call.Request), await troubles.GetAsync()).ToHookAnswer(environment.Configuration.Instance);
}
