using System.CommandLine;
using ContactCenter.Core.Configuration;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation.Scenarios;

namespace ContactCenter.Cli.Learning;

/// <summary>A scenario that is played to its end, to have a memory to learn from without an account.</summary>
internal static class PlayedScenario
{
    /// <summary>The scenarios that can be named.</summary>
    public static string Names => string.Join(", ", ScenarioLibrary.All.Select(static known => known.Name));

    /// <summary>The options by which one is chosen.</summary>
    /// <param name="description">What is made of it, with <see cref="Names"/>.</param>
    public static (Option<string?> Scenario, Option<long> Seed) Options(string description)
    {
        var scenario = new Option<string?>("--scenario") { Description = description };
        scenario.Validators.Add(static result =>
        {
            if (result.TryRead<string>(out var name) && ScenarioLibrary.Find(name ?? "") is null)
            {
                result.AddError(Say.FoundExpected($"'{name}'", Counted.Or(ScenarioLibrary.All.Select(static known => known.Name))));
            }
        });
        return (scenario, new Option<long>("--seed") { Description = Say.OptionSeed, DefaultValueFactory = static _ => 1 });
    }

    /// <summary>Plays it until the numbers of its last half hour are kept, and gives what came of it to whoever learns from it.</summary>
    public static async Task<int> RunAsync(
        string? path, string scenario, long seed, Func<SimulatedSystem, ContactCenterConfiguration, Task<int>> learn,
        CancellationToken cancellation)
    {
        if (Settings.LoadCenter(path, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        var played = ScenarioLibrary.Find(scenario)!;
        using var system = new SimulatedSystem(configuration, played, seed);
        var end = system.Now + played.Length;
        while (system.Now < end || !system.KeepsNumbers)
        {
            _ = await system.AdvanceAsync(cancellation);
        }

        return await learn(system, configuration);
    }
}
