using System.CommandLine;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Validation;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter validate</c>: everything that is wrong with a configuration, at once.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Configuration file. Default: contactcenter.json."
        };
        var schema = new Option<bool>("--schema") { Description = "Print the JSON schema instead." };
        var at = new Option<DateTimeOffset?>("--at")
        {
            Description = "The time for which it is checked, such as 2026-10-24. Default: now."
        };
        var command = new Command(
            "validate",
            """
            Checks a configuration and prints every problem with its JSON path, what was found and what would be right. What works, and is
            hardly meant, is asked about; that is no problem.

            Examples:
              contactcenter validate
              contactcenter validate prod.json
              contactcenter validate --schema > contactcenter.schema.json
            """)
        {
            file, schema, at,
        };
        command.SetAction(parsed => parsed.GetValue(schema)
            ? PrintSchema()
            : Validate(parsed.GetValue(file), parsed.GetValue(at) ?? TimeProvider.System.GetUtcNow()));
        return command;
    }

    private static int PrintSchema()
    {
        Console.Out.Write(ConfigurationSchema.Text);
        return ExitCode.Done;
    }

    private static int Validate(string? path, DateTimeOffset at)
    {
        if (Settings.Load(path, Console.Error, tellsNotices: true) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        var alarms = AlarmPlan.For(configuration).Count();
        Console
            .WriteLine(
                $"{path ?? "The configuration"} is right: {configuration.Queues.Count} queues, {configuration.Tables.Count} tables, "
                    + $"{configuration.Audiences.Count} audiences, {alarms} alarms.");
        foreach (var question in ConfigurationQuestions.About(configuration, at))
        {
            Console.WriteLine($"Please look at {question}");
        }

        return ExitCode.Done;
    }
}
