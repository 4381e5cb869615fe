using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Contacts.Synthetic;
using ContactCenter.Functions.Incidents;
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
    public static readonly IReadOnlyDictionary<string, Func<HandlerWrapper>> Functions =
        new Dictionary<string, Func<HandlerWrapper>>(StringComparer.Ordinal)
        {
            [TriageAlarm.Handler] = static () => Bytes(new TriageAlarmFunction_TriageAlarm_Generated().TriageAlarm),
            [DeliverEffects.Handler] = static () =>
                Json<DynamoDBEvent, StreamsEventResponse>(new DeliverEffectsFunction_DeliverEffects_Generated().DeliverEffects),
            [KeepHistory.Handler] = static () =>
                Json<DynamoDBEvent, StreamsEventResponse>(new KeepHistoryFunction_KeepHistory_Generated().KeepHistory),
            [AdvanceEscalations.Handler] = static () =>
                Json<ClockReply>(new AdvanceEscalationsFunction_AdvanceEscalations_Generated().AdvanceEscalations),
            [RecordChange.Handler] = static () => Bytes(new RecordChangeFunction_RecordChange_Generated().RecordChange),
            [AnswerSlack.Handler] = static () => Http(new AnswerSlackFunction_AnswerSlack_Generated().AnswerSlack),
            [AnswerLink.Handler] = static () => Http(new AnswerLinkFunction_AnswerLink_Generated().AnswerLink),
            [ServeApi.Handler] = static () => Http(new ServeApiFunction_ServeApi_Generated().ServeApi),
            [AnswerServiceNow.Handler] = static () => Http(new AnswerServiceNowFunction_AnswerServiceNow_Generated().AnswerServiceNow),
            [AnswerPagerDuty.Handler] = static () => Http(new AnswerPagerDutyFunction_AnswerPagerDuty_Generated().AnswerPagerDuty),
            [AnswerJira.Handler] = static () => Http(new AnswerJiraFunction_AnswerJira_Generated().AnswerJira),
            [HealCapacity.Handler] = static () => Bytes(new HealCapacityFunction_HealCapacity_Generated().HealCapacity),
            [HealFunctions.Handler] = static () => Bytes(new HealFunctionsFunction_HealFunctions_Generated().HealFunctions),
            [FailOver.Handler] = static () => Bytes(new FailOverFunction_FailOver_Generated().FailOver),
            [ClassifyContact.Handler] = static () => Bytes(new ClassifyContactFunction_ClassifyContact_Generated().ClassifyContact),
            [RouteContact.Handler] = static () => Bytes(new RouteContactFunction_RouteContact_Generated().RouteContact),
            [CheckService.Handler] = static () => Bytes(new CheckServiceFunction_CheckService_Generated().CheckService),
            [LookUpCustomer.Handler] = static () => Bytes(new LookUpCustomerFunction_LookUpCustomer_Generated().LookUpCustomer),
            [AnswerQuestion.Handler] = static () => Bytes(new AnswerQuestionFunction_AnswerQuestion_Generated().AnswerQuestion),
            [Recommend.Handler] = static () => Bytes(new RecommendFunction_Recommend_Generated().Recommend),
            [RecordSurvey.Handler] = static () => Bytes(new RecordSurveyFunction_RecordSurvey_Generated().RecordSurvey),
            [RecordCorrection.Handler] = static () => Bytes(new RecordCorrectionFunction_RecordCorrection_Generated().RecordCorrection),
            [RecordCallback.Handler] = static () => Bytes(new RecordCallbackFunction_RecordCallback_Generated().RecordCallback),
            [ReportFault.Handler] = static () => Bytes(new ReportFaultFunction_ReportFault_Generated().ReportFault),
            [TrackCallbacks.Handler] = static () => Bytes(new TrackCallbacksFunction_TrackCallbacks_Generated().TrackCallbacks),
            [HearCustomer.Handler] = static () => Bytes(new HearCustomerFunction_HearCustomer_Generated().HearCustomer),
            [TrackSentiment.Handler] = static () => Bytes(new TrackSentimentFunction_TrackSentiment_Generated().TrackSentiment),
            [JoinStream.Handler] = static () => Bytes(new JoinStreamFunction_JoinStream_Generated().JoinStream),
            [CollectConnectMetrics.Handler] = static () =>
                Json<CollectReply>(new CollectConnectMetricsFunction_CollectConnectMetrics_Generated().CollectConnectMetrics),
            [KeepNumbers.Handler] = static () => Json<NumbersReply>(new KeepNumbersFunction_KeepNumbers_Generated().KeepNumbers),
            [RetrainClassifier.Handler] = static () =>
                Json<RetrainReply>(new RetrainClassifierFunction_RetrainClassifier_Generated().RetrainClassifier),
            [AnswerCall.Handler] = static () => Bytes(new AnswerCallFunction_AnswerCall_Generated().AnswerCall),
            [EndCall.Handler] = static () => Bytes(new EndCallFunction_EndCall_Generated().EndCall),
            [ReachPeople.Handler] = static () => Bytes(new ReachPeopleFunction_ReachPeople_Generated().ReachPeople),
            [RunSyntheticContacts.Handler] = static () =>
                Bytes(new RunSyntheticContactsFunction_RunSyntheticContacts_Generated().RunSyntheticContacts),
            [CheckAccount.Handler] = static () => Json<CheckReply>(new CheckAccountFunction_CheckAccount_Generated().CheckAccount),
        };

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
