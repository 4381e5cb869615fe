using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Settings;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Says to a contact flow whether the caller would run into something that is broken, the way around it, whether the queue is open, and
/// what
/// to say first.
/// </summary>
public sealed class CheckServiceFunction(
    ServiceCheck check,
    IncidentView openIncidents,
    SettingsView settings,
    FlowHook hook,
    FunctionEnvironment environment,
    TimeProvider clock,
    SyntheticArrivals? arrivals = null)
{
    private readonly HookAnswer _prepared = ServiceAnswer.Unknown.ToHookAnswer(environment.Configuration.Instance, isDefault: true);

    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public Task<Stream> CheckService(Stream input, ILambdaContext context) =>
        hook.AnswerAsync(nameof(CheckService), input, context, _prepared, AnswerAsync, arrivals);

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        if (call.IsSynthetic)
        {
            // it takes the way that is broken, or nobody would know when that is right again
            return (ServiceAnswer.Well with { IsSynthetic = true, IsDialled = call.IsDialled })
                .ToHookAnswer(environment.Configuration.Instance);
        }

        // beside each other: a caller waits for both
        var (known, effective) = (openIncidents.GetAsync().AsTask(), settings.GetAsync().AsTask());
        return check.Check(ServiceNeed.Of(call.Request), await known, await effective, clock.GetUtcNow())
            .ToHookAnswer(environment.Configuration.Instance);
    }
}
