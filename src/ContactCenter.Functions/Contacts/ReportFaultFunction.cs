using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Faults;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Texts;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// Takes what an agent reports from a step-by-step guide, as the API takes it of others, and says in the agent's language what is known.
/// </summary>
public sealed class ReportFaultFunction(ReportDesk reports, FlowHook hook, FunctionEnvironment environment, TimeProvider clock)
{
    private readonly string? _language = FlowSentences.AgentLanguage(environment.Configuration.Flows);

    /// <summary>
    /// Takes one report; <c>status</c> says <c>recorded</c>, <c>known</c>, <c>unclear</c>, <c>too_many</c> or <c>failed</c>.
    /// </summary>
    [LambdaFunction]
    public Task<Stream> ReportFault(Stream input, ILambdaContext context) =>
        hook.AnswerAsync(nameof(ReportFault), input, context, FaultAnswer.Prepared(Translation.Into(_language)), AnswerAsync);

    private async Task<HookAnswer> AnswerAsync(HookCall call)
    {
        var now = clock.GetUtcNow();
        var said = FaultReading.Of(call.Request, environment.Configuration, now);
        var outcome = await reports.TakeAsync(said, now, call.Stop);
        var words = Translation.Into(call.Request.Parameters.GetValueOrDefault("language") ?? _language);
        return FaultAnswer.Of(outcome, reports.Limit, words);
    }
}
