using System.CommandLine;
using System.Runtime.InteropServices;
using ContactCenter.Cli.Commands;
using ContactCenter.Cli.RunTime;

namespace ContactCenter.Cli;

/// <summary>The command line: the whole system on one machine.</summary>
internal static class Program
{
    /// <summary>What a stranger sees first, when no command is named.</summary>
    private static readonly string[] Demonstration = ["simulate", "--scenario", "monday-peak"];

    private static Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        return Run(arguments);
    }

    /// <summary>
    /// Runs a command line; 0: done, 1: done, but something was wrong with the input, 2: the command line itself is wrong, 130:
    /// interrupted.
    /// </summary>
    internal static async Task<int> Run(string[] arguments)
    {
        var root = Create();
        if (HelpPage.IsAsked(arguments))
        {
            Console.Out.Write(HelpPage.Of(root));
            return ExitCode.Done;
        }

        var parsed = root.Parse(arguments.Length == 0 ? Demonstration : arguments);
        if (parsed.Errors.Count > 0)
        {
            UsageError.Write(parsed, Console.Error);
            return ExitCode.Usage;
        }

        // a command that ends well although it was cut short has not done what was asked for
        var isInterrupted = false;
        using var interruption = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => isInterrupted = true);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return isInterrupted ? ExitCode.Interrupted : code;
        }
        catch (IOException full)
        {
            // inputs are opened where their failure is told with their names: what is left is the output
            await Console.Error.WriteLineAsync($"the output cannot be written: {full.Message}");
            return ExitCode.Problems;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>All commands.</summary>
    internal static RootCommand Create() => new(
        """
        Watches an Amazon Connect contact center, triages its troubles, tells people, repairs what it can.

        Examples:
          contactcenter                                      a bad Monday morning, to watch
          contactcenter init                                 a first configuration of your own center
          contactcenter replay history.json alarms.json      what would have become of last month's alarms
          contactcenter shadow report --config prod.json     what a deployment in shadow would have told whom
          contactcenter history list --config prod.json      what a deployment remembers of its incidents
          contactcenter validate contactcenter.json          everything that is wrong with a configuration
          contactcenter check-account --config prod.json     what in a real account is not as the file has it
          contactcenter drill failover --config prod.json    what would happen on the day on which everything fails
          contactcenter incidents --api URL                  what is open in a deployment
          contactcenter oncall show                          who is on call in a deployment, and next
          contactcenter classify packaged "I lost my card"   what a contact is about
        """)
    {
        InitCommand.Create(),
        SimulateCommand.Create(),
        ReplayCommand.Create(),
        ShadowCommand.Create(),
        SettingsCommand.Create(),
        HistoryCommand.Create(),
        ValidateCommand.Create(),
        ValidateFlowCommand.Create(),
        CheckAccountCommand.Create(),
        DrillCommand.Create(),
        IncidentsCommand.Create(),
        IncidentCommand.Create(),
        IncidentCommand.CreateAck(),
        OnCallCommand.Create(),
        MaintenanceCommand.Create(),
        MaintenanceCommand.CreateMute(),
        QueueCommand.Create(),
        QueueCommand.CreateAnnounce(),
        TokenCommand.Create(),
        AlarmsCommand.Create(),
        DashboardsCommand.Create(),
        TrainCommand.Create(),
        EvaluateCommand.Create(),
        ClassifyCommand.Create(),
        ModelsCommand.Create(),
        SentimentCommand.Create(),
        InvokeCommand.Create(),
        ShowCommand.Create(),
        KnowledgeCommand.Create(),
        AskCommand.Create(),
    };
}
