using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Classification;
using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter evaluate</c>: how good a model is on labelled texts.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model")
        {
            Description = "Model file (.ccm), or 'packaged' for the one that comes with the program."
        };
        var data = new Argument<string>("data")
        {
            Description = "CSV file, or - for standard input, with the columns text and topic; rows with the topic oos are out of scope."
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command(
            "evaluate",
            """
            Measures a model on labelled texts: accuracy, calibration, coverage, treatment of texts out of scope, time per text.

            Examples:
              contactcenter evaluate packaged test.csv
              contactcenter evaluate contacts.ccm test.csv --json
              contactcenter evaluate contacts.ccm - < test.csv
            """)
        {
            model, data, json,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Evaluate(parsed.GetValue(model)!, parsed.GetValue(data)!, parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Evaluate(string model, string data, bool json, CancellationToken cancellation)
    {
        using var mapped = model == Labelled.Packaged ? null : Labelled.Open(model);
        if ((mapped is null && model != Labelled.Packaged) || Labelled.Read(data) is not { } examples)
        {
            return ExitCode.Problems;
        }

        if (examples.Count == 0)
        {
            Console.Error.WriteLine($"{data}: has no text below its first line, so there is nothing to measure");
            return ExitCode.Problems;
        }

        var classifier = mapped?.Classifier ?? PackagedModel.Classifier;
        var result = ClassifierEvaluator.Evaluate(classifier, examples, cancellation);
        var summary = EvaluationSummary.Of(result, MedianMicroseconds(classifier, examples));
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(summary, ClassificationJson.Default.EvaluationSummary));
        }
        else
        {
            Print(summary, result.Confusions);
        }

        return ExitCode.Done;
    }

    // After the evaluation everything is compiled and in memory; the median does not mind what else the machine does now and then.
    private static double MedianMicroseconds(ContactClassifier classifier, IReadOnlyList<TrainingExample> examples)
    {
        var times = examples.Select(example =>
        {
            var start = Stopwatch.GetTimestamp();
            _ = classifier.Classify(example.Text);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }).Order().ToArray();
        return times.Length == 0 ? 0 : times[times.Length / 2];
    }

    private static void Print(EvaluationSummary summary, IReadOnlyList<TopicConfusion> confusions)
    {
        Line("texts in scope", $"{summary.Texts}");
        Line("accuracy", Percent(summary.Accuracy));
        Line("macro F1", Percent(summary.MacroF1));
        Line("calibration error", Percent(summary.CalibrationError));
        foreach (var point in summary.Coverage)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"accuracy at {100 * point.Coverage:F0} % coverage"), Percent(point.Accuracy));
        }

        Line("accuracy of sure answers", Percent(summary.SureAccuracy));
        Line("unsure", Percent(summary.UnsureShare));
        Line("refused as out of scope", Percent(summary.OutOfScope.RefusedShare));
        if (summary.OutOfScope.Texts > 0)
        {
            Line("recall out of scope", Percent(summary.OutOfScope.Recall));
            Line("accuracy in scope, refusals counted wrong", Percent(summary.OutOfScope.AccuracyInScope));
        }

        if (summary.UrgencyAccuracy is { } urgency)
        {
            Line("accuracy of urgency", Percent(urgency));
        }

        Line("microseconds per text, median", summary.MicrosecondsPerText.ToString("F1", CultureInfo.InvariantCulture));
        if (summary.UnknownTopics.Count > 0)
        {
            Line("topics that the model does not know", string.Join(", ", summary.UnknownTopics));
        }

        foreach (var confusion in confusions.Take(5))
        {
            Console.WriteLine($"{confusion.Texts} × {confusion.Actual} taken for {confusion.Predicted}: {confusion.Examples[0]}");
        }
    }

    private static void Line(string name, string value) => Console.WriteLine($"{name,-42}{value,10}");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F2} %");
}
