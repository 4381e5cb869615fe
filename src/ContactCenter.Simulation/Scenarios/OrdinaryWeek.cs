using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Texts;

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
        Sentence = Scenes.OrdinaryWeek,
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
            new FaultWindow(FaultKind.AgentsAway, "{profile}", At(1, 9.5), Minutes(100), 1, Scenes.NobodyOnline("{profile}")))
        {
            Lasts = true,
        },
        new(
            [
                new(AlarmIds.CallsRejected, Minutes(3)), new(AlarmIds.CallsThrottled, Minutes(5)),
                new(AlarmIds.ConcurrentCalls, Minutes(5)), new(AlarmIds.ConcurrentCallsCritical, Minutes(4)),
            ],
            Taken("VoiceCalls", At(1, 13), Minutes(15), 0.85, Scenes.QuotaOfCalls),
            Taken("CallRate", At(1, 13), Minutes(15), 0.9, Scenes.QuotaOfCallRate)),
        new(
            [new(AlarmIds.ChatWaitTime, Minutes(10))],
            new FaultWindow(FaultKind.ContactsLeft, "Chat", At(1, 14.5), Minutes(15), 1, Scenes.ChatsUnanswered))
        {
            Settles = Minutes(15),
        },
        new(
            [new(AlarmIds.FlowFailed, Minutes(3)), new(AlarmIds.PhoneNumberWithoutFlow, Minutes(5))],
            new FaultWindow(FaultKind.FlowFails, "{flow}", At(1, 16), Minutes(20), 0.2, Scenes.FlowFails("{flow}")),
            new FaultWindow(FaultKind.NumberWithoutFlow, null, At(1, 16), Minutes(20), 0.1, Scenes.NumberWithoutFlow)),
        new(
            [new(AlarmIds.CallVolumeGone, Minutes(10))],
            new FaultWindow(FaultKind.LinesCut, null, At(2, 10), Minutes(30), 0.97, Scenes.LinesCut)),
        new(
            [new(AlarmIds.QueueStarved, Minutes(15)), new(AlarmIds.QueueFull, Minutes(20))],
            new FaultWindow(FaultKind.AgentsAway, "{profile}", At(2, 17), Minutes(30), 0.6, Scenes.AgentsAway("{profile}")),
            Taken("Cards", At(2, 17), Minutes(30), 0.95, Scenes.LimitOfCards)),
        new(
            [
                new(AlarmIds.AgentAvailability, Minutes(20)), new(AlarmIds.ServiceLevel, Minutes(30)),
                new(AlarmIds.AgentUtilisation, Minutes(60)), new(AlarmIds.AgentsNonProductive, Minutes(25)),
            ],
            new FaultWindow(FaultKind.AgentsAway, null, At(3, 10), Minutes(45), 0.5, Scenes.HalfOut)),
        new(
            [new(AlarmIds.AgentsAfterContact, Minutes(15))],
            new FaultWindow(FaultKind.AgentsStuck, "{profile}", At(3, 15), Minutes(30), 0.6, Scenes.FormStuck("{profile}"))),
        new(
            [new(AlarmIds.AgentsInError, Minutes(15))],
            new FaultWindow(FaultKind.SoftphonesFail, "{profile}", At(3, 15.75), Minutes(25), 0.3, Scenes.SoftphonesFail("{profile}"))),
        new(
            [new(AlarmIds.SurveyRating, Minutes(170))],
            new FaultWindow(FaultKind.CustomersUpset, "{queue}", At(2, 14), Minutes(180), 1.2, Scenes.VeryUpset("{queue}")))
        {
            Settles = Minutes(15),
        },
        new(
            [
                new(AlarmIds.AbandonmentRate, Minutes(25)), new(AlarmIds.CallVolumeUnusual, Minutes(10)),
                new(AlarmIds.ConcurrentCallsUnusual, Minutes(15)),
            ],
            new FaultWindow(FaultKind.CallSurge, null, At(5, 10.5), Minutes(40), 3, Scenes.ThreeTimes)),
    ];

    /// <summary>What breaks in what flows stand on: bot, functions, tables, external systems, quotas.</summary>
    private static IEnumerable<PlantedFault> Systems =>
    [
        new(
            [new(AlarmIds.ApiFailures, Minutes(10)), new(AlarmIds.ApiLatency, Minutes(30))],
            new FaultWindow(FaultKind.ApiFails, "{api}", At(0, 10), Minutes(40), 0.9, Scenes.ApiSilent("{api}")),
            new FaultWindow(FaultKind.ApiSlow, "{api}", At(0, 10), Minutes(40), 9, Scenes.ApiSlow("{api}"))),
        new(
            [
                new(AlarmIds.ChatsRejected, Minutes(5)), new(AlarmIds.ActiveChats, Minutes(8)), new(AlarmIds.TasksRejected, Minutes(5)),
                new(AlarmIds.ActiveTasks, Minutes(15)), new(AlarmIds.ActiveEmails, Minutes(15)),
            ],
            Taken("Chats", At(0, 11.5), Minutes(20), 0.9, Scenes.QuotaOfChats),
            Taken("Tasks", At(0, 11.5), Minutes(20), 0.97, Scenes.QuotaOfTasks),
            Taken("Emails", At(0, 11.5), Minutes(20), 0.9, Scenes.QuotaOfEmails))
        {
            Settles = Minutes(15),
        },
        new(
            [new(AlarmIds.IvrOutage, Minutes(5))],
            new FaultWindow(FaultKind.BotFails, null, At(0, 15), Minutes(30), 0.35, Scenes.IvrSilent)),
        new(
            [
                new(AlarmIds.IvrResponseTime, Minutes(8)), new(AlarmIds.IvrThrottled, Minutes(6)),
                new(AlarmIds.SpeechRecognitionErrors, Minutes(15)),
            ],
            new FaultWindow(FaultKind.BotSlow, null, At(0, 16.25), Minutes(30), 5, Scenes.IvrSlow),
            new FaultWindow(FaultKind.BotThrottled, null, At(0, 16.25), Minutes(30), 0.25, Scenes.IvrThrottled),
            new FaultWindow(FaultKind.BotMisunderstands, null, At(0, 16.25), Minutes(30), 0.6, Scenes.IvrUnderstandsNobody)),
        new(
            [
                new(AlarmIds.TableReadThrottled, Minutes(10)), new(AlarmIds.IndexReadThrottled, Minutes(10)),
                new(AlarmIds.TableReadCapacity, Minutes(12)), new(AlarmIds.IndexReadCapacity, Minutes(12)),
                new(AlarmIds.TableWriteThrottled, Minutes(10)), new(AlarmIds.IndexWriteThrottled, Minutes(10)),
                new(AlarmIds.TableWriteCapacity, Minutes(12)), new(AlarmIds.IndexWriteCapacity, Minutes(12)),
            ],
            new FaultWindow(FaultKind.TableReads, "{table}", At(2, 14), Minutes(60), 110, Scenes.ExportReads("{table}")),
            new FaultWindow(FaultKind.TableWrites, "{table}", At(2, 14), Minutes(60), 60, Scenes.ImportWrites("{table}"))),
        new(
            [new(AlarmIds.TableSystemErrors, Minutes(8))],
            new FaultWindow(FaultKind.TableErrors, "{table}", At(2, 14.5), Minutes(20), 0.3, Scenes.TableErrors("{table}"))),
        new(
            [new(AlarmIds.FunctionThrottled, Minutes(6)), new(AlarmIds.LambdaConcurrency, Minutes(10))],
            Taken("{function}", At(2, 12), Minutes(15), 1, Scenes.NoConcurrency("{function}")),
            Taken("Lambda", At(2, 12), Minutes(15), 0.95, Scenes.OthersAtLimit)),
        new(
            [
                new(AlarmIds.FunctionErrors, Minutes(6)), new(AlarmIds.FlowHooksUnanswered, Minutes(8)),
                new(AlarmIds.FlowErrors, Minutes(8)), new(AlarmIds.FlowLogErrors, Minutes(8)),
            ],
            new FaultWindow(FaultKind.FunctionFails, null, At(3, 12.75), Minutes(20), 0.5, Scenes.CallsFail)),
        new(
            [new(AlarmIds.FunctionDuration, Minutes(8)), new(AlarmIds.HookDefaults, Minutes(15))],
            new FaultWindow(FaultKind.FunctionSlow, null, At(3, 13.75), Minutes(20), 15, Scenes.FunctionsSlow)),
        new(
            [new(AlarmIds.RecordingUploadFailed, Minutes(6)), new(AlarmIds.ContactLensFailed, Minutes(17))],
            new FaultWindow(FaultKind.RecordingFails, null, At(3, 17), Minutes(30), 0.3, Scenes.NotRecorded),
            new FaultWindow(FaultKind.ContactLensFails, null, At(3, 17), Minutes(30), 0.3, Scenes.NotAnalysed)),
    ];

    /// <summary>What can wait until the morning, so that nobody is woken up by it either.</summary>
    private static IEnumerable<PlantedFault> Quiet =>
    [
        .. new PlantedFault[]
        {
            new(
                [new(AlarmIds.Sentiment, Minutes(60))],
                new FaultWindow(FaultKind.CustomersUpset, "{queue}", At(0, 12.5), Minutes(60), 0.75, Scenes.Upset("{queue}"))),
            new(
                [
                    new(AlarmIds.AccountReadCapacity, Minutes(15)), new(AlarmIds.AccountWriteCapacity, Minutes(15)),
                    new(AlarmIds.ConnectApiThrottled, Minutes(6)),
                ],
                Taken("Capacity", At(1, 7.5), Minutes(30), 0.85, Scenes.OthersHaveCapacity),
                Taken("MetricApi", At(1, 7.5), Minutes(30), 0.85, Scenes.OthersReadMetrics)),
            new(
                [new(AlarmIds.TaskWaitTime, Minutes(300)), new(AlarmIds.EmailWaitTime, Minutes(540))],
                new FaultWindow(FaultKind.ContactsLeft, "Task", At(2, 8), Minutes(600), 1, Scenes.TasksUntaken),
                new FaultWindow(FaultKind.ContactsLeft, "Email", At(2, 8), Minutes(600), 1, Scenes.EmailsUnanswered)),
            new(
                [new(AlarmIds.MissedCalls, Minutes(17))],
                new FaultWindow(FaultKind.CallsMissed, null, At(3, 18.75), Minutes(20), 0.3, Scenes.RingsUnheard)),
        }.Select(static fault => fault with { IsQuiet = true }),
    ];

    private static FaultWindow Taken(string quota, TimeSpan from, TimeSpan length, double share, string sentence) =>
        new(FaultKind.QuotaTaken, quota, from, length, share, sentence);

    private static TimeSpan At(int day, double hour) => TimeSpan.FromHours((day * 24) + hour);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
