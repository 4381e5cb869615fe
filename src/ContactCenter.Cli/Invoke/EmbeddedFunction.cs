using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Incidents;

namespace ContactCenter.Cli.Invoke;

/// <summary>A function that can be run on this machine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">What it does, in a line.</param>
/// <param name="Handler">Makes its handler.</param>
internal sealed record EmbeddedFunction(string Name, string Purpose, Func<EmbeddedSystem, Func<Stream, ILambdaContext, Task<Stream>>> Handler)
{
    /// <summary>All of them; <see cref="Elsewhere"/> has the rest of the functions.</summary>
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
        new("TrackSentiment", "a customer said something", static system => system.Create<TrackSentimentFunction>().TrackSentiment),
        new("AdvanceEscalations", "the minute's look of the clock", static system => EmbeddedHandler.Of(system.Create<AdvanceEscalationsFunction>().AdvanceEscalations)),
        new(
            "DeliverEffects",
            "the table's stream brings effects; without an event those of --alarm",
            static system => EmbeddedHandler.Of<DynamoDBEvent, StreamsEventResponse>(system.Create<DeliverEffectsFunction>().DeliverEffects)),
        new("CollectConnectMetrics", "the minute's figures; there are none on this machine", static system => EmbeddedHandler.Of(system.Create<CollectConnectMetricsFunction>().CollectConnectMetrics)),
        new(
            "AnswerLink",
            "a person follows a signed link",
            static system => EmbeddedHandler.Of<APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(system.Create<AnswerLinkFunction>().AnswerLink)),
        new(
            "AnswerSlack",
            "a person clicks a button in Slack",
            static system => EmbeddedHandler.Of<APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(system.Create<AnswerSlackFunction>().AnswerSlack)),
        new(
            "AnswerServiceNow",
            "ServiceNow calls back",
            static system => EmbeddedHandler.Of<APIGatewayHttpApiV2ProxyRequest, APIGatewayHttpApiV2ProxyResponse>(system.Create<AnswerServiceNowFunction>().AnswerServiceNow)),
    ];

    /// <summary>Functions that cannot be run on this machine, with the reason as a sentence.</summary>
    public static IReadOnlyDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["HealCapacity"] = "it changes the capacity of tables in AWS, and there are none on this machine; `simulate --scenario table-throttled` shows its decisions",
        ["HealFunctions"] = "it changes functions and event sources in AWS, and there are none on this machine",
        ["RetrainClassifier"] = "it reads corrections and models of a deployment; `train` trains and judges a model on this machine",
    };

    /// <summary>The function of this name in any letter case, with or without dashes; null when there is none.</summary>
    public static EmbeddedFunction? Find(string name) =>
        All.FirstOrDefault(function => string.Equals(function.Name, Plain(name), StringComparison.OrdinalIgnoreCase));

    /// <summary>Why the function of this name cannot be run on this machine; null when it can, or when there is none.</summary>
    public static string? WhyNotHere(string name) => Elsewhere.GetValueOrDefault(Plain(name));

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
