using System.CommandLine;
using ContactCenter.Cli.Simulate;
using ContactCenter.Core.Configuration;
using ContactCenter.Embedded.World;
using ContactCenter.Simulation.Scenarios;
using Spectre.Console;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter simulate</c>: a contact center has a day, and is looked after.</summary>
internal static class SimulateCommand
{
    /// <summary>A week: longer days are no different.</summary>
    private const double MaximumHours = 168;

    /// <summary>Nothing unusual is told in the first two.</summary>
    private const int WeeksLearned = 3;

    public static Command Create()
    {
        var names = string.Join(", ", ScenarioLibrary.All.Select(scenario => scenario.Name));
        var scenario = new Option<string>(
            "--scenario", "-s")
        { Description = Say.OptionScenario(names), DefaultValueFactory = _ => "monday-peak" };
        scenario.AcceptOnlyFromAmong([.. ScenarioLibrary.All.Select(known => known.Name)]);
        var hours = new Option<double?>("--hours") { Description = Say.OptionHours };
        hours.Validators.Add(result =>
        {
            if (result.TryRead<double?>(out var told) && told is { } value && !(value > 0 && value <= MaximumHours))
            {
                result.AddError(Say.HoursWrong($"{MaximumHours}", $"{value}"));
            }
        });
        var seed = new Option<long>("--seed")
        {
            Description = Say.OptionSeed,
            DefaultValueFactory = _ => 1
        };
        var speed = new Option<string>("--speed")
        {
            Description = Say.OptionSpeed
        };
        speed.Validators.Add(result =>
        {
            if (Speed.Parse(result.GetValueOrDefault<string>() ?? "max", TimeSpan.FromHours(1)) is null)
            {
                result.AddError(Say.SpeedWrong(result.GetValueOrDefault<string>()));
            }
        });
        var json = new Option<bool>("--json") { Description = Say.OptionJsonSimulate };
        var faults = new Option<bool>("--faults")
        {
            Description = Say.OptionFaults
        };
        var seeds = new Option<int>("--seeds")
        {
            Description = Say.OptionSeeds,
            DefaultValueFactory = _ => 1000
        };
        seeds.Validators.Add(result =>
        {
            if (result.TryRead<int>(out var count) && count < 1)
            {
                result.AddError(Say.SeedsWrong($"{count}"));
            }
        });
        var anomalies = new Option<bool>("--anomalies") { Description = Say.OptionAnomalies };
        var contacts = new Option<bool>("--contacts") { Description = Say.OptionContactWeek };
        var config = Settings.Option();
        var command = new Command(
            "simulate",
            Say.HelpSimulate(string.Join(
                '\n', ScenarioLibrary.All.Select(known => $"  {known.Name,-16} {Spoken.Now.Scene(known.Sentence)}"))))
        {
            scenario, hours, seed, speed, json, anomalies, faults, contacts, seeds, config,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(faults) is { Implicit: false })
            {
                foreach (var other in new Option[]
                {
                    scenario, hours, speed, json, anomalies
                }.Where(other => result.GetResult(other) is { Implicit: false }))
                {
                    result
                        .AddError(Say.MeansNothingWithFaults(other.Name));
                }
            }
            else if (result.GetResult(contacts) is { Implicit: false })
            {
                foreach (var other in new Option[] { scenario, hours, speed, json, anomalies }
                    .Where(other => result.GetResult(other) is { Implicit: false }))
                {
                    result.AddError(Say.MeansNothingWithContacts(other.Name));
                }
            }
            else if (result.GetResult(seeds) is { Implicit: false })
            {
                if (ScenarioLibrary.Find(result.GetValue(scenario) ?? "") is not { Planted.Count: > 0 })
                {
                    result.AddError(Say.SeedsAlone);
                }

                foreach (var other in new Option[] { hours, speed, json, anomalies }
                    .Where(other => result.GetResult(other) is { Implicit: false }))
                {
                    result.AddError(Say.MeansNothingWithSeeds(other.Name));
                }
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            if (parsed.GetValue(faults))
            {
                return FaultRun.RunAsync(parsed.GetValue(config), parsed.GetValue(seed), parsed.GetValue(seeds), cancellationToken);
            }

            if (parsed.GetValue(contacts))
            {
                var weeks = parsed.GetResult(seeds) is { Implicit: false } ? parsed.GetValue(seeds) : 1;
                return ContactRun.RunAsync(parsed.GetValue(config), parsed.GetValue(seed), weeks, cancellationToken);
            }

            var chosen = ScenarioLibrary.Find(parsed.GetRequiredValue(scenario))!;
            if (parsed.GetResult(seeds) is { Implicit: false })
            {
                return WeekRun.RunAsync(
                    parsed.GetValue(config), chosen, parsed.GetValue(seed), parsed.GetValue(seeds), cancellationToken);
            }

            var length = parsed.GetValue(hours) is { } told ? TimeSpan.FromHours(told) : chosen.Length;
            var wanted = parsed.GetValue(speed) ?? (Console.IsOutputRedirected ? "max" : "follow");
            var run = new Run(
                chosen, length, parsed.GetValue(seed), Speed.Parse(wanted, length)!, parsed.GetValue(json), parsed.GetValue(anomalies));
            return RunAsync(run, parsed.GetValue(config), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Run run, string? config, CancellationToken cancellationToken)
    {
        if (Settings.LoadCenter(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        if (run.Json)
        {
            await using var stream = new BufferedStream(StandardStreams.OpenOutput(), 64 * 1024);
            using var lines = new JsonSimulationOutput(stream, configuration);
            await PlayAsync(run, configuration, lines, cancellationToken);
            return ExitCode.Done;
        }

        var console = Terminal.Create();
        if (run.Speed.TimesReal is null || Console.IsOutputRedirected)
        {
            console.MarkupLine($"[bold]{Markup.Escape($"{Spoken.Now.Scene(run.Scenario.Sentence)} {Say.TimesAreUtc}")}[/]");
            await PlayAsync(run, configuration, new LineSimulationOutput(console, run.Length), cancellationToken);
            return ExitCode.Done;
        }

        await WatchAsync(run, configuration, console, cancellationToken);
        return ExitCode.Done;
    }

    private static async Task WatchAsync(
        Run run, ContactCenterConfiguration configuration, IAnsiConsole console, CancellationToken cancellationToken)
    {
        console.MarkupLine($"[grey]{Markup.Escape(Say.CenterOpens)}[/]");
        using var system = Prepare(run, configuration);
        LiveSimulationOutput? output = null;
        await console.Live(new Text("")).AutoClear(false).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
        {
            output = new LiveSimulationOutput(console, live, system, Spoken.Now.Scene(run.Scenario.Sentence), run.Speed.PerMinute);
            await FollowAsync(run, system, output, cancellationToken);
        });
        output!.Finish(SimulationSummary.Of(run.Scenario.Name, run.Seed, run.Length, system));
        console.MarkupLine($"[grey]{Markup.Escape(Say.RanHere)}[/]");
    }

    private static async Task PlayAsync(
        Run run, ContactCenterConfiguration configuration, ISimulationOutput output, CancellationToken cancellationToken)
    {
        using var system = Prepare(run, configuration);
        await FollowAsync(run, system, output, cancellationToken);
        output.Finish(SimulationSummary.Of(run.Scenario.Name, run.Seed, run.Length, system));
    }

    private static async Task FollowAsync(Run run, SimulatedSystem system, ISimulationOutput output, CancellationToken cancellationToken)
    {
        var minutes = (int)Math.Ceiling(run.Length.TotalMinutes);
        for (var i = 1; i <= minutes; i++)
        {
            await output.ShowAsync(await system.AdvanceAsync(cancellationToken), (double)i / minutes, cancellationToken);
        }
    }

    private static SimulatedSystem Prepare(Run run, ContactCenterConfiguration configuration) => run.Anomalies
        ? new(
            configuration with { Monitoring = configuration.Monitoring with { Anomalies = AnomalyMode.Tell } },
            run.Scenario,
            run.Seed,
            weeks: WeeksLearned)
        : new(configuration, run.Scenario, run.Seed);

    private sealed record Run(Scenario Scenario, TimeSpan Length, long Seed, Speed Speed, bool Json, bool Anomalies);
}
