using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;

namespace ContactCenter.Simulation.Scenarios;

/// <summary>
/// A week of nights, a week-end and a holiday: callbacks, e-mails and tasks pile up while the center is closed, agents log in, have breaks
/// and speak two languages, lines are cut off. What goes wrong is planted; apart from that nobody may be woken up.
/// </summary>
public static class OrdinaryWeek
{
    /// <summary>Its Friday, on which the center is closed.</summary>
    public static readonly DateOnly Holiday = new(2026, 3, 6);

    /// <summary>The scenario.</summary>
    public static Scenario Scenario { get; } = new()
    {
        Name = "ordinary-week",
        Sentence = "Seven days with nights, a holiday and a week-end; a fault now and then, and apart from that nobody is woken up.",
        StartLocal = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Unspecified),
        Length = TimeSpan.FromDays(7),
        Habits = new HabitsDescription { Holidays = new HashSet<DateOnly> { Holiday } },
        Planted = [.. Callers, .. Systems, .. Quiet],
    };

    /// <summary>What customers feel at once: they do not get through, or nobody takes them.</summary>
    private static IEnumerable<PlantedFault> Callers =>
    [
        new(
            [
                new(AlarmIds.NobodyServesQueue, Minutes(6)), new(AlarmIds.QueueWaitTime, Minutes(15)), new(AlarmIds.QueueSize, Minutes(20)),
            ],
            new FaultWindow(FaultKind.AgentsAway, "{profile}", At(1, 9.5), Minutes(100), 1, "{profile}: no agent is online"))
        {
            Lasts = true,
        },
        new(
            [
                new(AlarmIds.CallsRejected, Minutes(3)), new(AlarmIds.CallsThrottled, Minutes(5)),
                new(AlarmIds.ConcurrentCalls, Minutes(5)), new(AlarmIds.ConcurrentCallsCritical, Minutes(4)),
            ],
            Taken("VoiceCalls", At(1, 13), Minutes(15), 0.85, "the quota of calls was lowered"),
            Taken("CallRate", At(1, 13), Minutes(15), 0.9, "the quota of calls a second was lowered")),
        new(
            [new(AlarmIds.ChatWaitTime, Minutes(10))],
            new FaultWindow(FaultKind.ContactsLeft, "Chat", At(1, 14.5), Minutes(15), 1, "nobody answers chats"))
        {
            Settles = Minutes(15),
        },
        new(
            [new(AlarmIds.FlowFailed, Minutes(3)), new(AlarmIds.PhoneNumberWithoutFlow, Minutes(5))],
            new FaultWindow(FaultKind.FlowFails, "{flow}", At(1, 16), Minutes(20), 0.2, "{flow} fails"),
            new FaultWindow(FaultKind.NumberWithoutFlow, null, At(1, 16), Minutes(20), 0.1, "a number leads to no flow")),
        new(
            [new(AlarmIds.CallVolumeGone, Minutes(10))],
            new FaultWindow(FaultKind.LinesCut, null, At(2, 10), Minutes(30), 0.97, "the carrier's lines are cut")),
        new(
            [new(AlarmIds.QueueStarved, Minutes(15)), new(AlarmIds.QueueFull, Minutes(20))],
            new FaultWindow(FaultKind.AgentsAway, "{profile}", At(2, 17), Minutes(30), 0.6, "{profile}: most agents are away"),
            Taken("Cards", At(2, 17), Minutes(30), 0.95, "the limit of Cards was lowered")),
        new(
            [
                new(AlarmIds.AgentAvailability, Minutes(20)), new(AlarmIds.ServiceLevel, Minutes(30)),
                new(AlarmIds.AgentUtilisation, Minutes(60)), new(AlarmIds.AgentsNonProductive, Minutes(25)),
            ],
            new FaultWindow(FaultKind.AgentsAway, null, At(3, 10), Minutes(45), 0.5, "half of the agents are out of the house")),
        new(
            [new(AlarmIds.AgentsAfterContact, Minutes(15))],
            new FaultWindow(FaultKind.AgentsStuck, "{profile}", At(3, 15), Minutes(30), 0.6, "{profile}: a form cannot be saved")),
        new(
            [new(AlarmIds.AgentsInError, Minutes(15))],
            new FaultWindow(FaultKind.SoftphonesFail, "{profile}", At(3, 15.75), Minutes(25), 0.3, "{profile}: softphones fail")),
        new(
            [new(AlarmIds.SurveyRating, Minutes(170))],
            new FaultWindow(FaultKind.CustomersUpset, "{queue}", At(2, 14), Minutes(180), 1.2, "customers of {queue} are very upset"))
        {
            Settles = Minutes(15),
        },
        new(
            [
                new(AlarmIds.AbandonmentRate, Minutes(25)), new(AlarmIds.CallVolumeUnusual, Minutes(10)),
                new(AlarmIds.ConcurrentCallsUnusual, Minutes(15)),
            ],
            new FaultWindow(FaultKind.CallSurge, null, At(5, 10.5), Minutes(40), 3, "three times as many calls as planned")),
    ];

    /// <summary>What breaks in what flows stand on: bot, functions, tables, external systems, quotas.</summary>
    private static IEnumerable<PlantedFault> Systems =>
    [
        new(
            [new(AlarmIds.ApiFailures, Minutes(10)), new(AlarmIds.ApiLatency, Minutes(30))],
            new FaultWindow(FaultKind.ApiFails, "{api}", At(0, 10), Minutes(40), 0.9, "{api} does not answer"),
            new FaultWindow(FaultKind.ApiSlow, "{api}", At(0, 10), Minutes(40), 9, "{api} is slow")),
        new(
            [
                new(AlarmIds.ChatsRejected, Minutes(5)), new(AlarmIds.ActiveChats, Minutes(8)), new(AlarmIds.TasksRejected, Minutes(5)),
                new(AlarmIds.ActiveTasks, Minutes(15)), new(AlarmIds.ActiveEmails, Minutes(15)),
            ],
            Taken("Chats", At(0, 11.5), Minutes(20), 0.9, "the quota of chats was lowered"),
            Taken("Tasks", At(0, 11.5), Minutes(20), 0.97, "the quota of tasks was lowered"),
            Taken("Emails", At(0, 11.5), Minutes(20), 0.9, "the quota of e-mails was lowered"))
        {
            Settles = Minutes(15),
        },
        new(
            [new(AlarmIds.IvrOutage, Minutes(5))],
            new FaultWindow(FaultKind.BotFails, null, At(0, 15), Minutes(30), 0.35, "the IVR hardly answers")),
        new(
            [
                new(AlarmIds.IvrResponseTime, Minutes(8)), new(AlarmIds.IvrThrottled, Minutes(6)),
                new(AlarmIds.SpeechRecognitionErrors, Minutes(15)),
            ],
            new FaultWindow(FaultKind.BotSlow, null, At(0, 16.25), Minutes(30), 5, "the IVR is slow"),
            new FaultWindow(FaultKind.BotThrottled, null, At(0, 16.25), Minutes(30), 0.25, "the IVR is throttled"),
            new FaultWindow(FaultKind.BotMisunderstands, null, At(0, 16.25), Minutes(30), 0.6, "the IVR understands nobody")),
        new(
            [
                new(AlarmIds.TableReadThrottled, Minutes(10)), new(AlarmIds.IndexReadThrottled, Minutes(10)),
                new(AlarmIds.TableReadCapacity, Minutes(12)), new(AlarmIds.IndexReadCapacity, Minutes(12)),
                new(AlarmIds.TableWriteThrottled, Minutes(10)), new(AlarmIds.IndexWriteThrottled, Minutes(10)),
                new(AlarmIds.TableWriteCapacity, Minutes(12)), new(AlarmIds.IndexWriteCapacity, Minutes(12)),
            ],
            new FaultWindow(FaultKind.TableReads, "{table}", At(2, 14), Minutes(60), 110, "an export reads {table} at full speed"),
            new FaultWindow(FaultKind.TableWrites, "{table}", At(2, 14), Minutes(60), 60, "an import writes {table} at full speed")),
        new(
            [new(AlarmIds.TableSystemErrors, Minutes(8))],
            new FaultWindow(FaultKind.TableErrors, "{table}", At(2, 14.5), Minutes(20), 0.3, "{table} answers with errors")),
        new(
            [new(AlarmIds.FunctionThrottled, Minutes(6)), new(AlarmIds.LambdaConcurrency, Minutes(10))],
            Taken("{function}", At(2, 12), Minutes(15), 1, "{function} has no concurrency"),
            Taken("Lambda", At(2, 12), Minutes(15), 0.95, "others run at the account's limit")),
        new(
            [
                new(AlarmIds.FunctionErrors, Minutes(6)), new(AlarmIds.FlowHooksUnanswered, Minutes(8)),
                new(AlarmIds.FlowErrors, Minutes(8)), new(AlarmIds.FlowLogErrors, Minutes(8)),
            ],
            new FaultWindow(FaultKind.FunctionFails, null, At(3, 12.75), Minutes(20), 0.5, "every second call of a function fails")),
        new(
            [new(AlarmIds.FunctionDuration, Minutes(8)), new(AlarmIds.HookDefaults, Minutes(15))],
            new FaultWindow(FaultKind.FunctionSlow, null, At(3, 13.75), Minutes(20), 15, "functions are slow")),
        new(
            [new(AlarmIds.RecordingUploadFailed, Minutes(6)), new(AlarmIds.ContactLensFailed, Minutes(17))],
            new FaultWindow(FaultKind.RecordingFails, null, At(3, 17), Minutes(30), 0.3, "recordings are not saved"),
            new FaultWindow(FaultKind.ContactLensFails, null, At(3, 17), Minutes(30), 0.3, "contacts are not analysed")),
    ];

    /// <summary>What can wait until the morning, so that nobody is woken up by it either.</summary>
    private static IEnumerable<PlantedFault> Quiet =>
    [
        .. new PlantedFault[]
        {
            new(
                [new(AlarmIds.Sentiment, Minutes(60))],
                new FaultWindow(FaultKind.CustomersUpset, "{queue}", At(0, 12.5), Minutes(60), 0.75, "customers of {queue} are upset")),
            new(
                [
                    new(AlarmIds.AccountReadCapacity, Minutes(15)), new(AlarmIds.AccountWriteCapacity, Minutes(15)),
                    new(AlarmIds.ConnectApiThrottled, Minutes(6)),
                ],
                Taken("Capacity", At(1, 7.5), Minutes(30), 0.85, "others have most of the account's capacity"),
                Taken("MetricApi", At(1, 7.5), Minutes(30), 0.85, "others read the same metrics")),
            new(
                [new(AlarmIds.TaskWaitTime, Minutes(300)), new(AlarmIds.EmailWaitTime, Minutes(540))],
                new FaultWindow(FaultKind.ContactsLeft, "Task", At(2, 8), Minutes(600), 1, "nobody takes tasks"),
                new FaultWindow(FaultKind.ContactsLeft, "Email", At(2, 8), Minutes(600), 1, "nobody answers e-mails")),
            new(
                [new(AlarmIds.MissedCalls, Minutes(17))],
                new FaultWindow(FaultKind.CallsMissed, null, At(3, 18.75), Minutes(20), 0.3, "every third call rings unheard")),
        }.Select(static fault => fault with { IsQuiet = true }),
    ];

    private static FaultWindow Taken(string quota, TimeSpan from, TimeSpan length, double share, string sentence) =>
        new(FaultKind.QuotaTaken, quota, from, length, share, sentence);

    private static TimeSpan At(int day, double hour) => TimeSpan.FromHours((day * 24) + hour);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
