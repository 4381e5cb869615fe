using System.Text.Json;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>
/// Names of the metrics that this system publishes itself, and their namespaces. Alarms and dashboards of every deployment read them.
/// </summary>
public static class OwnMetricNames
{
    /// <summary>The namespace.</summary>
    public const string Namespace = "ContactCenter";

    /// <summary>Where metric filters on the trail count, before the name of the deployment.</summary>
    public const string TrailNamespace = $"{Namespace}/Trail";

    /// <summary>Where metric filters on the log of flows count, before the name of the deployment.</summary>
    public const string FlowLogNamespace = $"{Namespace}/FlowLogs";

    /// <summary>Dimension of what is told for each channel of a queue.</summary>
    public const string Channel = "Channel";

    /// <summary>Dimension of what a hook tells of itself.</summary>
    public const string Hook = "Hook";

    /// <summary>Dimension of what is told of a dialogue.</summary>
    public const string Dialogue = "Dialogue";

    /// <summary>Questions that customers asked the articles.</summary>
    public const string SelfServiceQuestions = "SelfServiceQuestions";

    /// <summary>1 for a question to which there was an answer, else 0.</summary>
    public const string SelfServiceAnswers = "SelfServiceAnswers";

    /// <summary>1 for a customer who says that an answer has helped, 0 for one who says that it has not.</summary>
    public const string SelfServiceDeflections = "SelfServiceDeflections";

    /// <summary>Dialogues that began.</summary>
    public const string DialoguesBegun = "DialoguesBegun";

    /// <summary>Dialogues that the customer's function finished.</summary>
    public const string DialoguesDone = "DialoguesDone";

    /// <summary>Dialogues that an agent took over.</summary>
    public const string DialoguesToAgent = "DialoguesToAgent";

    /// <summary>How often the function of a dialogue failed.</summary>
    public const string DialogueFunctionFailures = "DialogueFunctionFailures";

    /// <summary>A component is alive.</summary>
    public const string Heartbeat = "Heartbeat";

    /// <summary>Event sources of a function that are disabled.</summary>
    public const string EventSourcesDisabled = "EventSourcesDisabled";

    /// <summary>1 for each prepared answer of a hook, 0 for each real one.</summary>
    public const string HookDefaults = "HookDefaults";

    /// <summary>1 for a synthetic contact that went wrong, 0 for one that went right.</summary>
    public const string SyntheticContactsWrong = "SyntheticContactsWrong";

    /// <summary>How long a synthetic contact lasted.</summary>
    public const string SyntheticContactTime = "SyntheticContactTime";

    /// <summary>Synthetic contacts that have proved nothing lately.</summary>
    public const string SyntheticContactsUnproven = "SyntheticContactsUnproven";

    /// <summary>Dimension of what is told of a promise to contacts.</summary>
    public const string Promise = "Promise";

    /// <summary>Contacts that are near what they were promised now.</summary>
    public const string ContactsNearPromise = "ContactsNearPromise";

    /// <summary>Contacts that are past it.</summary>
    public const string ContactsPastPromise = "ContactsPastPromise";

    /// <summary>Contacts of which a lead or supervisor was told.</summary>
    public const string ContactsEscalated = "ContactsEscalated";

    /// <summary>Contacts of which nobody could be told.</summary>
    public const string ContactsUntold = "ContactsUntold";

    /// <summary>Tickets that were opened for contacts.</summary>
    public const string TicketsOpened = "TicketsOpened";

    /// <summary>Contacts that joined the ticket of their customer.</summary>
    public const string TicketsJoined = "TicketsJoined";

    /// <summary>Attempts to give a contact its ticket that failed.</summary>
    public const string TicketFailures = "TicketFailures";

    /// <summary>Messages to people that were given up, by channel.</summary>
    public const string MessagesGivenUp = "MessagesGivenUp";

    /// <summary>Reads of what people have decided at run time that failed.</summary>
    public const string SettingsUnread = "SettingsUnread";

    /// <summary>Calls of an external system.</summary>
    public const string ApiRequests = "ApiRequests";

    /// <summary>Those that failed.</summary>
    public const string ApiFailures = "ApiFailures";

    /// <summary>How long they took.</summary>
    public const string ApiLatency = "ApiLatency";

    /// <summary>What customers rated.</summary>
    public const string SurveyRating = "SurveyRating";

    /// <summary>Contacts that wait now.</summary>
    public const string ContactsInQueue = "ContactsInQueue";

    /// <summary>How long the first of them has waited.</summary>
    public const string OldestContactAge = "OldestContactAge";

    /// <summary>How long the first of them has waited in the hours of the queue.</summary>
    public const string OldestContactWait = "OldestContactWait";

    /// <summary>Contacts after which agents have not finished their work.</summary>
    public const string AfterContactWork = "AfterContactWork";

    /// <summary>Agents in the status of an error.</summary>
    public const string AgentsInError = "AgentsInError";

    /// <summary>Agents of another queue who have nothing to do.</summary>
    public const string AgentsIdleElsewhere = "AgentsIdleElsewhere";

    /// <summary>Callbacks whose time to be put into the queue has not come.</summary>
    public const string CallbacksScheduled = "CallbacksScheduled";

    /// <summary>How long the customer who has waited longest for a callback has waited in the hours of the queue.</summary>
    public const string OldestCallbackWait = "OldestCallbackWait";

    /// <summary>Agents who are not offline, of those whom the plan has.</summary>
    public const string AgentsAgainstPlan = "AgentsAgainstPlan";

    /// <summary>How unusual what goes on in a channel of a queue is, 0 to 1.</summary>
    public const string AnomalyScore = "AnomalyScore";

    /// <summary>A queue is served.</summary>
    public const string QueueOpen = "QueueOpen";

    /// <summary>A queue has been served for an hour.</summary>
    public const string QueueSettled = "QueueSettled";

    /// <summary>What was left from before a queue opened is being worked off.</summary>
    public const string QueueBacklog = "QueueBacklog";

    /// <summary>Agents who are not offline.</summary>
    public const string AgentsOnline = "AgentsOnline";

    /// <summary>Those in no status of their own.</summary>
    public const string AgentsStaffed = "AgentsStaffed";

    /// <summary>Those who can take a contact now.</summary>
    public const string AgentsAvailable = "AgentsAvailable";

    /// <summary>Those who have one.</summary>
    public const string AgentsOnContact = "AgentsOnContact";

    /// <summary>Those in a status of their own.</summary>
    public const string AgentsNonProductive = "AgentsNonProductive";

    /// <summary>Contacts that came into the queue lately.</summary>
    public const string ContactsQueued = "ContactsQueued";

    /// <summary>Share of them that gave up.</summary>
    public const string AbandonmentRate = "AbandonmentRate";

    /// <summary>Share of them that left the queue in time.</summary>
    public const string ServiceLevel = "ServiceLevel";

    /// <summary>Mean wait of those who were answered.</summary>
    public const string AverageAnswerTime = "AverageAnswerTime";

    /// <summary>Mean time that agents spent on a contact.</summary>
    public const string AverageHandleTime = "AverageHandleTime";

    /// <summary>How customers sound.</summary>
    public const string CustomerSentiment = "CustomerSentiment";

    /// <summary>How fast that changes.</summary>
    public const string CustomerSentimentTrend = "CustomerSentimentTrend";

    /// <summary>Share of their time for contacts that agents had one.</summary>
    public const string AgentOccupancy = "AgentOccupancy";

    /// <summary>Share of the agents who are in a status of their own.</summary>
    public const string AgentsNonProductiveShare = "AgentsNonProductiveShare";

    /// <summary>Executions of a flow.</summary>
    public const string FlowsStarted = "FlowsStarted";

    /// <summary>Share of them in which the customer was dropped.</summary>
    public const string FlowsDropped = "FlowsDropped";

    /// <summary>Conversations of a bot.</summary>
    public const string BotConversations = "BotConversations";

    /// <summary>Share of them that failed.</summary>
    public const string BotConversationsFailed = "BotConversationsFailed";

    /// <summary>What customers said to a bot, as the hook that classifies contacts hears of it.</summary>
    public const string BotUtterances = "BotUtterances";

    /// <summary>Those of which the bot understood nothing.</summary>
    public const string BotUtterancesMissed = "BotUtterancesMissed";

    /// <summary>Contacts that Contact Lens could not analyse.</summary>
    public const string ContactLensFailures = "ContactLensFailures";

    /// <summary>Calls that got worse while they lasted.</summary>
    public const string CallsGettingWorse = "CallsGettingWorse";

    /// <summary>Tasks of supervisors that could not be started.</summary>
    public const string SupervisorTaskFailures = "SupervisorTaskFailures";

    /// <summary>How far topics have moved from the training texts.</summary>
    public const string TopicDrift = "TopicDrift";

    /// <summary>How far the certainty has.</summary>
    public const string ConfidenceDrift = "ConfidenceDrift";

    /// <summary>Errors in the log of flows.</summary>
    public const string FlowLogErrors = "FlowLogErrors";

    /// <summary>Hooks that a flow got no answer of, as its log has it: also those that answered too late, after a cold start.</summary>
    public const string FlowLogHookFailures = "FlowLogHookFailures";

    /// <summary>Tasks and e-mails that no queue took in time, as the log of their flow has it.</summary>
    public const string UnclaimedContacts = "UnclaimedContacts";

    /// <summary>Changes of the trail.</summary>
    public const string TrailChanged = "TrailChanged";

    /// <summary>Changes of keys.</summary>
    public const string KeyChanged = "KeyChanged";

    /// <summary>Changes of alarms and of what carries them.</summary>
    public const string AlarmsChanged = "AlarmsChanged";

    /// <summary>Changes of flows and hooks by hand.</summary>
    public const string FlowsChanged = "FlowsChanged";

    /// <summary>A channel as a dimension has it: as the configuration names it.</summary>
    public static string ValueOf(Channel channel) => JsonNamingPolicy.CamelCase.ConvertName(channel.ToString());
}
