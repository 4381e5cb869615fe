using Amazon.Lambda.Core;
using ContactCenter.Functions;

namespace ContactCenter.Cli.Invoke;

/// <summary>A function that can be run on this machine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">What it does, in a line.</param>
/// <param name="Handler">Makes its handler.</param>
internal sealed record EmbeddedFunction(string Name, string Purpose, Func<EmbeddedSystem, Func<Stream, ILambdaContext, Task<Stream>>> Handler)
{
    /// <summary>All of them; the rest of the functions only talk with the outside.</summary>
    public static IReadOnlyList<EmbeddedFunction> All { get; } =
    [
        new("ClassifyContact", "a flow asks what a contact is about", static system => system.Create<ClassifyContactFunction>().ClassifyContact),
        new("RouteContact", "a flow asks where a contact waits and when it is its turn", static system => system.Create<RouteContactFunction>().RouteContact),
        new("CheckService", "a flow asks whether anything is broken for the caller", static system => system.Create<CheckServiceFunction>().CheckService),
        new("LookUpCustomer", "a flow asks who calls", static system => system.Create<LookUpCustomerFunction>().LookUpCustomer),
        new("AnswerQuestion", "a flow asks for the answer to a question, or tells whether it helped", static system => system.Create<AnswerQuestionFunction>().AnswerQuestion),
        new("Recommend", "a flow asks what the agent could offer or do", static system => system.Create<RecommendFunction>().Recommend),
        new("RecordSurvey", "a customer says how it was", static system => system.Create<RecordSurveyFunction>().RecordSurvey),
        new("RecordCorrection", "an agent says what a contact was really about", static system => system.Create<RecordCorrectionFunction>().RecordCorrection),
        new("TriageAlarm", "an alarm arrives", static system => system.Create<TriageAlarmFunction>().TriageAlarm),
        new("RecordChange", "somebody changed the configuration of a service", static system => system.Create<RecordChangeFunction>().RecordChange),
    ];

    /// <summary>The function of this name in any letter case, with or without dashes; null when there is none.</summary>
    public static EmbeddedFunction? Find(string name) =>
        All.FirstOrDefault(function => string.Equals(function.Name, name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
}
