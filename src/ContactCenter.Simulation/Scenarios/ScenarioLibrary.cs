using ContactCenter.Core.Texts;
using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Texts;

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
            Sentence = Scenes.QuietDay,
            Length = TimeSpan.FromHours(12),
        },
        new Scenario
        {
            Name = "monday-peak",
            Sentence = Scenes.MondayPeak,
            Length = TimeSpan.FromHours(4),
            Faults =
            [
                new(FaultKind.AgentsAway, null, Minutes(45), Minutes(150), 0.15, Scenes.OneInSevenIll),
                new(FaultKind.CallSurge, null, Minutes(60), Minutes(90), 1.7, Scenes.MoreCalls),
            ],
        },
        new Scenario
        {
            Name = "table-throttled",
            Sentence = Scenes.TableThrottled,
            Length = TimeSpan.FromHours(4),
            Faults =
            [
                new(FaultKind.TableReads, "{table}", Minutes(60), Minutes(120), 110, Scenes.ExportReadsTable("{table}"))
            ],
        },
        new Scenario
        {
            Name = "api-down",
            Sentence = Scenes.ApiDown,
            Length = TimeSpan.FromHours(4),
            Faults =
            [
                new(FaultKind.ApiSlow, "{api}", Minutes(115), Minutes(45), 9, Scenes.ApiSlow("{api}")),
                new(FaultKind.ApiFails, "{api}", Minutes(120), Minutes(40), 0.9, Scenes.ApiSilent("{api}")),
            ],
        },
        new Scenario
        {
            Name = "lex-degraded",
            Sentence = Scenes.LexDegraded,
            Length = TimeSpan.FromHours(4),
            Faults =
            [
                new(FaultKind.BotMisunderstands, null, Minutes(75), Minutes(75), 0.6, Scenes.IvrDeaf),
                new(FaultKind.BotSlow, null, Minutes(90), Minutes(60), 4.5, Scenes.IvrSlow),
                new(FaultKind.BotFails, null, Minutes(110), Minutes(30), 0.35, Scenes.IvrSilent),
            ],
        },
        Storm(),
        OrdinaryWeek.Scenario,
    ];

    /// <summary>The scenario of this name, or null.</summary>
    public static Scenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);

    /// <summary>What is played and what is broken in it, in another language.</summary>
    /// <param name="language">Two-letter code; one that has no table gets English.</param>
    public static Translation Words(string language)
    {
        var known = Translation.Into(language).Language;
        return Translation.By(known, ScenesTables.Of(Translation.SourceLanguage), ScenesTables.Of(known));
    }

    private static Scenario Storm()
    {
        var from = Minutes(105);
        var length = Minutes(40);
        return new Scenario
        {
            Name = "alarm-storm",
            Sentence = Scenes.AlarmStorm,
            Length = TimeSpan.FromHours(5),
            Faults =
            [
                new(FaultKind.CallSurge, null, from, length, 3.5, Scenes.CallAgain),
                new(FaultKind.AgentsAway, null, from, length, 0.7, Scenes.Disconnected),
                new(FaultKind.AgentsAway, "{profile}", from + Minutes(10), Minutes(12), 1, Scenes.NobodyOnline("{profile}")),
                new(FaultKind.TableReads, null, from, length, 300, Scenes.WideFailure),
                new(FaultKind.TableWrites, null, from, length, 200, Scenes.WideFailure),
                new(FaultKind.TableErrors, null, from, length, 0.5, Scenes.WideFailure),
                new(FaultKind.ApiFails, null, from, length, 0.7, Scenes.WideFailure),
                new(FaultKind.ApiSlow, null, from, length, 12, Scenes.WideFailure),
                new(FaultKind.BotFails, null, from, length, 0.12, Scenes.WideFailure),
                new(FaultKind.BotThrottled, null, from, length, 0.08, Scenes.WideFailure),
                new(FaultKind.BotSlow, null, from, length, 5, Scenes.WideFailure),
                new(FaultKind.BotMisunderstands, null, from, length, 0.45, Scenes.WideFailure),
                new(FaultKind.FunctionFails, null, from, length, 0.3, Scenes.WideFailure),
                new(FaultKind.FunctionSlow, null, from, length, 22, Scenes.WideFailure),
                new(FaultKind.FlowFails, null, from, length, 0.15, Scenes.WideFailure),
                new(FaultKind.RecordingFails, null, from, length, 0.3, Scenes.WideFailure),
                new(FaultKind.ContactLensFails, null, from, length, 0.3, Scenes.WideFailure),
                new(FaultKind.FlowFails, "{flow}", from + length, Minutes(60), 0.2, Scenes.FlowOffAndOn("{flow}")) { Pulse = Minutes(3) },
            ],
        };
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
