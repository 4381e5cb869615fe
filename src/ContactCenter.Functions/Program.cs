using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
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
using static ContactCenter.Core.Deployment.SystemFunctions;

namespace ContactCenter.Functions;

/// <summary>
/// Runs one function for as long as Lambda wants. The <c>Main</c> that the Annotations can generate would not compile for handlers from
/// bytes to bytes, would make a serializer for them, and would say nothing of a name that it does not know.
/// </summary>
internal static class Program
{
    /// <summary>The functions by the names that <c>ANNOTATIONS_HANDLER</c> may have.</summary>
    public static readonly IReadOnlyDictionary<string, Func<HandlerWrapper>> Functions = Collected();

    /// <summary>
    /// Runs the function that <c>ANNOTATIONS_HANDLER</c> names. It is made inside the runtime's initialisation, so that what fails there
    /// reaches Lambda as an error of it.
    /// </summary>
    public static async Task Main()
    {
        HandlerWrapper? function = null;
        using var bootstrap = new LambdaBootstrap(
            invocation => function!.Handler(invocation),
            () =>
            {
                function = Create(Environment.GetEnvironmentVariable("ANNOTATIONS_HANDLER"));
                return Task.FromResult(true);
            });
        await bootstrap.RunAsync();
    }

    private static Dictionary<string, Func<HandlerWrapper>> Collected()
    {
        var functions = new Dictionary<string, Func<HandlerWrapper>>(StringComparer.Ordinal);
        if (PackageContents.HasOthers)
        {
            AddOthers(functions);
        }

        if (PackageContents.HasHooks)
        {
            AddHooks(functions);
        }

        return functions;
    }

    private static void AddOthers(Dictionary<string, Func<HandlerWrapper>> all)
    {
        all[TriageAlarm.Handler] = static () => Bytes(new TriageAlarmFunction_TriageAlarm_Generated().TriageAlarm);
        all[DeliverEffects.Handler] = static () =>
            Json<DynamoDBEvent, StreamsEventResponse>(new DeliverEffectsFunction_DeliverEffects_Generated().DeliverEffects);
        all[KeepHistory.Handler] = static () =>
            Json<DynamoDBEvent, StreamsEventResponse>(new KeepHistoryFunction_KeepHistory_Generated().KeepHistory);
        all[AdvanceEscalations.Handler] = static () =>
            Json<ClockReply>(new AdvanceEscalationsFunction_AdvanceEscalations_Generated().AdvanceEscalations);
        all[RecordChange.Handler] = static () => Bytes(new RecordChangeFunction_RecordChange_Generated().RecordChange);
        all[AnswerSlack.Handler] = static () => Http(new AnswerSlackFunction_AnswerSlack_Generated().AnswerSlack);
        all[AnswerLink.Handler] = static () => Http(new AnswerLinkFunction_AnswerLink_Generated().AnswerLink);
        all[ServeApi.Handler] = static () => Http(new ServeApiFunction_ServeApi_Generated().ServeApi);
        all[AnswerServiceNow.Handler] = static () => Http(new AnswerServiceNowFunction_AnswerServiceNow_Generated().AnswerServiceNow);
        all[AnswerPagerDuty.Handler] = static () => Http(new AnswerPagerDutyFunction_AnswerPagerDuty_Generated().AnswerPagerDuty);
        all[AnswerJira.Handler] = static () => Http(new AnswerJiraFunction_AnswerJira_Generated().AnswerJira);
        all[ReceivePost.Handler] = static () => Http(new ReceivePostFunction_ReceivePost_Generated().ReceivePost);
        all[HealCapacity.Handler] = static () => Bytes(new HealCapacityFunction_HealCapacity_Generated().HealCapacity);
        all[HealFunctions.Handler] = static () => Bytes(new HealFunctionsFunction_HealFunctions_Generated().HealFunctions);
        all[FailOver.Handler] = static () => Bytes(new FailOverFunction_FailOver_Generated().FailOver);
        all[ReportFault.Handler] = static () => Bytes(new ReportFaultFunction_ReportFault_Generated().ReportFault);
        all[TrackCallbacks.Handler] = static () => Bytes(new TrackCallbacksFunction_TrackCallbacks_Generated().TrackCallbacks);
        all[OpenTickets.Handler] = static () => Bytes(new OpenTicketsFunction_OpenTickets_Generated().OpenTickets);
        all[WatchPromises.Handler] = static () => Bytes(new WatchPromisesFunction_WatchPromises_Generated().WatchPromises);
        all[TrackSentiment.Handler] = static () => Bytes(new TrackSentimentFunction_TrackSentiment_Generated().TrackSentiment);
        all[JoinStream.Handler] = static () => Bytes(new JoinStreamFunction_JoinStream_Generated().JoinStream);
        all[CollectConnectMetrics.Handler] = static () =>
            Json<CollectReply>(new CollectConnectMetricsFunction_CollectConnectMetrics_Generated().CollectConnectMetrics);
        all[KeepNumbers.Handler] = static () => Json<NumbersReply>(new KeepNumbersFunction_KeepNumbers_Generated().KeepNumbers);
        all[RetrainClassifier.Handler] = static () =>
            Json<RetrainReply>(new RetrainClassifierFunction_RetrainClassifier_Generated().RetrainClassifier);
        all[BuildKnowledge.Handler] = static () =>
            Json<BuildReply>(new BuildKnowledgeFunction_BuildKnowledge_Generated().BuildKnowledge);
        all[AnswerCall.Handler] = static () => Bytes(new AnswerCallFunction_AnswerCall_Generated().AnswerCall);
        all[EndCall.Handler] = static () => Bytes(new EndCallFunction_EndCall_Generated().EndCall);
        all[ReachPeople.Handler] = static () => Bytes(new ReachPeopleFunction_ReachPeople_Generated().ReachPeople);
        all[RunSyntheticContacts.Handler] = static () =>
            Bytes(new RunSyntheticContactsFunction_RunSyntheticContacts_Generated().RunSyntheticContacts);
        all[WriteReport.Handler] = static () => Bytes(new WriteReportFunction_WriteReport_Generated().WriteReport);
        all[CheckAccount.Handler] = static () => Json<CheckReply>(new CheckAccountFunction_CheckAccount_Generated().CheckAccount);
    }

    /// <summary>What answers contact flows and bots: the functions of the package <c>Hooks</c>.</summary>
    internal static void AddHooks(Dictionary<string, Func<HandlerWrapper>> all)
    {
        all[ClassifyContact.Handler] = static () => Bytes(new ClassifyContactFunction_ClassifyContact_Generated().ClassifyContact);
        all[RouteContact.Handler] = static () => Bytes(new RouteContactFunction_RouteContact_Generated().RouteContact);
        all[CheckService.Handler] = static () => Bytes(new CheckServiceFunction_CheckService_Generated().CheckService);
        all[LookUpCustomer.Handler] = static () => Bytes(new LookUpCustomerFunction_LookUpCustomer_Generated().LookUpCustomer);
        all[AnswerQuestion.Handler] = static () => Bytes(new AnswerQuestionFunction_AnswerQuestion_Generated().AnswerQuestion);
        all[ContinueDialogue.Handler] = static () => Bytes(new ContinueDialogueFunction_ContinueDialogue_Generated().ContinueDialogue);
        all[Recommend.Handler] = static () => Bytes(new RecommendFunction_Recommend_Generated().Recommend);
        all[RecordSurvey.Handler] = static () => Bytes(new RecordSurveyFunction_RecordSurvey_Generated().RecordSurvey);
        all[RecordCorrection.Handler] = static () => Bytes(new RecordCorrectionFunction_RecordCorrection_Generated().RecordCorrection);
        all[RecordCallback.Handler] = static () => Bytes(new RecordCallbackFunction_RecordCallback_Generated().RecordCallback);
        all[HearCustomer.Handler] = static () => Bytes(new HearCustomerFunction_HearCustomer_Generated().HearCustomer);
    }

    private static HandlerWrapper Create(string? name) => Functions.TryGetValue(name ?? "", out var create)
        ? create()
        : throw new InvalidOperationException(
            (string.IsNullOrEmpty(name)
                ? "The environment variable ANNOTATIONS_HANDLER is not set"
                : $"The environment variable ANNOTATIONS_HANDLER is '{name}', which is no function here")
            + $"; known functions: {string.Join(", ", Functions.Keys)}.");

    private static HandlerWrapper Bytes(Func<Stream, ILambdaContext, Task<Stream>> function) => HandlerWrapper.GetHandlerWrapper(function);

    private static HandlerWrapper Http(
        Func<APIGatewayHttpApiV2ProxyRequest, ILambdaContext, Task<APIGatewayHttpApiV2ProxyResponse>> function) => Json(function);

    private static HandlerWrapper Json<TEvent, TReply>(Func<TEvent, ILambdaContext, Task<TReply>> function) =>
        HandlerWrapper.GetHandlerWrapper(function, new SourceGeneratorLambdaJsonSerializer<FunctionsJson>());

    private static HandlerWrapper Json<TReply>(Func<ILambdaContext, Task<TReply>> function) =>
        HandlerWrapper.GetHandlerWrapper(function, new SourceGeneratorLambdaJsonSerializer<FunctionsJson>());
}
