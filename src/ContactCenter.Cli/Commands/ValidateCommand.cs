using System.CommandLine;
using ContactCenter.Cli.Classification;
using ContactCenter.Core.Common;
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
        var model = new Option<string>("--model", "-m")
        {
            Description = "The model in service (.ccm), whose topics may be routed. Default: the one that comes with the program.",
            DefaultValueFactory = static _ => Labelled.Packaged,
        };
        var command = new Command(
            "validate",
            """
            Checks a configuration and prints every problem with its line, its JSON path, what was found and what would be right. What
            works, and is hardly meant, is asked about; that is no problem.

            Examples:
              contactcenter validate
              contactcenter validate prod.json
              contactcenter validate prod.json --model my-topics.ccm
              contactcenter validate --schema > contactcenter.schema.json
            """)
        {
            file, schema, at, model,
        };
        command.SetAction(parsed => parsed.GetValue(schema)
            ? PrintSchema()
            : Validate(parsed.GetValue(file), parsed.GetValue(model)!, parsed.GetValue(at) ?? TimeProvider.System.GetUtcNow()));
        return command;
    }

    private static int PrintSchema()
    {
        Console.Out.Write(ConfigurationSchema.Text);
        return ExitCode.Done;
    }

    private static int Validate(string? path, string model, DateTimeOffset at)
    {
        if (Settings.LoadFile(path, Console.Error) is not { Configuration: { } configuration } reading)
        {
            return ExitCode.Problems;
        }

        using var mapped = model == Labelled.Packaged ? null : Labelled.Open(model);
        if (mapped is null && model != Labelled.Packaged)
        {
            return ExitCode.Problems;
        }

        foreach (var notice in reading.Notices)
        {
            Console.Error.WriteLine($"{path ?? Settings.FileName}: warning: {notice}");
        }

        var alarms = AlarmPlan.For(configuration).Count();
        Console
            .WriteLine(
                $"{path ?? "The configuration"} is right: {Wording.Counted(configuration.Queues.Count, "queue")}, "
                    + $"{Wording.Counted(configuration.Tables.Count, "table")}, "
                    + $"{Wording.Counted(configuration.Audiences.Count, "audience")}, {Wording.Counted(alarms, "alarm")}.");
        foreach (var question in ConfigurationQuestions.About(configuration, at, mapped?.Classifier.Topics))
        {
            Console.WriteLine($"Please look at {reading.Located(question)}");
        }

        return ExitCode.Done;
    }
}
