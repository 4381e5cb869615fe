namespace ContactCenter.Routing;

/// <summary>Agents with the same routing profile and proficiencies.</summary>
/// <param name="Name">Name of their own queue.</param>
/// <param name="Levels">Queues that they serve, with their level in what these are about, 1 to 5.</param>
internal sealed record Team(string Name, IReadOnlyDictionary<string, int> Levels)
{
    /// <summary>Everybody is best at their own queue and can help in two others, so each queue is served by two teams or more.</summary>
    public static IReadOnlyList<Team> All { get; } =
    [
        new("General", new Dictionary<string, int> { ["General"] = 4, ["Billing"] = 2, ["Technical"] = 2 }),
        new("Billing", new Dictionary<string, int> { ["Billing"] = 5, ["General"] = 3, ["Cards"] = 2 }),
        new("Cards", new Dictionary<string, int> { ["Cards"] = 5, ["General"] = 3, ["Billing"] = 2 }),
        new("Technical", new Dictionary<string, int> { ["Technical"] = 5, ["General"] = 3, ["Cards"] = 1 }),
    ];

    /// <summary>How good they are at what a caller wants, whichever queue the caller waits in.</summary>
    public int LevelFor(Caller caller) => Levels.GetValueOrDefault(caller.Queue, 1);

    /// <summary>How much longer than an agent of level 4 they need: a tenth for each level below.</summary>
    public double EffortFor(Caller caller) => 1 + (0.1 * (4 - LevelFor(caller)));
}
