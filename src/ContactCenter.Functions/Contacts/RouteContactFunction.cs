using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Settings;
using ContactCenter.Functions.Contacts.Promises;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Says to a contact flow in which queue a contact waits, when it is its turn, and which agents are looked for; and notes what it was
/// promised.
/// </summary>
public sealed class RouteContactFunction(
    ContactRouter router, QueueView queues, IncidentView openIncidents, SettingsView settings, FlowHook hook, TimeProvider clock,
    PromiseNotes? promises = null, ComplexityView? complexity = null)
{
    private readonly HookAnswer _prepared = router.Default.ToHookAnswer(isDefault: true);

    /// <summary>Answers one contact flow.</summary>
    [LambdaFunction]
    public Task<Stream> RouteContact(Stream input, ILambdaContext context) =>
        hook.AnswerAsync(nameof(RouteContact), input, context, _prepared, AnswerAsync);

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        if (call.IsSynthetic)
        {
            // what it must end in is known before, and does not depend on who is there
            return router.Preferred(RoutingNeed.Of(call.Request)).ToHookAnswer();
        }

        var (states, known) = (queues.GetAsync().AsTask(), openIncidents.GetAsync().AsTask());
        var learned = complexity?.GetAsync().AsTask();
        var effective = await settings.GetAsync();
        var now = clock.GetUtcNow();
        var situation = new RoutingSituation(now, await states, OpenIncidents.Forcing(await known, effective.Forced(now), now))
        {
            Settings = effective,
            Complexity = learned is null ? null : await learned,
        };
        var decision = router.Route(RoutingNeed.Of(call.Request), situation);
        var answer = decision.ToHookAnswer();
        return promises is not null && await promises.ArrivedAsync(call.Request, decision.Queue.Name, call.Stop) is { } noted
            ? answer with { Reasons = [.. answer.Reasons, noted] }
            : answer;
    }
}
