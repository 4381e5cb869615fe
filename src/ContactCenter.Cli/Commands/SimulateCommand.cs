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

    public static Command Create()
    {
        var names = string.Join(", ", ScenarioLibrary.All.Select(scenario => scenario.Name));
        var scenario = new Option<string>(
            "--scenario", "-s")
        { Description = $"One of {names}.", DefaultValueFactory = _ => "monday-peak" };
        scenario.AcceptOnlyFromAmong([.. ScenarioLibrary.All.Select(known => known.Name)]);
        var hours = new Option<double?>("--hours") { Description = "How many hours to follow it. Default: what the scenario needs." };
        hours.Validators.Add(result =>
        {
            if (result.TryRead<double?>(out var told) && told is { } value && !(value > 0 && value <= MaximumHours))
            {
                result.AddError($"--hours: expected more than 0 and at most {MaximumHours}, found {value}.");
            }
        });
        var seed = new Option<long>("--seed")
        {
            Description = "Everything that chance decides follows from it.",
            DefaultValueFactory = _ => 1
        };
        var speed = new Option<string>("--speed")
        {
            Description =
                "Times real time (60: an hour in a minute), follow (all of it in half a minute), or max. Default: follow on a "
                    + "terminal, else max."
        };
        speed.Validators.Add(result =>
        {
            if (Speed.Parse(result.GetValueOrDefault<string>() ?? "max", TimeSpan.FromHours(1)) is null)
            {
                result.AddError($"--speed: expected a number above 0, follow or max, found \"{result.GetValueOrDefault<string>()}\".");
            }
        });
        var json = new Option<bool>("--json") { Description = "One JSON object a line, the summary last." };
        var faults = new Option<bool>("--faults")
        {
            Description = "Instead: run the pipeline while everything around it misbehaves, and check what it promises."
        };
        var seeds = new Option<int>("--seeds")
        {
            Description = "With --faults, or a scenario that promises something (ordinary-week): how many runs, from --seed on.",
            DefaultValueFactory = _ => 1000
        };
        seeds.Validators.Add(result =>
        {
            if (result.TryRead<int>(out var count) && count < 1)
            {
                result.AddError($"--seeds: expected at least 1, found {count}.");
            }
        });
        var config = Settings.Option();
        var command = new Command(
            "simulate",
            $"""
            Lets a small contact center have a day: callers, agents, an IVR, functions, tables and an external API produce the metrics of the
            catalog, alarms are evaluated as CloudWatch does, and the whole system answers. The same seed gives the same output.

            Scenarios:
            {string.Join('\n', ScenarioLibrary.All.Select(known => $"  {known.Name,-16} {known.Sentence}"))}

            Examples:
              contactcenter simulate
              contactcenter simulate --scenario table-throttled --seed 7 --speed max
              contactcenter simulate --scenario alarm-storm --json > storm.jsonl
              contactcenter simulate --faults --seeds 100000
              contactcenter simulate --scenario ordinary-week --seeds 100
            """)
        {
            scenario, hours, seed, speed, json, faults, seeds, config,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(faults) is { Implicit: false })
            {
                foreach (var other in new Option[]
                {
                    scenario, hours, speed, json
                }.Where(other => result.GetResult(other) is { Implicit: false }))
                {
                    result
                        .AddError($"{other.Name} means nothing with --faults, which has its own days and prints one report; leave it out.");
                }
            }
            else if (result.GetResult(seeds) is { Implicit: false })
            {
                if (ScenarioLibrary.Find(result.GetValue(scenario) ?? "") is not { Planted.Count: > 0 })
                {
                    result.AddError(
                        "--seeds is for --faults, or for --scenario ordinary-week, of which something is promised; otherwise --seed names "
                            + "the one run.");
                }

                foreach (var other in new Option[] { hours, speed, json }.Where(other => result.GetResult(other) is { Implicit: false }))
                {
                    result.AddError($"{other.Name} means nothing with --seeds, which prints one report; leave it out.");
                }
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            if (parsed.GetValue(faults))
            {
                return FaultRun.RunAsync(parsed.GetValue(config), parsed.GetValue(seed), parsed.GetValue(seeds), cancellationToken);
            }

            var chosen = ScenarioLibrary.Find(parsed.GetRequiredValue(scenario))!;
            if (parsed.GetResult(seeds) is { Implicit: false })
            {
                return WeekRun.RunAsync(
                    parsed.GetValue(config), chosen, parsed.GetValue(seed), parsed.GetValue(seeds), cancellationToken);
            }

            var length = parsed.GetValue(hours) is { } told ? TimeSpan.FromHours(told) : chosen.Length;
            var wanted = parsed.GetValue(speed) ?? (Console.IsOutputRedirected ? "max" : "follow");
            var run = new Run(chosen, length, parsed.GetValue(seed), Speed.Parse(wanted, length)!, parsed.GetValue(json));
            return RunAsync(run, parsed.GetValue(config), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Run run, string? config, CancellationToken cancellationToken)
    {
        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        if (configuration.Queues.Count == 0)
        {
            await Console.Error.WriteLineAsync("a center without queues cannot be simulated; add at least one to $.queues");
            return ExitCode.Problems;
        }

        if (run.Json)
        {
            await using var stream = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
            using var lines = new JsonSimulationOutput(stream, configuration);
            await PlayAsync(run, configuration, lines, cancellationToken);
            return ExitCode.Done;
        }

        var console = Terminal.Create();
        if (run.Speed.TimesReal is null || Console.IsOutputRedirected)
        {
            console.MarkupLine($"[bold]{Markup.Escape(run.Scenario.Sentence)}[/]");
            await PlayAsync(run, configuration, new LineSimulationOutput(console, run.Length), cancellationToken);
            return ExitCode.Done;
        }

        await WatchAsync(run, configuration, console, cancellationToken);
        return ExitCode.Done;
    }

    private static async Task WatchAsync(
        Run run, ContactCenterConfiguration configuration, IAnsiConsole console, CancellationToken cancellationToken)
    {
        console.MarkupLine("[grey]The center opens: it learns what is normal from earlier Mondays…[/]");
        using var system = Prepare(run, configuration);
        LiveSimulationOutput? output = null;
        await console.Live(new Text("")).AutoClear(false).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
        {
            output = new LiveSimulationOutput(console, live, system, run.Scenario.Sentence, run.Speed.PerMinute);
            await FollowAsync(run, system, output, cancellationToken);
        });
        output!.Finish(SimulationSummary.Of(run.Scenario.Name, run.Seed, run.Length, system));
        console
            .MarkupLine("[grey]What you saw ran on this machine alone. Next: dotnet test, and contactcenter --help for more scenarios.[/]");
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

    private static SimulatedSystem Prepare(Run run, ContactCenterConfiguration configuration) => new(configuration, run.Scenario, run.Seed);

    private sealed record Run(Scenario Scenario, TimeSpan Length, long Seed, Speed Speed, bool Json);
}
