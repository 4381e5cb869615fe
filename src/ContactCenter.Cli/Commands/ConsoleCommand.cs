using System.CommandLine;
using ContactCenter.Cli.Knowledge;
using ContactCenter.Cli.Play;
using ContactCenter.Core.Api.Access;
using ContactCenter.Simulation.Scenarios;
using ContactCenter.Web.Serving;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter console</c>: the whole product in a browser, with a simulated center behind it.</summary>
internal static class ConsoleCommand
{
    private const int UsualPort = 8090;
    private const int MaximumPort = 65_535;

    /// <summary>An hour passes in a minute.</summary>
    private const double UsualSpeed = 60;

    private const string UsualScenario = "monday-peak";
    private const int MaximumName = 60;

    public static Command Create()
    {
        string[] names = [.. ScenarioLibrary.All.Select(static known => known.Name)];
        var scenario = new Option<string>("--scenario", "-s")
        {
            Description = Say.OptionScenario(string.Join(", ", names)),
            DefaultValueFactory = static _ => UsualScenario,
        };
        scenario.AcceptOnlyFromAmong(names);
        var speed = new Option<double>("--speed") { Description = Say.OptionConsoleSpeed, DefaultValueFactory = static _ => UsualSpeed };
        speed.Validators.Add(static result =>
        {
            if (result.TryRead<double>(out var times) && !(times is >= 0 and <= ISimulatedCenter.MaximumSpeed))
            {
                result.AddError(Say.ConsoleSpeedWrong($"{ISimulatedCenter.MaximumSpeed}", $"{times}"));
            }
        });
        var seed = new Option<long>("--seed") { Description = Say.OptionSeed, DefaultValueFactory = static _ => 1 };
        var port = new Option<int>("--port") { Description = Say.OptionPort, DefaultValueFactory = static _ => UsualPort };
        port.Validators.Add(static result =>
        {
            if (result.TryRead<int>(out var number) && number is < 0 or > MaximumPort)
            {
                result.AddError(Say.PortWrong($"{MaximumPort}", $"{number}"));
            }
        });
        var role = new Option<ApiRole>("--role")
        {
            Description = Say.OptionConsoleRole,
            DefaultValueFactory = static _ => ApiRole.Administrator,
        };
        var name = new Option<string>("--name") { Description = Say.OptionConsoleName, DefaultValueFactory = static _ => "you" };
        name.Validators.Add(result =>
        {
            if (result.TryRead<string>(out var said) && said is not { Length: > 0 and <= MaximumName })
            {
                result.AddError(Say.ConsoleNameWrong($"{MaximumName}"));
            }
        });
        var config = Settings.Option();
        var command = new Command("console", Say.HelpConsole) { scenario, speed, seed, port, role, name, config };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Played(
                ScenarioLibrary.Find(parsed.GetRequiredValue(scenario))!,
                parsed.GetValue(seed),
                parsed.GetValue(speed),
                parsed.GetValue(port),
                new ApiCaller("loopback", parsed.GetRequiredValue(name), parsed.GetValue(role))),
            parsed.GetValue(config),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Played played, string? config, CancellationToken cancellationToken)
    {
        if (Settings.LoadCenter(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        if (!KnowledgeSource.TryOpen(configuration.SelfService, config, out var knowledge))
        {
            return ExitCode.Problems;
        }

        await Console.Error.WriteLineAsync(Say.CenterOpens);
        try
        {
            await using var console = await LoopbackConsole.StartAsync(configuration, played, knowledge);
            await Console.Out.WriteLineAsync(Say.ConsoleServes($"{console.Address}"));
            await console.RunAsync(cancellationToken);
            return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
        }
        catch (IOException taken)
        {
            await Console.Error.WriteLineAsync(Say.PortTaken($"{played.Port}", taken.Message));
            return ExitCode.Problems;
        }
    }
}
