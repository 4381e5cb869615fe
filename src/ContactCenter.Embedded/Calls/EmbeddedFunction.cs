using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;
using ContactCenter.Embedded.Texts;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Contacts.Dialogues;
using ContactCenter.Functions.Contacts.Knowledge;
using ContactCenter.Functions.Contacts.Posts;
using ContactCenter.Functions.Contacts.Promises;
using ContactCenter.Functions.Contacts.Synthetic;
using ContactCenter.Functions.Contacts.Tickets;
using ContactCenter.Functions.Incidents;
using ContactCenter.Functions.Learning;
using ContactCenter.Functions.Remediation;

namespace ContactCenter.Embedded.Calls;

/// <summary>A function that can be run on this machine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">What it does, in a line.</param>
/// <param name="Handler">Makes its handler.</param>
public sealed record EmbeddedFunction(string Name, string Purpose, Func<EmbeddedSystem, Func<Stream, ILambdaContext, Task<Stream>>> Handler)
{
    /// <summary>What is said of functions, in another language.</summary>
    /// <param name="language">Two-letter code; one that has no table gets English.</param>
    public static Translation Words(string language)
    {
        var known = Translation.Into(language).Language;
        return Translation.By(known, PurposesTables.Of(Translation.SourceLanguage), PurposesTables.Of(known));
    }

    /// <summary>All of them but <see cref="Untried"/>.</summary>
    public static IReadOnlyList<EmbeddedFunction> All { get; } =
    [
        new(
            SystemFunctions.ClassifyContact.Handler,
            Purposes.ClassifyContact,
            static system => system.Create<ClassifyContactFunction>().ClassifyContact),
        new(
            SystemFunctions.RouteContact.Handler,
            Purposes.RouteContact,
            static system => system.Create<RouteContactFunction>().RouteContact),
        new(
            SystemFunctions.CheckService.Handler,
            Purposes.CheckService,
            static system => system.Create<CheckServiceFunction>().CheckService),
        new(
            SystemFunctions.LookUpCustomer.Handler,
            Purposes.LookUpCustomer,
            static system => system.Create<LookUpCustomerFunction>().LookUpCustomer),
        new(
            SystemFunctions.AnswerQuestion.Handler,
            Purposes.AnswerQuestion,
            static system => system.Create<AnswerQuestionFunction>().AnswerQuestion),
        new(
            SystemFunctions.ContinueDialogue.Handler,
            Purposes.ContinueDialogue,
            static system => system.Create<ContinueDialogueFunction>().ContinueDialogue),
        new(
            SystemFunctions.Recommend.Handler,
            Purposes.Recommend,
            static system => system.Create<RecommendFunction>().Recommend),
        new(
            SystemFunctions.RecordSurvey.Handler,
            Purposes.RecordSurvey,
            static system => system.Create<RecordSurveyFunction>().RecordSurvey),
        new(
            SystemFunctions.RecordCorrection.Handler,
            Purposes.RecordCorrection,
            static system => system.Create<RecordCorrectionFunction>().RecordCorrection),
        new(
            SystemFunctions.RecordCallback.Handler,
            Purposes.RecordCallback,
            static system => system.Create<RecordCallbackFunction>().RecordCallback),
        new("ReportFault", "an agent says what is wrong", static system => system.Create<ReportFaultFunction>().ReportFault),
        new(
            SystemFunctions.TrackCallbacks.Handler,
            Purposes.TrackCallbacks,
            static system => system.Create<TrackCallbacksFunction>().TrackCallbacks),
        new(
            SystemFunctions.WatchPromises.Handler,
            Purposes.WatchPromises,
            static system => system.Create<WatchPromisesFunction>().WatchPromises),
        new(
            SystemFunctions.OpenTickets.Handler,
            Purposes.OpenTickets,
            static system => system.Create<OpenTicketsFunction>().OpenTickets),
        new(
            SystemFunctions.HearCustomer.Handler,
            Purposes.HearCustomer,
            static system => system.Create<HearCustomerFunction>().HearCustomer),
        new(
            SystemFunctions.TriageAlarm.Handler,
            Purposes.TriageAlarm,
            static system => system.Create<TriageAlarmFunction>().TriageAlarm),
        new(
            SystemFunctions.RecordChange.Handler,
            Purposes.RecordChange,
            static system => system.Create<RecordChangeFunction>().RecordChange),
        new(
            SystemFunctions.TrackSentiment.Handler,
            Purposes.TrackSentiment,
            static system => system.Create<TrackSentimentFunction>().TrackSentiment),
        new(
            SystemFunctions.HealCapacity.Handler,
            Purposes.HealCapacity,
            static system => system.Create<HealCapacityFunction>().HealCapacity),
        new(
            SystemFunctions.HealFunctions.Handler,
            Purposes.HealFunctions,
            static system => system.Create<HealFunctionsFunction>().HealFunctions),
        new(
            SystemFunctions.FailOver.Handler,
            Purposes.FailOver,
            static system => system.Create<FailOverFunction>().FailOver),
        new(
            SystemFunctions.AdvanceEscalations.Handler,
            Purposes.AdvanceEscalations,
            static system => EmbeddedHandler.Of(system.Create<AdvanceEscalationsFunction>().AdvanceEscalations)),
        new(
            SystemFunctions.DeliverEffects.Handler,
            Purposes.DeliverEffects,
            static system => EmbeddedHandler.Of<DynamoDBEvent, StreamsEventResponse>(
                system.Create<DeliverEffectsFunction>().DeliverEffects)),
        new(
            SystemFunctions.KeepHistory.Handler,
            Purposes.KeepHistory,
            static system => EmbeddedHandler.Of<DynamoDBEvent, StreamsEventResponse>(system.Create<KeepHistoryFunction>().KeepHistory)),
        new(
            SystemFunctions.CollectConnectMetrics.Handler,
            Purposes.CollectConnectMetrics,
            static system => EmbeddedHandler.Of(system.Create<CollectConnectMetricsFunction>().CollectConnectMetrics)),
        new(
            SystemFunctions.KeepNumbers.Handler,
            Purposes.KeepNumbers,
            static system => EmbeddedHandler.Of(system.Create<KeepNumbersFunction>().KeepNumbers)),
        new(
            SystemFunctions.BuildKnowledge.Handler,
            Purposes.BuildKnowledge,
            static system => EmbeddedHandler.Of(system.Create<BuildKnowledgeFunction>().BuildKnowledge)),
        new(
            SystemFunctions.RunSyntheticContacts.Handler,
            Purposes.RunSyntheticContacts,
            static system => system.Create<RunSyntheticContactsFunction>().RunSyntheticContacts),
        new(
            SystemFunctions.AnswerLink.Handler,
            Purposes.AnswerLink,
            static system => EmbeddedHandler.Http(system.Create<AnswerLinkFunction>().AnswerLink)),
        new(
            SystemFunctions.AnswerSlack.Handler,
            Purposes.AnswerSlack,
            static system => EmbeddedHandler.Http(system.Create<AnswerSlackFunction>().AnswerSlack)),
        new(
            SystemFunctions.AnswerServiceNow.Handler,
            Purposes.AnswerServiceNow,
            static system => EmbeddedHandler.Http(system.Create<AnswerServiceNowFunction>().AnswerServiceNow)),
        new(
            SystemFunctions.AnswerPagerDuty.Handler,
            Purposes.AnswerPagerDuty,
            static system => EmbeddedHandler.Http(system.Create<AnswerPagerDutyFunction>().AnswerPagerDuty)),
        new(
            SystemFunctions.AnswerJira.Handler,
            Purposes.AnswerJira,
            static system => EmbeddedHandler.Http(system.Create<AnswerJiraFunction>().AnswerJira)),
        new(
            SystemFunctions.ReceivePost.Handler,
            Purposes.ReceivePost,
            static system => EmbeddedHandler.Http(system.Create<ReceivePostFunction>().ReceivePost)),
        new(
            SystemFunctions.ServeApi.Handler,
            Purposes.ServeApi,
            static system => EmbeddedHandler.Http(system.Create<ServeApiFunction>().ServeApi)),
        new(
            SystemFunctions.AnswerCall.Handler,
            Purposes.AnswerCall,
            static system => system.Create<AnswerCallFunction>().AnswerCall),
        new(
            SystemFunctions.EndCall.Handler,
            Purposes.EndCall,
            static system => system.Create<EndCallFunction>().EndCall),
        new(
            SystemFunctions.WriteReport.Handler,
            Purposes.WriteReport,
            static system => system.Create<WriteReportFunction>().WriteReport),
    ];

    internal static EmbeddedFunction RunSyntheticContacts { get; } = Of(SystemFunctions.RunSyntheticContacts);

    internal static EmbeddedFunction ClassifyContact { get; } = Of(SystemFunctions.ClassifyContact);

    internal static EmbeddedFunction RecordSurvey { get; } = Of(SystemFunctions.RecordSurvey);

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

    internal static EmbeddedFunction AnswerCall { get; } = Of(SystemFunctions.AnswerCall);

    internal static EmbeddedFunction EndCall { get; } = Of(SystemFunctions.EndCall);

    internal static EmbeddedFunction WriteReport { get; } = Of(SystemFunctions.WriteReport);

    /// <summary>Functions that are not embedded, with the reason as a sentence.</summary>
    public static IReadOnlyDictionary<string, string> Untried { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [SystemFunctions.JoinStream.Handler] =
            Purposes.JoinStream,
        [SystemFunctions.CheckAccount.Handler] = Purposes.CheckAccount,
        [SystemFunctions.ReachPeople.Handler] = Purposes.ReachPeople,
        [SystemFunctions.RetrainClassifier.Handler] =
            Purposes.RetrainClassifier,
    };

    /// <summary>The function of this name in any letter case, with or without dashes; null when there is none.</summary>
    public static EmbeddedFunction? Find(string name) =>
        All.FirstOrDefault(function => string.Equals(function.Name, Plain(name), StringComparison.OrdinalIgnoreCase));

    private static EmbeddedFunction Of(SystemFunction function) => Find(function.Handler)!;

    /// <summary>The name without the dashes that a command line may have.</summary>
    public static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
