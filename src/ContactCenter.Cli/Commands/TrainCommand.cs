using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Classification;
using ContactCenter.Core.Contacts.Classification;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter train</c>: labelled texts become a model and a report about it.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var data = new Argument<string>("data") { Description = "CSV file with the columns text and topic, and urgency or priority if there is one; topic oos: about none of the topics." };
        var output = new Option<string>("--out") { Description = "Model file to write.", Required = true };
        var report = new Option<string?>("--report") { Description = "HTML report to write. Default: beside the model." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var seed = new Option<int>("--seed") { Description = "Seed of everything random.", DefaultValueFactory = static _ => 1 };
        var command = new Command(
            "train",
            """
            Trains a contact classifier and reports how good it is on texts that it has not seen.

            Examples:
              contactcenter train contacts.csv --out contacts.ccm
              contactcenter train models/contact-topics.csv --out models/contact-topics.ccm --seed 1
            """)
        {
            data, output, report, json, seed,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Train(parsed.GetValue(data)!, parsed.GetValue(output)!, parsed.GetValue(report), parsed.GetValue(json), parsed.GetValue(seed), cancellation)));
        return command;
    }

    private static int Train(string data, string output, string? page, bool json, int seed, CancellationToken cancellation)
    {
        if (Labelled.Read(data) is not { } examples)
        {
            return ExitCode.Problems;
        }

        TrainingResult result;
        try
        {
            result = ClassifierTrainer.Train(examples, new TrainingOptions { Seed = seed }, new ProgressLines(), cancellation);
        }
        catch (ArgumentException error)
        {
            Console.Error.WriteLine($"{data}: {error.Message}");
            return ExitCode.Problems;
        }

        page ??= Path.ChangeExtension(output, ".html");
        try
        {
            WriteWhole(output, result.Model.Span);
            WriteWhole(page, System.Text.Encoding.UTF8.GetBytes(TrainingReportPage.Render(result.Report)));
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

    // A reader never sees half of a model: it is written beside its place and then moved there.
    private static void WriteWhole(string path, ReadOnlySpan<byte> content)
    {
        var unfinished = path + ".tmp";
        using (var file = File.Create(unfinished))
        {
            file.Write(content);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static void Print(TrainingResult result, string output, string page)
    {
        var report = result.Report;
        foreach (var warning in report.Warnings)
        {
            Console.Error.WriteLine($"warning: {warning.Message}");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Card.TrainingTexts} texts, {report.Card.Topics.Count} topics. Held out: accuracy {report.HeldOut.Accuracy:P1}, macro F1 {report.HeldOut.MacroF1:P1}, calibration error {report.HeldOut.CalibrationError:P1}."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Model: {output} ({result.Model.Length / 1e6:F1} MB). Report: {page}"));
    }

    private sealed class ProgressLines : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Console.Error.WriteLine($"{value.Done} of {value.Total}: {value.Step} trained");
    }
}
