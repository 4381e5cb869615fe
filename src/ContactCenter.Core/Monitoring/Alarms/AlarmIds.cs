namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>
/// Ids of the alarms of the catalog. They are part of the names of deployed alarms and keys of <c>alarms</c> in
/// <c>contactcenter.json</c>, so they stay what they are. Each constant tells the symptom.
/// </summary>
public static class AlarmIds
{
    /// <summary>Callers are turned away.</summary>
    public const string CallsRejected = "calls-rejected";

    /// <summary>Almost no call capacity left.</summary>
    public const string ConcurrentCallsCritical = "concurrent-calls-critical";

    /// <summary>Call capacity runs low.</summary>
    public const string ConcurrentCalls = "concurrent-calls";

    /// <summary>Concurrent calls are unusual.</summary>
    public const string ConcurrentCallsUnusual = "concurrent-calls-unusual";

    /// <summary>Call volume is unusually high.</summary>
    public const string CallVolumeUnusual = "call-volume-unusual";

    /// <summary>Calls have almost stopped.</summary>
    public const string CallVolumeGone = "call-volume-gone";

    /// <summary>Calls are throttled.</summary>
    public const string CallsThrottled = "calls-throttled";

    /// <summary>A phone number leads nowhere.</summary>
    public const string PhoneNumberWithoutFlow = "phone-number-without-flow";

    /// <summary>Agents miss calls.</summary>
    public const string MissedCalls = "missed-calls";

    /// <summary>Call recordings are not saved.</summary>
    public const string RecordingUploadFailed = "recording-upload-failed";

    /// <summary>Chats are turned away.</summary>
    public const string ChatsRejected = "chats-rejected";

    /// <summary>Chat capacity runs low.</summary>
    public const string ActiveChats = "active-chats";

    /// <summary>Tasks are turned away.</summary>
    public const string TasksRejected = "tasks-rejected";

    /// <summary>Task capacity runs low.</summary>
    public const string ActiveTasks = "active-tasks";

    /// <summary>E-mail capacity runs low.</summary>
    public const string ActiveEmails = "active-emails";

    /// <summary>Flow fails for customers.</summary>
    public const string FlowFailed = "flow-failed";

    /// <summary>Flow takes error branches.</summary>
    public const string FlowErrors = "flow-errors";

    /// <summary>Flows report many errors.</summary>
    public const string FlowLogErrors = "flow-log-errors";

    /// <summary>Flows get no answer of hooks.</summary>
    public const string FlowHooksUnanswered = "flow-hooks-unanswered";

    /// <summary>Nobody takes tasks and e-mails.</summary>
    public const string ContactsUnclaimed = "contacts-unclaimed";

    /// <summary>Customers wait too long.</summary>
    public const string QueueWaitTime = "queue-wait-time";

    /// <summary>Chats wait too long.</summary>
    public const string ChatWaitTime = "chat-wait-time";

    /// <summary>Tasks wait too long.</summary>
    public const string TaskWaitTime = "task-wait-time";

    /// <summary>E-mails wait too long.</summary>
    public const string EmailWaitTime = "email-wait-time";

    /// <summary>Queue grows long.</summary>
    public const string QueueSize = "queue-size";

    /// <summary>Queue is full.</summary>
    public const string QueueFull = "queue-full";

    /// <summary>Customers give up waiting.</summary>
    public const string AbandonmentRate = "abandonment-rate";

    /// <summary>Service level is missed.</summary>
    public const string ServiceLevel = "service-level";

    /// <summary>Nobody serves the queue.</summary>
    public const string NobodyServesQueue = "nobody-serves-queue";

    /// <summary>Too few agents available.</summary>
    public const string AgentAvailability = "agent-availability";

    /// <summary>Other agents have nothing to do.</summary>
    public const string QueueStarved = "queue-starved";

    /// <summary>Customers wait too long for a callback.</summary>
    public const string CallbackWaitTime = "callback-wait-time";

    /// <summary>Fewer agents are logged in than planned.</summary>
    public const string AgentsAgainstPlan = "agents-against-plan";

    /// <summary>Agents do not finish their work.</summary>
    public const string AgentsAfterContact = "agents-after-contact";

    /// <summary>Agents are in error status.</summary>
    public const string AgentsInError = "agents-in-error";

    /// <summary>Customers sound unhappy.</summary>
    public const string Sentiment = "sentiment";

    /// <summary>Agents are overloaded.</summary>
    public const string AgentUtilisation = "agent-utilisation";

    /// <summary>Many agents are away.</summary>
    public const string AgentsNonProductive = "agents-non-productive";

    /// <summary>Flow function fails.</summary>
    public const string FunctionErrors = "function-errors";

    /// <summary>Flow function is throttled.</summary>
    public const string FunctionThrottled = "function-throttled";

    /// <summary>Flow function is slow.</summary>
    public const string FunctionDuration = "function-duration";

    /// <summary>IVR does not answer.</summary>
    public const string IvrOutage = "ivr-outage";

    /// <summary>IVR answers slowly.</summary>
    public const string IvrResponseTime = "ivr-response-time";

    /// <summary>IVR does not understand callers.</summary>
    public const string SpeechRecognitionErrors = "speech-recognition-errors";

    /// <summary>IVR is throttled.</summary>
    public const string IvrThrottled = "ivr-throttled";

    /// <summary>Reads are throttled.</summary>
    public const string TableReadThrottled = "table-read-throttled";

    /// <summary>Index reads are throttled.</summary>
    public const string IndexReadThrottled = "index-read-throttled";

    /// <summary>Read capacity runs low.</summary>
    public const string TableReadCapacity = "table-read-capacity";

    /// <summary>Index read capacity runs low.</summary>
    public const string IndexReadCapacity = "index-read-capacity";

    /// <summary>Writes are throttled.</summary>
    public const string TableWriteThrottled = "table-write-throttled";

    /// <summary>Index writes are throttled.</summary>
    public const string IndexWriteThrottled = "index-write-throttled";

    /// <summary>Write capacity runs low.</summary>
    public const string TableWriteCapacity = "table-write-capacity";

    /// <summary>Index write capacity runs low.</summary>
    public const string IndexWriteCapacity = "index-write-capacity";

    /// <summary>Table answers with errors.</summary>
    public const string TableSystemErrors = "table-system-errors";

    /// <summary>Account read limit comes closer.</summary>
    public const string AccountReadCapacity = "account-read-capacity";

    /// <summary>Account write limit comes closer.</summary>
    public const string AccountWriteCapacity = "account-write-capacity";

    /// <summary>API fails.</summary>
    public const string ApiFailures = "api-failures";

    /// <summary>API answers slowly.</summary>
    public const string ApiLatency = "api-latency";

    /// <summary>Connect API calls run high.</summary>
    public const string ConnectApiThrottled = "connect-api-throttled";

    /// <summary>Account Lambda concurrency runs out.</summary>
    public const string LambdaConcurrency = "lambda-concurrency";

    /// <summary>The stream of calls is read late.</summary>
    public const string CallsBehind = "calls-behind";

    /// <summary>Supervisors were not told of a call that got worse.</summary>
    public const string SupervisorsUntold = "supervisors-untold";

    /// <summary>Contact Lens analysis fails.</summary>
    public const string ContactLensFailed = "contact-lens-failed";

    /// <summary>Customers rate service badly.</summary>
    public const string SurveyRating = "survey-rating";

    /// <summary>Customers call about other things.</summary>
    public const string TopicDrift = "topic-drift";

    /// <summary>Contacts are not understood as before.</summary>
    public const string ConfidenceDrift = "confidence-drift";

    /// <summary>Monitoring has stopped.</summary>
    public const string HeartbeatMissing = "heartbeat-missing";

    /// <summary>Own function fails.</summary>
    public const string OwnFunctionErrors = "own-function-errors";

    /// <summary>Hook gives its prepared answer.</summary>
    public const string HookDefaults = "hook-defaults";

    /// <summary>Messages were given up.</summary>
    public const string DeadLetters = "dead-letters";

    /// <summary>People could not be told.</summary>
    public const string MessagesGivenUp = "messages-given-up";

    /// <summary>Notifications are late.</summary>
    public const string DeliveryBehind = "delivery-behind";

    /// <summary>Event source is disabled.</summary>
    public const string EventSourceDisabled = "event-source-disabled";

    /// <summary>Topic cannot reach subscribers.</summary>
    public const string TopicDeliveryFailed = "topic-delivery-failed";

    /// <summary>Scheduled run was dropped.</summary>
    public const string ScheduleDropped = "schedule-dropped";

    /// <summary>Audit trail was changed.</summary>
    public const string TrailChanged = "trail-changed";

    /// <summary>Encryption key was changed.</summary>
    public const string KeyChanged = "key-changed";

    /// <summary>Alarms were silenced by hand.</summary>
    public const string AlarmsChanged = "alarms-changed";

    /// <summary>Flows or hooks changed by hand.</summary>
    public const string FlowsChanged = "flows-changed";

    /// <summary>Composite: customers cannot get through.</summary>
    public const string CustomersCutOff = "customers-cut-off";

    /// <summary>Composite: customers are served badly.</summary>
    public const string CustomersServedBadly = "customers-served-badly";

    /// <summary>Synthetic contacts prove nothing.</summary>
    public const string SyntheticContactsUnproven = "synthetic-contacts-unproven";
}
