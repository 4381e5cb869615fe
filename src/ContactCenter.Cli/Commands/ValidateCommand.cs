using System.CommandLine;
using ContactCenter.Cli.Classification;
using ContactCenter.Cli.Knowledge;
using ContactCenter.Cli.Validate;
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
        var cost = new Option<bool>("--cost") { Description = "Estimate what it costs in a month, with unit prices." };
        var contacts = new Option<int>("--contacts")
        {
            Description = "Contacts a day that --cost reckons with.",
            DefaultValueFactory = static _ => CostEstimate.UsualContacts,
        };
        contacts.Validators.Add(static option =>
        {
            if (option.GetValueOrDefault<int>() is < 0 or > 10_000_000)
            {
                option.AddError("--contacts: expected 0 to 10000000.");
            }
        });
        var json = new Option<bool>("--json") { Description = "With --cost: print the estimate as one JSON object, and nothing else." };
        json.Validators.Add(option =>
        {
            if (option.GetValueOrDefault<bool>() && !option.GetValue(cost))
            {
                option.AddError("--json goes with --cost.");
            }
        });
        var command = new Command(
            "validate",
            """
            Checks a configuration and prints every problem with its line, its JSON path, what was found and what would be right. What
            works, and is hardly meant, is asked about; that is no problem.

            Examples:
              contactcenter validate
              contactcenter validate prod.json
              contactcenter validate prod.json --model my-topics.ccm
              contactcenter validate prod.json --cost --contacts 4000
              contactcenter validate --schema > contactcenter.schema.json
            """)
        {
            file, schema, at, model, cost, contacts, json,
        };
        command.SetAction(parsed => parsed.GetValue(schema)
            ? PrintSchema()
            : Validate(
                parsed.GetValue(file),
                parsed.GetValue(model)!,
                parsed.GetValue(at) ?? TimeProvider.System.GetUtcNow(),
                new Wishes(parsed.GetValue(cost) ? parsed.GetValue(contacts) : null, parsed.GetValue(json))));
        return command;
    }

    private static int PrintSchema()
    {
        Console.Out.Write(ConfigurationSchema.Text);
        return ExitCode.Done;
    }

    private static int Validate(string? path, string model, DateTimeOffset at, Wishes wishes)
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

        if (!KnowledgeSource.TryOpen(configuration.SelfService, path ?? Settings.FileName, out _))
        {
            return ExitCode.Problems;
        }

        if (wishes is { IsJson: true, Contacts: { } reckoned })
        {
            Console.WriteLine(CostView.Json(configuration, reckoned));
            return ExitCode.Done;
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

        foreach (var line in wishes.Contacts is { } contacts ? CostView.Lines(configuration, contacts) : [])
        {
            Console.WriteLine(line);
        }

        return ExitCode.Done;
    }

    /// <summary>What is asked for besides: an estimate for so many contacts a day.</summary>
    private sealed record Wishes(int? Contacts, bool IsJson);
}
