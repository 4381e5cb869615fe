using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>All functions of this system. Reasons for the numbers are in docs/decisions/functions.md.</summary>
public static class SystemFunctions
{
    /// <summary>Decides on an alarm change. Few copies: more of them lose races on one storm's item instead of going faster.</summary>
    public static SystemFunction TriageAlarm { get; } =
        new("triage-alarm", "TriageAlarm", SystemFunctionKind.Event, TimeSpan.FromSeconds(30), 1024, ReservedConcurrency: 5);

    /// <summary>Carries out effects. The lease of an effect is two minutes and must not run out under its holder.</summary>
    public static SystemFunction DeliverEffects { get; } =
        new("deliver-effects", "DeliverEffects", SystemFunctionKind.Stream, TimeSpan.FromSeconds(100), 1024);

    /// <summary>The clock of escalations; one copy, because a second one would only lose races.</summary>
    public static SystemFunction AdvanceEscalations { get; } =
        new("advance-escalations", "AdvanceEscalations", SystemFunctionKind.Event, TimeSpan.FromSeconds(100), 1024, ReservedConcurrency: 1);

    /// <summary>Notes what changed just before.</summary>
    public static SystemFunction RecordChange { get; } =
        new("record-change", "RecordChange", SystemFunctionKind.Event, TimeSpan.FromSeconds(30), 512);

    /// <summary>Repairs the capacity of tables. Three copies: one for the minute's look, two that stay with troubled tables.</summary>
    public static SystemFunction HealCapacity { get; } =
        new("heal-capacity", "HealCapacity", SystemFunctionKind.Event, TimeSpan.FromMinutes(10), 1024, ReservedConcurrency: 3);

    /// <summary>Repairs functions: reserved concurrency and event sources. It must not run out of copies together with what it repairs.</summary>
    public static SystemFunction HealFunctions { get; } =
        new("heal-functions", "HealFunctions", SystemFunctionKind.Event, TimeSpan.FromMinutes(5), 512, ReservedConcurrency: 2);

    /// <summary>Slack's buttons.</summary>
    public static SystemFunction AnswerSlack { get; } =
        new("answer-slack", "AnswerSlack", SystemFunctionKind.Http, TimeSpan.FromSeconds(10), 1024);

    /// <summary>Signed links in messages.</summary>
    public static SystemFunction AnswerLink { get; } =
        new("answer-link", "AnswerLink", SystemFunctionKind.Http, TimeSpan.FromSeconds(10), 1024);

    /// <summary>ServiceNow's call-backs.</summary>
    public static SystemFunction AnswerServiceNow { get; } =
        new("answer-service-now", "AnswerServiceNow", SystemFunctionKind.Http, TimeSpan.FromSeconds(10), 1024);

    /// <summary>What a contact is about.</summary>
    public static SystemFunction ClassifyContact { get; } =
        new("classify-contact", "ClassifyContact", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1769, ReservedConcurrency: 10);

    /// <summary>Where a contact goes, and when it is its turn.</summary>
    public static SystemFunction RouteContact { get; } =
        new("route-contact", "RouteContact", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1769, ReservedConcurrency: 10);

    /// <summary>Whether a caller would run into something that is broken.</summary>
    public static SystemFunction CheckService { get; } =
        new("check-service", "CheckService", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1769, ReservedConcurrency: 10);

    /// <summary>Who a customer is.</summary>
    public static SystemFunction LookUpCustomer { get; } =
        new("look-up-customer", "LookUpCustomer", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1769, ReservedConcurrency: 10);

    /// <summary>What the knowledge base says to a question.</summary>
    public static SystemFunction AnswerQuestion { get; } =
        new("answer-question", "AnswerQuestion", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1769, ReservedConcurrency: 10);

    /// <summary>What a customer thought of a contact.</summary>
    public static SystemFunction RecordSurvey { get; } =
        new("record-survey", "RecordSurvey", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 5);

    /// <summary>What an agent could offer.</summary>
    public static SystemFunction Recommend { get; } =
        new("recommend", "Recommend", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 10);

    /// <summary>What an agent says that a contact was about.</summary>
    public static SystemFunction RecordCorrection { get; } =
        new("record-correction", "RecordCorrection", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 5);

    /// <summary>What Amazon Connect knows and CloudWatch does not; one copy, because a second one would only ask the same.</summary>
    public static SystemFunction CollectConnectMetrics { get; } =
        new("collect-connect-metrics", "CollectConnectMetrics", SystemFunctionKind.Event, TimeSpan.FromSeconds(55), 1024, ReservedConcurrency: 1);

    /// <summary>How customers sound.</summary>
    public static SystemFunction TrackSentiment { get; } =
        new("track-sentiment", "TrackSentiment", SystemFunctionKind.Event, TimeSpan.FromSeconds(30), 1024, ReservedConcurrency: 10);

    /// <summary>
    /// The same for flows that wait, where Contact Lens does not read along: a function of its own, so that a storm of events keeps no
    /// customer waiting.
    /// </summary>
    public static SystemFunction TrackMood { get; } =
        new("track-mood", "TrackSentiment", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 5);

    /// <summary>Trains a challenger once a day. Two processors, and all the time that Lambda gives.</summary>
    public static SystemFunction RetrainClassifier { get; } =
        new("retrain-classifier", "RetrainClassifier", SystemFunctionKind.Event, TimeSpan.FromMinutes(15), 3540, ReservedConcurrency: 1);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SystemFunction> All { get; } =
    [
        TriageAlarm, DeliverEffects, AdvanceEscalations, RecordChange, HealCapacity, HealFunctions, AnswerSlack, AnswerLink, AnswerServiceNow,
        ClassifyContact, RouteContact, CheckService, LookUpCustomer, AnswerQuestion, RecordSurvey, Recommend, RecordCorrection, RetrainClassifier,
        CollectConnectMetrics, TrackSentiment, TrackMood,
    ];

    /// <summary>
    /// Those that a configuration deploys: who answers Slack and ServiceNow needs a secret to know them by, and what Contact Lens reads
    /// nobody else has to.
    /// </summary>
    public static IEnumerable<SystemFunction> For(ContactCenterConfiguration configuration) => All.Where(function =>
        (function != AnswerSlack || configuration.Answers.SlackSigningSecret is not null)
        && (function != TrackMood || !configuration.Sentiment.ContactLens)
        && (function != AnswerServiceNow || configuration.Answers.ServiceNowCallbackSecret is not null));
}
