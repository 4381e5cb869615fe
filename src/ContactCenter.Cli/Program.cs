using System.CommandLine;
using ContactCenter.Cli.Commands;

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
    /// Runs a command line; 0: done, 1: done, but something was wrong with the input, 2: the command line itself is wrong.
    /// </summary>
    internal static async Task<int> Run(string[] arguments)
    {
        var parsed = Create().Parse(arguments.Length == 0 ? Demonstration : arguments);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (IOException full)
        {
            // inputs are opened where their failure is told with their names: what is left is the output
            await Console.Error.WriteLineAsync($"the output cannot be written: {full.Message}");
            return ExitCode.Problems;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Problems;
        }
    }

    /// <summary>All commands.</summary>
    internal static RootCommand Create() => new(
        """
        Watches an Amazon Connect contact center, triages its troubles, tells people, repairs what it can.

        Examples:
          contactcenter                                      a bad Monday morning, to watch
          contactcenter simulate --scenario table-throttled --speed max
          contactcenter replay history.json alarms.json      what would have become of last month's alarms
          contactcenter validate contactcenter.json          everything that is wrong with a configuration
          contactcenter validate-flow inbound.json           what Amazon Connect would refuse in a contact flow
          contactcenter check-account --config prod.json     what in a real account is not as the file has it
          contactcenter classify packaged "I lost my card"   what a contact is about
          contactcenter invoke RouteContact call.json        what a hook would answer a contact flow
          contactcenter show slack --alarm x.json            what a channel would be sent for an alarm
          contactcenter ask "how do I block my card"         what self-service would answer
        """)
    {
        SimulateCommand.Create(),
        ReplayCommand.Create(),
        ValidateCommand.Create(),
        ValidateFlowCommand.Create(),
        CheckAccountCommand.Create(),
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
