using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>All functions of this system. Reasons for the numbers are in docs/design/functions.md.</summary>
public static class SystemFunctions
{
    /// <summary>Decides on an alarm change. Few copies: more of them lose races on one storm's item instead of going faster.</summary>
    public static SystemFunction TriageAlarm { get; } =
        new("triage-alarm", "TriageAlarm", SystemFunctionKind.Event, TimeSpan.FromSeconds(30), 1024, ReservedConcurrency: 5);

    /// <summary>Carries out effects. The lease of an effect is two minutes and must not run out under its holder.</summary>
    public static SystemFunction DeliverEffects { get; } =
        new("deliver-effects", "DeliverEffects", SystemFunctionKind.Stream, TimeSpan.FromSeconds(100), 1024);

    /// <summary>
    /// Keeps the history of incidents and alarms. Nobody waits for it, so it looks at many changes at once and needs little.
    /// </summary>
    public static SystemFunction KeepHistory { get; } =
        new("keep-history", "KeepHistory", SystemFunctionKind.Stream, TimeSpan.FromSeconds(100), 512);

    /// <summary>The clock of escalations; one copy, because a second one would only lose races.</summary>
    public static SystemFunction AdvanceEscalations { get; } =
        new("advance-escalations", "AdvanceEscalations", SystemFunctionKind.Event, TimeSpan.FromSeconds(100), 1024, ReservedConcurrency: 1);

    /// <summary>Notes what changed just before.</summary>
    public static SystemFunction RecordChange { get; } =
        new("record-change", "RecordChange", SystemFunctionKind.Event, TimeSpan.FromSeconds(30), 512);

    /// <summary>Repairs the capacity of tables. Three copies: one for the minute's look, two that stay with throttled tables.</summary>
    public static SystemFunction HealCapacity { get; } =
        new("heal-capacity", "HealCapacity", SystemFunctionKind.Event, TimeSpan.FromMinutes(10), 1024, ReservedConcurrency: 3);

    /// <summary>
    /// Repairs functions: reserved concurrency and event sources. It must not run out of copies together with what it repairs.
    /// </summary>
    public static SystemFunction HealFunctions { get; } =
        new("heal-functions", "HealFunctions", SystemFunctionKind.Event, TimeSpan.FromMinutes(5), 512, ReservedConcurrency: 2);

    /// <summary>Slack's buttons and its command.</summary>
    public static SystemFunction AnswerSlack { get; } =
        new("answer-slack", "AnswerSlack", SystemFunctionKind.Http, TimeSpan.FromSeconds(10), 1024);

    /// <summary>Signed links in messages.</summary>
    public static SystemFunction AnswerLink { get; } =
        new("answer-link", "AnswerLink", SystemFunctionKind.Http, TimeSpan.FromSeconds(10), 1024);

    /// <summary>ServiceNow's call-backs.</summary>
    public static SystemFunction AnswerServiceNow { get; } =
        new("answer-service-now", "AnswerServiceNow", SystemFunctionKind.Http, TimeSpan.FromSeconds(10), 1024);

    /// <summary>PagerDuty's webhooks, which it waits five seconds for.</summary>
    public static SystemFunction AnswerPagerDuty { get; } =
        new("answer-pager-duty", "AnswerPagerDuty", SystemFunctionKind.Http, TimeSpan.FromSeconds(10), 1024);

    /// <summary>Webhooks of Jira Service Management.</summary>
    public static SystemFunction AnswerJira { get; } =
        new("answer-jira", "AnswerJira", SystemFunctionKind.Http, TimeSpan.FromSeconds(10), 1024);

    /// <summary>Posts on social networks, which become tasks.</summary>
    public static SystemFunction ReceivePost { get; } =
        new("receive-post", "ReceivePost", SystemFunctionKind.Http, TimeSpan.FromSeconds(10), 512);

    /// <summary>The HTTP API of people, the console and the command line.</summary>
    public static SystemFunction ServeApi { get; } =
        new("serve-api", "ServeApi", SystemFunctionKind.Http, TimeSpan.FromSeconds(10), 1024, ReservedConcurrency: 10);

    /// <summary>The pages for people. A package of its own: no other function carries a web server.</summary>
    public static SystemFunction ServeConsole { get; } =
        new("serve-console", "ServeConsole", SystemFunctionKind.Http, TimeSpan.FromSeconds(20), 1769, ReservedConcurrency: 10)
        {
            Package = SystemPackage.Console,
        };

    /// <summary>What a contact is about.</summary>
    public static SystemFunction ClassifyContact { get; } =
        new("classify-contact", "ClassifyContact", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1769, ReservedConcurrency: 10)
        {
            Package = SystemPackage.Hooks,
        };

    /// <summary>Where a contact goes, and when it is its turn.</summary>
    public static SystemFunction RouteContact { get; } =
        new("route-contact", "RouteContact", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1769, ReservedConcurrency: 10)
        {
            Package = SystemPackage.Hooks,
        };

    /// <summary>Whether a caller would run into something that is broken.</summary>
    public static SystemFunction CheckService { get; } =
        new("check-service", "CheckService", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1769, ReservedConcurrency: 10)
        {
            Package = SystemPackage.Hooks,
        };

    /// <summary>Who a customer is.</summary>
    public static SystemFunction LookUpCustomer { get; } =
        new("look-up-customer", "LookUpCustomer", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1769, ReservedConcurrency: 10)
        {
            Package = SystemPackage.Hooks,
        };

    /// <summary>What the knowledge base says to a question.</summary>
    public static SystemFunction AnswerQuestion { get; } =
        new("answer-question", "AnswerQuestion", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1769, ReservedConcurrency: 10)
        {
            Package = SystemPackage.Hooks,
        };

    /// <summary>The next step of a dialogue that finishes a routine wish.</summary>
    public static SystemFunction ContinueDialogue { get; } =
        new("continue-dialogue", "ContinueDialogue", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1769, ReservedConcurrency: 10)
        {
            Package = SystemPackage.Hooks,
        };

    /// <summary>What a customer thought of a contact.</summary>
    public static SystemFunction RecordSurvey { get; } =
        new("record-survey", "RecordSurvey", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 5)
        {
            Package = SystemPackage.Hooks,
        };

    /// <summary>What an agent could offer.</summary>
    public static SystemFunction Recommend { get; } =
        new("recommend", "Recommend", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 10)
        {
            Package = SystemPackage.Hooks,
        };

    /// <summary>What an agent says that a contact was about.</summary>
    public static SystemFunction RecordCorrection { get; } =
        new("record-correction", "RecordCorrection", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 5)
        {
            Package = SystemPackage.Hooks,
        };

    /// <summary>That a customer wishes to be called back.</summary>
    public static SystemFunction RecordCallback { get; } =
        new("record-callback", "RecordCallback", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 5)
        {
            Package = SystemPackage.Hooks,
        };

    /// <summary>What an agent says is wrong.</summary>
    public static SystemFunction ReportFault { get; } =
        new("report-fault", "ReportFault", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 5);

    /// <summary>That a callback has been served, or ended without an agent.</summary>
    public static SystemFunction TrackCallbacks { get; } =
        new("track-callbacks", "TrackCallbacks", SystemFunctionKind.Event, TimeSpan.FromSeconds(30), 512);

    /// <summary>
    /// What contacts were promised: events of contacts, and once a minute a look at all that are open, which is done before the next one.
    /// </summary>
    public static SystemFunction WatchPromises { get; } =
        new("watch-promises", "WatchPromises", SystemFunctionKind.Event, TimeSpan.FromSeconds(55), 512);

    /// <summary>Tickets of contacts that come into a queue; it waits for the system that keeps them, and nobody waits for it.</summary>
    public static SystemFunction OpenTickets { get; } =
        new("open-tickets", "OpenTickets", SystemFunctionKind.Event, TimeSpan.FromSeconds(60), 512);

    /// <summary>What Amazon Connect knows and CloudWatch does not; one copy, because a second one would only ask the same.</summary>
    public static SystemFunction CollectConnectMetrics { get; } =
        new(
            "collect-connect-metrics",
            "CollectConnectMetrics",
            SystemFunctionKind.Event,
            TimeSpan.FromSeconds(55),
            1024,
            ReservedConcurrency: 1);

    /// <summary>
    /// Keeps the numbers of queues by the half hour. Apart from the collector, which must be done within its minute and has no right on the
    /// table of incidents; once a day it reads the days of a week.
    /// </summary>
    public static SystemFunction KeepNumbers { get; } =
        new("keep-numbers", "KeepNumbers", SystemFunctionKind.Event, TimeSpan.FromMinutes(5), 512);

    /// <summary>How customers sound.</summary>
    public static SystemFunction TrackSentiment { get; } =
        new("track-sentiment", "TrackSentiment", SystemFunctionKind.Event, TimeSpan.FromSeconds(30), 1024, ReservedConcurrency: 10);

    /// <summary>
    /// The same for flows that wait, where Contact Lens does not read along: a function of its own, so that a storm of events keeps no
    /// customer waiting.
    /// </summary>
    public static SystemFunction TrackMood { get; } =
        new("track-mood", "TrackSentiment", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 5);

    /// <summary>
    /// What a customer said to the deployed bot. It only copies, so it needs little; its copies start with the processor of the others.
    /// </summary>
    public static SystemFunction HearCustomer { get; } =
        new("hear-customer", "HearCustomer", SystemFunctionKind.BotHook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 10)
        {
            Package = SystemPackage.Hooks,
        };

    /// <summary>The same for calls while they last, as real-time analysis of Contact Lens streams them, and who is told of them.</summary>
    public static SystemFunction TrackCalls { get; } =
        new("track-calls", "TrackSentiment", SystemFunctionKind.Stream, TimeSpan.FromSeconds(60), 1024);

    /// <summary>Lets the instance write to the stream of <see cref="TrackCalls"/>, when CloudFormation asks.</summary>
    public static SystemFunction JoinStream { get; } =
        new("join-stream", "JoinStream", SystemFunctionKind.Event, TimeSpan.FromSeconds(60), 512);

    /// <summary>Trains a challenger once a day. Two processors, and all the time that Lambda gives.</summary>
    public static SystemFunction RetrainClassifier { get; } =
        new("retrain-classifier", "RetrainClassifier", SystemFunctionKind.Event, TimeSpan.FromMinutes(15), 3540, ReservedConcurrency: 1);

    /// <summary>
    /// Builds the base of the articles that people have published. One copy, because the next build has everything that this one has; five
    /// thousand articles with five questions each take a processor most of a minute, and with an encoder some minutes more.
    /// </summary>
    public static SystemFunction BuildKnowledge { get; } =
        new("build-knowledge", "BuildKnowledge", SystemFunctionKind.Event, TimeSpan.FromMinutes(15), 1769, ReservedConcurrency: 1);

    /// <summary>
    /// Fails over what a person has agreed to, and brings it back. One copy for the minute's look, one that a person waits for.
    /// </summary>
    public static SystemFunction FailOver { get; } =
        new("fail-over", "FailOver", SystemFunctionKind.Event, TimeSpan.FromMinutes(5), 512, ReservedConcurrency: 2);

    /// <summary>
    /// Compares the account with the configuration once a week. Amazon Connect allows two list calls a second, so it takes its time.
    /// </summary>
    public static SystemFunction CheckAccount { get; } =
        new("check-account", "CheckAccount", SystemFunctionKind.Event, TimeSpan.FromMinutes(10), 512);

    /// <summary>The keys of people who are called. One flow asks it, about incidents, which are few.</summary>
    public static SystemFunction AnswerCall { get; } =
        new("answer-call", "AnswerCall", SystemFunctionKind.Hook, TimeSpan.FromSeconds(8), 1024, ReservedConcurrency: 2);

    /// <summary>That a call has ended, with or without a key.</summary>
    public static SystemFunction EndCall { get; } =
        new("end-call", "EndCall", SystemFunctionKind.Event, TimeSpan.FromSeconds(30), 512);

    /// <summary>
    /// Tests whether people can be reached. A test waits for the slowest channel, and a Region of endpoints may be due in one hour.
    /// </summary>
    public static SystemFunction ReachPeople { get; } =
        new("reach-people", "ReachPeople", SystemFunctionKind.Event, TimeSpan.FromMinutes(5), 512);

    /// <summary>
    /// Writes reports. One processor, most of whose time goes into what forecasts would have been; one copy, so that nobody is sent one
    /// twice.
    /// </summary>
    public static SystemFunction WriteReport { get; } =
        new("write-report", "WriteReport", SystemFunctionKind.Event, TimeSpan.FromMinutes(5), 1769, ReservedConcurrency: 1);

    /// <summary>
    /// Tries whether customers get through. One copy, because what it knows is one note; a chat is tried while it runs, for a minute.
    /// </summary>
    public static SystemFunction RunSyntheticContacts { get; } =
        new(
            "run-synthetic-contacts", "RunSyntheticContacts", SystemFunctionKind.Event, TimeSpan.FromMinutes(5), 512,
            ReservedConcurrency: 1);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SystemFunction> All { get; } =
    [
        TriageAlarm, DeliverEffects, KeepHistory, AdvanceEscalations, RecordChange, HealCapacity, HealFunctions, AnswerSlack, AnswerLink,
        AnswerServiceNow, ServeApi,
        ClassifyContact, RouteContact, CheckService, LookUpCustomer, AnswerQuestion, RecordSurvey, Recommend, RecordCorrection,
        RecordCallback, ReportFault, RetrainClassifier, BuildKnowledge,
        CollectConnectMetrics, KeepNumbers, TrackCallbacks, TrackSentiment, TrackMood, TrackCalls, JoinStream, HearCustomer,
        CheckAccount, FailOver, AnswerCall, EndCall, ReachPeople, AnswerPagerDuty, AnswerJira,
        RunSyntheticContacts, WriteReport, ContinueDialogue, WatchPromises, ReceivePost, OpenTickets,
        ServeConsole,
    ];

    /// <summary>
    /// Those that a configuration deploys: who answers a tool needs a secret to know it by, what Contact Lens reads nobody
    /// else has to, and who hears what is said to the deployed bot needs one. Calls are followed where that is asked for, and a stream is
    /// joined where the instance has none. Dialogues are continued and promises watched where there are some, tickets opened where a system
    /// keeps them, and a base is built where articles are edited.
    /// Agents report from a guide where one is deployed, and people are called where it is said who calls. In shadow nobody is tested.
    /// Reports are written where it is said who gets them. The weekly check may be switched off, and what may not be failed over needs
    /// nobody who does it.
    /// </summary>
    public static IEnumerable<SystemFunction> For(ContactCenterConfiguration configuration) => All.Where(function =>
        (function != AnswerSlack || configuration.Answers.SlackSigningSecret is not null)
        && (function != ServeApi || configuration.Api is not null)
        && (function != ServeConsole || configuration.Console is not null)
        && (function != ReportFault || configuration.Flows?.AgentReports is not null)
        && (function != BuildKnowledge || configuration.SelfService.Editing)
        && (function != AnswerCall && function != EndCall || configuration.Calls is not null)
        && (function != HearCustomer || DeployedBot.IsIn(configuration))
        && (function != ContinueDialogue || configuration.Dialogues.Count > 0)
        && (function != WatchPromises || configuration.Contacts.IsWatched)
        && (function != OpenTickets || configuration.Contacts.Tickets is not null)
        && (function != TrackMood || !configuration.Sentiment.ContactLens)
        && (function != TrackCalls || configuration.Sentiment.IsLive)
        && (function != JoinStream || configuration.Sentiment is { IsLive: true, Live.Stream: null })
        && (function != ReachPeople || !configuration.Shadow)
        && (function != WriteReport || configuration.Reports is not null)
        && (function != FailOver || configuration.Failover is not null)
        && (function != RunSyntheticContacts || configuration.Synthetic is not null)
        && (function != CheckAccount || configuration.Account.WeeklyCheck.Enabled)
        && (function != AnswerServiceNow || configuration.Answers.ServiceNowCallbackSecret is not null)
        && (function != AnswerPagerDuty || configuration.Answers.PagerDutyWebhookSecret is not null)
        && (function != ReceivePost || configuration.Answers.PostWebhookSecret is not null)
        && (function != AnswerJira || configuration.Answers.JiraWebhookSecret is not null));

    /// <summary>Those that a configuration deploys in the Region that stands by: the pipeline, and what shifts traffic there.</summary>
    public static IEnumerable<SystemFunction> StandingBy(ContactCenterConfiguration configuration)
    {
        SystemFunction[] pipeline =
        [
            TriageAlarm, DeliverEffects, KeepHistory, AdvanceEscalations, AnswerSlack, AnswerLink, AnswerServiceNow, AnswerPagerDuty,
            AnswerJira,
            .. RemediableFailovers.Traffic(configuration).Count > 0 ? [FailOver] : Array.Empty<SystemFunction>(),
        ];
        return For(configuration).Where(pipeline.Contains);
    }
}

/// <summary>
/// One Lambda function of this system: what a deployment, its alarms, its dashboards and the command line have to know of it.
/// </summary>
/// <param name="Name">Name in kebab case, such as <c>triage-alarm</c>; part of the deployed function's name.</param>
/// <param name="Handler">The handler that <c>ANNOTATIONS_HANDLER</c> chooses, such as <c>TriageAlarm</c>.</param>
/// <param name="Kind">Who calls it, and so what it owes its caller.</param>
/// <param name="Timeout">When Lambda ends an invocation; at most 15 minutes.</param>
/// <param name="MemoryMegabytes">Memory, and with it the share of a processor (1,769 MB are one; Lambda developer guide).</param>
/// <param name="ReservedConcurrency">Copies that run at most and can always run; null: what the account has.</param>
public sealed record SystemFunction(
    string Name,
    string Handler,
    SystemFunctionKind Kind,
    TimeSpan Timeout,
    int MemoryMegabytes,
    int? ReservedConcurrency = null)
{
    /// <summary>A customer waits for it: alarms of scope <c>Function</c> watch it like the functions of the configuration.</summary>
    public bool IsHook => Kind is SystemFunctionKind.Hook or SystemFunctionKind.BotHook;

    /// <summary>What it is part of.</summary>
    public SystemPackage Package { get; init; } = SystemPackage.Others;

    /// <summary>What it cannot process goes to a queue; who calls the others waits for the answer and sees the failure.</summary>
    public bool HasDeadLetters => Kind is SystemFunctionKind.Event or SystemFunctionKind.Stream;
}

/// <summary>What functions are deployed from.</summary>
public enum SystemPackage
{
    /// <summary>All that no customer waits for.</summary>
    Others,

    /// <summary>What answers contact flows and bots; natively compiled an executable of its own, so that it starts sooner.</summary>
    Hooks,

    /// <summary>The console, with its web server.</summary>
    Console,
}

/// <summary>Who calls a function of this system.</summary>
public enum SystemFunctionKind
{
    /// <summary>SNS, EventBridge or a schedule: asynchronously, with Lambda's retries and a dead-letter queue.</summary>
    Event,

    /// <summary>The stream of the incidents table: retries, bisecting and a dead-letter queue of the event source mapping.</summary>
    Stream,

    /// <summary>A person or a tool, over the HTTP API.</summary>
    Http,

    /// <summary>A contact flow of Amazon Connect, which waits eight seconds at most while a customer is on the line.</summary>
    Hook,

    /// <summary>A bot of Amazon Lex, which waits while a customer is on the line.</summary>
    BotHook,
}
