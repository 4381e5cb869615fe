using System.CommandLine;
using ContactCenter.Cli.Classification;
using ContactCenter.Cli.Knowledge;
using ContactCenter.Cli.Validate;
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
            Description = Say.ArgumentConfig
        };
        var schema = new Option<bool>("--schema") { Description = Say.OptionSchema };
        var at = new Option<DateTimeOffset?>("--at")
        {
            Description = Say.OptionCheckedAt
        };
        var model = new Option<string>("--model", "-m")
        {
            Description = Say.OptionServedModel,
            DefaultValueFactory = static _ => Labelled.Packaged,
        };
        var cost = new Option<bool>("--cost") { Description = Say.OptionCost };
        var contacts = new Option<int>("--contacts")
        {
            Description = Say.OptionContacts,
            DefaultValueFactory = static _ => CostEstimate.UsualContacts,
        };
        contacts.Validators.Add(static option =>
        {
            if (option.GetValueOrDefault<int>() is < 0 or > 10_000_000)
            {
                option.AddError(Say.ContactsWrong);
            }
        });
        var json = new Option<bool>("--json") { Description = Say.OptionCostJson };
        json.Validators.Add(option =>
        {
            if (option.GetValueOrDefault<bool>() && !option.GetValue(cost))
            {
                option.AddError(Say.JsonNeedsCost);
            }
        });
        var command = new Command(
            "validate",
            Say.HelpValidate)
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
            Console.Error.WriteLine(Say.WarningIn(path ?? Settings.FileName, Spoken.Now.Finding($"{notice}")));
        }

        var alarms = AlarmPlan.For(configuration).Count();
        Console.WriteLine(Say.ConfigurationRight(
            path ?? Say.TheConfiguration,
            Counted.Of(configuration.Queues.Count, Say.OneQueue, Say.ManyQueues),
            Counted.Of(configuration.Tables.Count, Say.OneTable, Say.ManyTables),
            Counted.Of(configuration.Audiences.Count, Say.OneAudience, Say.ManyAudiences),
            Counted.Of(alarms, Say.OneAlarm, Say.ManyAlarms)));
        foreach (var question in ConfigurationQuestions.About(configuration, at, mapped?.Classifier.Topics))
        {
            Console.WriteLine(Say.PleaseLook(Spoken.Now.Finding($"{reading.Located(question)}")));
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
