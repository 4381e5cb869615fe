using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;
using ContactCenter.Cli.Commands;
using ContactCenter.Cli.Embedding;
using ContactCenter.Cli.Forecast;
using ContactCenter.Cli.Learning;
using ContactCenter.Cli.Privacy;
using ContactCenter.Cli.RunTime;
using ContactCenter.Cli.Sequences;

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
        Spoken.Speak(HelpPage.Language(arguments) ?? Spoken.Of(Environment.GetEnvironmentVariable));
        if (HelpPage.IsAsked(arguments))
        {
            Console.Out.Write(HelpPage.Of(Create()));
            return ExitCode.Done;
        }

        var parsed = Create().Parse(arguments.Length == 0 ? Demonstration : arguments);
        if (Spoken.Asked(parsed) is { } language && language != Spoken.Now.Language)
        {
            Spoken.Speak(language);
            parsed = Create().Parse(arguments.Length == 0 ? Demonstration : arguments);
        }

        if (UsageError.Of(parsed) is { Count: > 0 } problems)
        {
            UsageError.Write(parsed, problems, Console.Error);
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
            await Console.Error.WriteLineAsync(Say.OutputFails(full.Message));
            return ExitCode.Problems;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>All commands.</summary>
    internal static RootCommand Create()
    {
        var root = All();
        Spoken.Offer(root);
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new SpokenHelp((HelpAction)help.Action!);
        }

        return root;
    }

    private static RootCommand All() => new(Say.HelpProgram)
    {
        InitCommand.Create(),
        SimulateCommand.Create(),
        ConsoleCommand.Create(),
        ReplayCommand.Create(),
        ShadowCommand.Create(),
        SettingsCommand.Create(),
        HistoryCommand.Create(),
        ReviewCommand.Create(),
        ReportCommand.Create(),
        AdviseCommand.Create(),
        ComplianceCommand.Create(),
        TrailCommand.Create(),
        PrivacyCommand.Create(),
        ValidateCommand.Create(),
        ValidateFlowCommand.Create(),
        CheckAccountCommand.Create(),
        DrillCommand.Create(),
        GameDayCommand.Create(),
        IncidentsCommand.Create(),
        IncidentCommand.Create(),
        IncidentCommand.CreateAck(),
        OnCallCommand.Create(),
        ReachCommand.Create(),
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
        EncoderCommand.Create(),
        SentimentCommand.Create(),
        DetectCommand.Create(),
        ForecastCommand.Create(),
        StaffCommand.Create(),
        GrowthCommand.Create(),
        NextTopicCommand.Create(),
        InvokeCommand.Create(),
        ShowCommand.Create(),
        KnowledgeCommand.Create(),
        AskCommand.Create(),
    };
}
