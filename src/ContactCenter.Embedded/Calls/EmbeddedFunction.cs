using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
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
            "ClassifyContact",
            "a flow asks what a contact is about",
            static system => system.Create<ClassifyContactFunction>().ClassifyContact),
        new(
            "RouteContact",
            "a flow asks where a contact waits and when it is its turn",
            static system => system.Create<RouteContactFunction>().RouteContact),
        new(
            "CheckService",
            "a flow asks whether anything is broken for the caller",
            static system => system.Create<CheckServiceFunction>().CheckService),
        new("LookUpCustomer", "a flow asks who calls", static system => system.Create<LookUpCustomerFunction>().LookUpCustomer),
        new(
            "AnswerQuestion",
            "a flow asks for the answer to a question, or tells whether it helped",
            static system => system.Create<AnswerQuestionFunction>().AnswerQuestion),
        new("Recommend", "a flow asks what the agent could offer or do", static system => system.Create<RecommendFunction>().Recommend),
        new("RecordSurvey", "a customer says how it was", static system => system.Create<RecordSurveyFunction>().RecordSurvey),
        new(
            "RecordCorrection",
            "an agent says what a contact was really about",
            static system => system.Create<RecordCorrectionFunction>().RecordCorrection),
        new(
            "RecordCallback",
            "a customer wishes to be called back",
            static system => system.Create<RecordCallbackFunction>().RecordCallback),
        new(
            "TrackCallbacks",
            "an agent has a callback, or it ended",
            static system => system.Create<TrackCallbacksFunction>().TrackCallbacks),
        new(
            "HearCustomer",
            "the deployed bot heard a customer",
            static system => system.Create<HearCustomerFunction>().HearCustomer),
        new("TriageAlarm", "an alarm arrives", static system => system.Create<TriageAlarmFunction>().TriageAlarm),
        new(
            "RecordChange",
            "somebody changed the configuration of a service",
            static system => system.Create<RecordChangeFunction>().RecordChange),
        new("TrackSentiment", "a customer said something", static system => system.Create<TrackSentimentFunction>().TrackSentiment),
        new(
            "HealCapacity",
            "an incident asks for the capacity of a table, or a minute has passed",
            static system => system.Create<HealCapacityFunction>().HealCapacity),
        new(
            "HealFunctions",
            "an incident asks for a function or its event source, or a minute has passed",
            static system => system.Create<HealFunctionsFunction>().HealFunctions),
        new(
            "FailOver",
            "a person has agreed that something is failed over, or a minute has passed",
            static system => system.Create<FailOverFunction>().FailOver),
        new(
            "AdvanceEscalations",
            "the minute's look of the clock",
            static system => EmbeddedHandler.Of(system.Create<AdvanceEscalationsFunction>().AdvanceEscalations)),
        new(
            "DeliverEffects",
            "the table's stream brings effects; without an event those of --alarm",
            static system => EmbeddedHandler.Of<DynamoDBEvent, StreamsEventResponse>(
                system.Create<DeliverEffectsFunction>().DeliverEffects)),
        new(
            "KeepHistory",
            "the table's stream tells of changes of incidents",
            static system => EmbeddedHandler.Of<DynamoDBEvent, StreamsEventResponse>(system.Create<KeepHistoryFunction>().KeepHistory)),
        new(
            "CollectConnectMetrics",
            "the minute's figures; there are none on this machine",
            static system => EmbeddedHandler.Of(system.Create<CollectConnectMetricsFunction>().CollectConnectMetrics)),
        new(
            "KeepNumbers",
            "the half hour's numbers of queues and routing profiles; there are none on this machine",
            static system => EmbeddedHandler.Of(system.Create<KeepNumbersFunction>().KeepNumbers)),
        new(
            "AnswerLink",
            "a person follows a signed link",
            static system => EmbeddedHandler.Http(system.Create<AnswerLinkFunction>().AnswerLink)),
        new(
            "AnswerSlack",
            "a person clicks a button in Slack",
            static system => EmbeddedHandler.Http(system.Create<AnswerSlackFunction>().AnswerSlack)),
        new(
            "AnswerServiceNow",
            "ServiceNow calls back",
            static system => EmbeddedHandler.Http(system.Create<AnswerServiceNowFunction>().AnswerServiceNow)),
        new(
            "ServeApi",
            "a person, the console or a program calls the API",
            static system => EmbeddedHandler.Http(system.Create<ServeApiFunction>().ServeApi)),
    ];

    internal static EmbeddedFunction TriageAlarm { get; } = Find(nameof(TriageAlarm))!;

    internal static EmbeddedFunction DeliverEffects { get; } = Find(nameof(DeliverEffects))!;

    internal static EmbeddedFunction KeepHistory { get; } = Find(nameof(KeepHistory))!;

    internal static EmbeddedFunction AdvanceEscalations { get; } = Find(nameof(AdvanceEscalations))!;

    internal static EmbeddedFunction HealCapacity { get; } = Find(nameof(HealCapacity))!;

    internal static EmbeddedFunction HealFunctions { get; } = Find(nameof(HealFunctions))!;

    internal static EmbeddedFunction CollectConnectMetrics { get; } = Find(nameof(CollectConnectMetrics))!;

    internal static EmbeddedFunction KeepNumbers { get; } = Find(nameof(KeepNumbers))!;

    internal static EmbeddedFunction RecordCallback { get; } = Find(nameof(RecordCallback))!;

    internal static EmbeddedFunction TrackCallbacks { get; } = Find(nameof(TrackCallbacks))!;

    internal static EmbeddedFunction CheckService { get; } = Find(nameof(CheckService))!;

    internal static EmbeddedFunction AnswerLink { get; } = Find(nameof(AnswerLink))!;

    internal static EmbeddedFunction AnswerSlack { get; } = Find(nameof(AnswerSlack))!;

    internal static EmbeddedFunction ServeApi { get; } = Find(nameof(ServeApi))!;

    /// <summary>Functions that are not embedded, with the reason as a sentence.</summary>
    public static IReadOnlyDictionary<string, string> Untried { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["JoinStream"] = "CloudFormation asks it to join an instance and a stream, and there is neither on this machine",
        ["CheckAccount"] = "it reads an account of AWS; `check-account` does that from this machine",
        ["RetrainClassifier"] = "it reads corrections and models of a deployment; `train` trains and judges a model on this machine",
    };

    /// <summary>The function of this name in any letter case, with or without dashes; null when there is none.</summary>
    public static EmbeddedFunction? Find(string name) =>
        All.FirstOrDefault(function => string.Equals(function.Name, Plain(name), StringComparison.OrdinalIgnoreCase));

    /// <summary>The name without the dashes that a command line may have.</summary>
    public static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
