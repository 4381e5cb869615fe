using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Classification;
using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Reporting;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter train</c>: labelled texts become a model and a report about it.</summary>
internal static class TrainCommand
{
    // Beyond it the classifier would ask back always.
    private const double MaximumCost = 1000;

    private static readonly TrainingOptions Defaults = new();

    public static Command Create()
    {
        var data = new Argument<string>("data")
        {
            Description =
                "CSV file, or - for standard input, with the columns text and topic, and urgency or priority if there is one; topic "
                    + "oos: about none of the topics."
        };
        var output = new Option<string>("--out") { Description = "Model file to write.", Required = true };
        var report = new Option<string?>("--report")
        {
            Description = "HTML report to write. Default: beside the model; none when the model goes to a device, a pipe or an empty file."
        };
        var test = new Option<string?>("--test")
        {
            Description = "CSV file of test texts: warns of those that are learned from too. 'evaluate' measures the model on them."
        };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var seed = new Option<int>("--seed") { Description = "Seed of everything random.", DefaultValueFactory = static _ => 1 };
        var wrong = Number(
            "--cost-of-wrong",
            "What a contact sent to the wrong topic costs, asking back being 1: higher asks back and refuses more.",
            Defaults.CostOfWrongTopic,
            MaximumCost);
        var outside = Number(
            "--out-of-scope-share",
            "Share of contacts expected to be about none of the topics: higher refuses more.",
            Defaults.ExpectedOutOfScopeShare,
            1);
        var command = new Command(
            "train",
            """
            Trains a contact classifier and reports how good it is on texts that it has not seen.

            Examples:
              contactcenter train contacts.csv --out contacts.ccm
              contactcenter train models/contact-topics.csv --out models/contact-topics.ccm --seed 1
              contactcenter train contacts.csv --test later-contacts.csv --out contacts.ccm
              contactcenter train contacts.csv --out contacts.ccm --cost-of-wrong 10 --out-of-scope-share 0.02
              cut -d, -f2,5 export.csv | contactcenter train - --out contacts.ccm --json > report.json

            The first line of the CSV names its columns. A small one:
              text,topic
              "my invoice, the last one, is wrong",billing
              where is my parcel,delivery
              tell me a joke,oos
            """)
        {
            data, output, report, test, json, seed, wrong, outside,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Train(
            parsed.GetValue(data)!,
            parsed.GetValue(output)!,
            parsed.GetValue(report),
            parsed.GetValue(test),
            parsed.GetValue(json),
            new TrainingOptions
            {
                Seed = parsed.GetValue(seed),
                CostOfWrongTopic = parsed.GetValue(wrong),
                ExpectedOutOfScopeShare = parsed.GetValue(outside)
            },
            cancellation)));
        return command;
    }

    private static Option<double> Number(string name, string description, double otherwise, double maximum)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.TryRead<double>(out var value) && !(value >= 0 && value <= maximum))
            {
                result.AddError(string.Create(
                    CultureInfo.InvariantCulture, $"{name}: expected a number from 0 to {maximum}, found {value}."));
            }
        });
        return option;
    }

    private static int Train(
        string data, string output, string? page, string? test, bool json, TrainingOptions options, CancellationToken cancellation)
    {
        // the report goes beside the model, but never beside a device
        page ??= OutputFile.IsReplaceable(output) ? Path.ChangeExtension(output, ".html") : null;
        if (page is not null && Path.GetFullPath(page) == Path.GetFullPath(output))
        {
            Console.Error.WriteLine($"{output}: is the file of the model and of the report; --report names another one");
            return ExitCode.Usage;
        }

        if ((OutputFile.Problem(output) ?? (page is null ? null : OutputFile.Problem(page))) is { } unwritable)
        {
            Console.Error.WriteLine(unwritable);
            return ExitCode.Problems;
        }

        if (Labelled.Read(data) is not { } examples)
        {
            return ExitCode.Problems;
        }

        IReadOnlyList<TrainingExample>? tested = null;
        if (test is not null && (tested = Labelled.Read(test)) is null)
        {
            return ExitCode.Problems;
        }

        // before the training, which takes minutes: what is wrong with the texts can be mended meanwhile
        var warnings = DatasetReview.Review(examples, tested);
        foreach (var warning in warnings)
        {
            Console.Error.WriteLine($"warning: {warning.Message}");
        }

        TrainingResult result;
        try
        {
            result = ClassifierTrainer.Train(examples, options, new ProgressLines(), cancellation);
        }
        catch (ArgumentException error)
        {
            Console.Error.WriteLine($"{data}: {error.Message}");
            return ExitCode.Problems;
        }

        result = result with { Report = result.Report with { Warnings = warnings } };
        try
        {
            OutputFile.Write(output, result.Model.Span);
            if (page is not null)
            {
                OutputFile.Write(page, System.Text.Encoding.UTF8.GetBytes(TrainingReportPage.Render(result.Report)));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return ExitCode.Problems;
        }

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(result.Report, ClassificationJson.Default.TrainingReport));
            return ExitCode.Done;
        }

        Print(result, output, page);
        return ExitCode.Done;
    }

    private static void Print(TrainingResult result, string output, string? page)
    {
        var report = result.Report;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Card.TrainingTexts} texts, {report.Card.Topics.Count} topics. Held out: accuracy {report.HeldOut.Accuracy:P1}, "
                + $"macro F1 {report.HeldOut.MacroF1:P1}, calibration error {report.HeldOut.CalibrationError:P1}."));
        Console.WriteLine(Decisions(report.HeldOut));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Model: {output} ({result.Model.Length / 1e6:F1} MB). "
                + $"{(page is null ? "No report: --report names its file." : $"Report: {page}")}"));
    }

    private static string Decisions(ClassificationQuality quality)
    {
        var outside = quality.OutOfScope;
        var examples = outside.Texts == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" Of the {outside.Texts} texts out of scope {outside.Recall:P1} refused.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Of the texts in scope {outside.AccuracyInScope:P1} right and not refused, {quality.UnsureShare:P1} unsure; "
                + $"{quality.SureAccuracy:P1} of the sure ones right.{examples}");
    }

    private sealed class ProgressLines : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Console.Error.WriteLine($"{value.Done} of {value.Total}: {value.Step} trained");
    }
}
