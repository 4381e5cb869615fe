using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using ContactCenter.Core.Deployment;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Incidents;
using ContactCenter.Functions.Remediation;

namespace ContactCenter.Embedded.Calls;

/// <summary>A function that can be run on this machine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">What it does, in a line.</param>
/// <param name="Handler">Makes its handler.</param>
public sealed record EmbeddedFunction(string Name, string Purpose, Func<EmbeddedSystem, Func<Stream, ILambdaContext, Task<Stream>>> Handler)
{
    /// <summary>All of them but <see cref="Untried"/>.</summary>
    public static IReadOnlyList<EmbeddedFunction> All { get; } =
    [
        new(
            SystemFunctions.ClassifyContact.Handler,
            "a flow asks what a contact is about",
            static system => system.Create<ClassifyContactFunction>().ClassifyContact),
        new(
            SystemFunctions.RouteContact.Handler,
            "a flow asks where a contact waits and when it is its turn",
            static system => system.Create<RouteContactFunction>().RouteContact),
        new(
            SystemFunctions.CheckService.Handler,
            "a flow asks whether anything is broken for the caller",
            static system => system.Create<CheckServiceFunction>().CheckService),
        new(
            SystemFunctions.LookUpCustomer.Handler,
            "a flow asks who calls",
            static system => system.Create<LookUpCustomerFunction>().LookUpCustomer),
        new(
            SystemFunctions.AnswerQuestion.Handler,
            "a flow asks for the answer to a question, or tells whether it helped",
            static system => system.Create<AnswerQuestionFunction>().AnswerQuestion),
        new(
            SystemFunctions.Recommend.Handler,
            "a flow asks what the agent could offer or do",
            static system => system.Create<RecommendFunction>().Recommend),
        new(
            SystemFunctions.RecordSurvey.Handler,
            "a customer says how it was",
            static system => system.Create<RecordSurveyFunction>().RecordSurvey),
        new(
            SystemFunctions.RecordCorrection.Handler,
            "an agent says what a contact was really about",
            static system => system.Create<RecordCorrectionFunction>().RecordCorrection),
        new(
            SystemFunctions.RecordCallback.Handler,
            "a customer wishes to be called back",
            static system => system.Create<RecordCallbackFunction>().RecordCallback),
        new("ReportFault", "an agent says what is wrong", static system => system.Create<ReportFaultFunction>().ReportFault),
        new(
            SystemFunctions.TrackCallbacks.Handler,
            "an agent has a callback, or it ended",
            static system => system.Create<TrackCallbacksFunction>().TrackCallbacks),
        new(
            SystemFunctions.HearCustomer.Handler,
            "the deployed bot heard a customer",
            static system => system.Create<HearCustomerFunction>().HearCustomer),
        new(
            SystemFunctions.TriageAlarm.Handler,
            "an alarm arrives",
            static system => system.Create<TriageAlarmFunction>().TriageAlarm),
        new(
            SystemFunctions.RecordChange.Handler,
            "somebody changed the configuration of a service",
            static system => system.Create<RecordChangeFunction>().RecordChange),
        new(
            SystemFunctions.TrackSentiment.Handler,
            "a customer said something",
            static system => system.Create<TrackSentimentFunction>().TrackSentiment),
        new(
            SystemFunctions.HealCapacity.Handler,
            "an incident asks for the capacity of a table, or a minute has passed",
            static system => system.Create<HealCapacityFunction>().HealCapacity),
        new(
            SystemFunctions.HealFunctions.Handler,
            "an incident asks for a function or its event source, or a minute has passed",
            static system => system.Create<HealFunctionsFunction>().HealFunctions),
        new(
            SystemFunctions.FailOver.Handler,
            "a person has agreed that something is failed over, or a minute has passed",
            static system => system.Create<FailOverFunction>().FailOver),
        new(
            SystemFunctions.AdvanceEscalations.Handler,
            "the minute's look of the clock",
            static system => EmbeddedHandler.Of(system.Create<AdvanceEscalationsFunction>().AdvanceEscalations)),
        new(
            SystemFunctions.DeliverEffects.Handler,
            "the table's stream brings effects; without an event those of --alarm",
            static system => EmbeddedHandler.Of<DynamoDBEvent, StreamsEventResponse>(
                system.Create<DeliverEffectsFunction>().DeliverEffects)),
        new(
            SystemFunctions.KeepHistory.Handler,
            "the table's stream tells of changes of incidents",
            static system => EmbeddedHandler.Of<DynamoDBEvent, StreamsEventResponse>(system.Create<KeepHistoryFunction>().KeepHistory)),
        new(
            SystemFunctions.CollectConnectMetrics.Handler,
            "the minute's figures; there are none on this machine",
            static system => EmbeddedHandler.Of(system.Create<CollectConnectMetricsFunction>().CollectConnectMetrics)),
        new(
            SystemFunctions.KeepNumbers.Handler,
            "the half hour's numbers of queues and routing profiles; there are none on this machine",
            static system => EmbeddedHandler.Of(system.Create<KeepNumbersFunction>().KeepNumbers)),
        new(
            SystemFunctions.AnswerLink.Handler,
            "a person follows a signed link",
            static system => EmbeddedHandler.Http(system.Create<AnswerLinkFunction>().AnswerLink)),
        new(
            SystemFunctions.AnswerSlack.Handler,
            "a person clicks a button in Slack",
            static system => EmbeddedHandler.Http(system.Create<AnswerSlackFunction>().AnswerSlack)),
        new(
            SystemFunctions.AnswerServiceNow.Handler,
            "ServiceNow calls back",
            static system => EmbeddedHandler.Http(system.Create<AnswerServiceNowFunction>().AnswerServiceNow)),
        new(
            SystemFunctions.ServeApi.Handler,
            "a person, the console or a program calls the API",
            static system => EmbeddedHandler.Http(system.Create<ServeApiFunction>().ServeApi)),
    ];

    internal static EmbeddedFunction TriageAlarm { get; } = Of(SystemFunctions.TriageAlarm);

    internal static EmbeddedFunction DeliverEffects { get; } = Of(SystemFunctions.DeliverEffects);

    internal static EmbeddedFunction KeepHistory { get; } = Of(SystemFunctions.KeepHistory);

    internal static EmbeddedFunction AdvanceEscalations { get; } = Of(SystemFunctions.AdvanceEscalations);

    internal static EmbeddedFunction HealCapacity { get; } = Of(SystemFunctions.HealCapacity);

    internal static EmbeddedFunction HealFunctions { get; } = Of(SystemFunctions.HealFunctions);

    internal static EmbeddedFunction CollectConnectMetrics { get; } = Of(SystemFunctions.CollectConnectMetrics);

    internal static EmbeddedFunction KeepNumbers { get; } = Of(SystemFunctions.KeepNumbers);

    internal static EmbeddedFunction RecordCallback { get; } = Of(SystemFunctions.RecordCallback);

    internal static EmbeddedFunction TrackCallbacks { get; } = Of(SystemFunctions.TrackCallbacks);

    internal static EmbeddedFunction CheckService { get; } = Of(SystemFunctions.CheckService);

    internal static EmbeddedFunction AnswerLink { get; } = Of(SystemFunctions.AnswerLink);

    internal static EmbeddedFunction AnswerSlack { get; } = Of(SystemFunctions.AnswerSlack);

    internal static EmbeddedFunction ServeApi { get; } = Of(SystemFunctions.ServeApi);

    /// <summary>Functions that are not embedded, with the reason as a sentence.</summary>
    public static IReadOnlyDictionary<string, string> Untried { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [SystemFunctions.JoinStream.Handler] =
            "CloudFormation asks it to join an instance and a stream, and there is neither on this machine",
        [SystemFunctions.CheckAccount.Handler] = "it reads an account of AWS; `check-account` does that from this machine",
        [SystemFunctions.RetrainClassifier.Handler] =
            "it reads corrections and models of a deployment; `train` trains and judges a model on this machine",
    };

    /// <summary>The function of this name in any letter case, with or without dashes; null when there is none.</summary>
    public static EmbeddedFunction? Find(string name) =>
        All.FirstOrDefault(function => string.Equals(function.Name, Plain(name), StringComparison.OrdinalIgnoreCase));

    private static EmbeddedFunction Of(SystemFunction function) => Find(function.Handler)!;

    /// <summary>The name without the dashes that a command line may have.</summary>
    public static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
