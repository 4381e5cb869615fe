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
        Planted =
        [
            new(
                AlarmIds.ApiFailures,
                Minutes(10),
                new FaultWindow(FaultKind.ApiFails, "{api}", At(0, 10), Minutes(40), 0.9, "{api} does not answer"),
                new FaultWindow(FaultKind.ApiSlow, "{api}", At(0, 10), Minutes(40), 9, "{api} is slow")),
            new(
                AlarmIds.IvrOutage,
                Minutes(5),
                new FaultWindow(FaultKind.BotFails, null, At(0, 15), Minutes(30), 0.35, "the IVR hardly answers")),
            new(
                AlarmIds.NobodyServesQueue,
                Minutes(6),
                new FaultWindow(FaultKind.AgentsAway, "{profile}", At(1, 9.5), Minutes(100), 1, "{profile}: no agent is online"))
            {
                Lasts = true,
            },
            new(
                AlarmIds.FlowFailed,
                Minutes(3),
                new FaultWindow(FaultKind.FlowFails, "{flow}", At(1, 16), Minutes(20), 0.2, "{flow} fails")),
            new(
                AlarmIds.CallVolumeGone,
                Minutes(10),
                new FaultWindow(FaultKind.LinesCut, null, At(2, 10), Minutes(30), 0.97, "the carrier's lines are cut")),
            new(
                AlarmIds.TableReadThrottled,
                Minutes(10),
                new FaultWindow(FaultKind.TableReads, "{table}", At(2, 14), Minutes(60), 110, "an export reads {table} at full speed")),
            new(
                AlarmIds.QueueStarved,
                Minutes(15),
                new FaultWindow(FaultKind.AgentsAway, "{profile}", At(2, 17), Minutes(30), 0.6, "{profile}: most agents are away")),
            new(
                AlarmIds.AgentAvailability,
                Minutes(15),
                new FaultWindow(FaultKind.AgentsAway, null, At(3, 10), Minutes(45), 0.5, "half of the agents are out of the house")),
            new(
                AlarmIds.FunctionErrors,
                Minutes(6),
                new FaultWindow(FaultKind.FunctionFails, null, At(3, 12.75), Minutes(20), 0.5, "every second call of a function fails")),
            new(
                AlarmIds.AgentsAfterContact,
                Minutes(15),
                new FaultWindow(FaultKind.AgentsStuck, "{profile}", At(3, 15), Minutes(30), 0.6, "{profile}: a form cannot be saved")),
            new(
                AlarmIds.RecordingUploadFailed,
                Minutes(6),
                new FaultWindow(FaultKind.RecordingFails, null, At(3, 17), Minutes(30), 0.3, "recordings are not saved")),
            new(
                AlarmIds.AbandonmentRate,
                Minutes(25),
                new FaultWindow(FaultKind.CallSurge, null, At(5, 10.5), Minutes(40), 3, "three times as many calls as planned")),
        ],
    };

    private static TimeSpan At(int day, double hour) => TimeSpan.FromHours((day * 24) + hour);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
