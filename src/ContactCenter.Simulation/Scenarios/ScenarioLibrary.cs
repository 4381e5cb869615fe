using ContactCenter.Simulation.Center;

namespace ContactCenter.Simulation.Scenarios;

/// <summary>The scenarios that come with the system; each starts on a Monday, at seven in the morning but for the week.</summary>
public static class ScenarioLibrary
{
    /// <summary>All of them, calm first.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new Scenario
        {
            Name = "quiet-day",
            Sentence = "A Monday as planned: customers come and are served, and nobody is woken up.",
            Length = TimeSpan.FromHours(12),
        },
        new Scenario
        {
            Name = "monday-peak",
            Sentence = "Monday morning, some agents are ill, and far more customers call than were planned for.",
            Length = TimeSpan.FromHours(4),
            Faults =
            [
                new(FaultKind.AgentsAway, null, Minutes(45), Minutes(150), 0.15, "one agent in seven is ill"),
                new(FaultKind.CallSurge, null, Minutes(60), Minutes(90), 1.7, "far more calls than planned"),
            ],
        },
        new Scenario
        {
            Name = "table-throttled",
            Sentence = "An export reads a customer table at full speed until its capacity is used up and look-ups fail.",
            Length = TimeSpan.FromHours(4),
            Faults =
            [
                new(FaultKind.TableReads, "{table}", Minutes(60), Minutes(120), 110, "an export reads the table {table} at full speed")
            ],
        },
        new Scenario
        {
            Name = "api-down",
            Sentence = "The CRM stops answering for forty minutes; agents must ask customers what they could have seen.",
            Length = TimeSpan.FromHours(4),
            Faults =
            [
                new(FaultKind.ApiSlow, "{api}", Minutes(115), Minutes(45), 9, "{api} is slow"),
                new(FaultKind.ApiFails, "{api}", Minutes(120), Minutes(40), 0.9, "{api} does not answer"),
            ],
        },
        new Scenario
        {
            Name = "lex-degraded",
            Sentence = "The IVR understands callers badly, then slowly, then hardly answers at all.",
            Length = TimeSpan.FromHours(4),
            Faults =
            [
                new(FaultKind.BotMisunderstands, null, Minutes(75), Minutes(75), 0.6, "the IVR does not understand callers"),
                new(FaultKind.BotSlow, null, Minutes(90), Minutes(60), 4.5, "the IVR is slow"),
                new(FaultKind.BotFails, null, Minutes(110), Minutes(30), 0.35, "the IVR hardly answers"),
            ],
        },
        Storm(),
        OrdinaryWeek.Scenario,
    ];

    /// <summary>The scenario of this name, or null.</summary>
    public static Scenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);

    private static Scenario Storm()
    {
        var from = Minutes(105);
        var length = Minutes(40);
        const string Wide = "a wide failure of the Region";
        return new Scenario
        {
            Name = "alarm-storm",
            Sentence = "Half of everything fails at once, dozens of alarms turn red within minutes, and some keep flapping afterwards.",
            Length = TimeSpan.FromHours(5),
            Faults =
            [
                new(FaultKind.CallSurge, null, from, length, 3.5, "customers call again and again"),
                new(FaultKind.AgentsAway, null, from, length, 0.7, "most agents lost their connection"),
                new(FaultKind.AgentsAway, "{profile}", from + Minutes(10), Minutes(12), 1, "{profile}: no agent is online"),
                new(FaultKind.TableReads, null, from, length, 300, Wide),
                new(FaultKind.TableWrites, null, from, length, 200, Wide),
                new(FaultKind.TableErrors, null, from, length, 0.5, Wide),
                new(FaultKind.ApiFails, null, from, length, 0.7, Wide),
                new(FaultKind.ApiSlow, null, from, length, 12, Wide),
                new(FaultKind.BotFails, null, from, length, 0.12, Wide),
                new(FaultKind.BotThrottled, null, from, length, 0.08, Wide),
                new(FaultKind.BotSlow, null, from, length, 5, Wide),
                new(FaultKind.BotMisunderstands, null, from, length, 0.45, Wide),
                new(FaultKind.FunctionFails, null, from, length, 0.3, Wide),
                new(FaultKind.FunctionSlow, null, from, length, 22, Wide),
                new(FaultKind.FlowFails, null, from, length, 0.15, Wide),
                new(FaultKind.RecordingFails, null, from, length, 0.3, Wide),
                new(FaultKind.ContactLensFails, null, from, length, 0.3, Wide),
                new(FaultKind.FlowFails, "{flow}", from + length, Minutes(60), 0.2, "{flow} fails off and on") { Pulse = Minutes(3) },
            ],
        };
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
