namespace ContactCenter.Simulation.Center;

/// <summary>What can go wrong; the comment says what the strength of the fault means.</summary>
public enum FaultKind
{
    /// <summary>Calls arrive this many times as fast.</summary>
    CallSurge,

    /// <summary>This share of the agents of a routing profile is away.</summary>
    AgentsAway,

    /// <summary>This share of the agents of a routing profile does not get out of the work after a contact.</summary>
    AgentsStuck,

    /// <summary>This share of the calls does not get through to the center at all.</summary>
    LinesCut,

    /// <summary>Something else asks a table for this many read units per second more.</summary>
    TableReads,

    /// <summary>Something else asks a table for this many write units per second more.</summary>
    TableWrites,

    /// <summary>This share of a table's requests ends with an internal error.</summary>
    TableErrors,

    /// <summary>This share of the calls to an external system fails.</summary>
    ApiFails,

    /// <summary>An external system takes this many times as long.</summary>
    ApiSlow,

    /// <summary>The bot does not understand this share of what callers say.</summary>
    BotMisunderstands,

    /// <summary>The bot takes this many times as long.</summary>
    BotSlow,

    /// <summary>This share of the bot's requests ends with a system error.</summary>
    BotFails,

    /// <summary>This share of the bot's requests is throttled.</summary>
    BotThrottled,

    /// <summary>This share of a function's executions throws.</summary>
    FunctionFails,

    /// <summary>A function takes this many times as long.</summary>
    FunctionSlow,

    /// <summary>This share of the contacts in a flow is cut off.</summary>
    FlowFails,

    /// <summary>This share of the recordings is not saved.</summary>
    RecordingFails,

    /// <summary>Contact Lens fails to analyse this share of the contacts.</summary>
    ContactLensFails,

    /// <summary>
    /// This share of a quota is taken by others: of calls (<c>VoiceCalls</c>), calls a second (<c>CallRate</c>), <c>Chats</c>,
    /// <c>Tasks</c>, <c>Emails</c>, of a queue or a function by its name, or of the account (<c>Capacity</c>, <c>Lambda</c>,
    /// <c>MetricApi</c>).
    /// </summary>
    QuotaTaken,

    /// <summary>This share of the calls is to a number that leads to no flow.</summary>
    NumberWithoutFlow,

    /// <summary>This share of the calls that are offered to the agents of a routing profile rings unheard.</summary>
    CallsMissed,

    /// <summary>This share of the agents of a routing profile is in a status of error, and takes no call.</summary>
    SoftphonesFail,

    /// <summary>This share of the agents for chats, tasks or e-mails is away: <c>Chat</c>, <c>Task</c>, <c>Email</c>.</summary>
    ContactsLeft,

    /// <summary>Customers of a queue sound so much unhappier, from 0 to 2.</summary>
    CustomersUpset,
}
