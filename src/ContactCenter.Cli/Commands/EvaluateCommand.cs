using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Classification;
using ContactCenter.Cli.Embedding;
using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter evaluate</c>: how good a model is on labelled texts.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model")
        {
            Description = Say.ArgumentModel
        };
        var data = new Argument<string>("data")
        {
            Description = Say.ArgumentLabelled
        };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonOne };
        var encoder = EncoderAtHand.Option();
        var command = new Command(
            "evaluate",
            Say.HelpEvaluate)
        {
            model, data, json, encoder,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Evaluate(parsed.GetValue(model)!, parsed.GetValue(data)!, parsed.GetValue(json), parsed.GetValue(encoder),
                cancellation)));
        return command;
    }

    private static int Evaluate(string model, string data, bool json, string? named, CancellationToken cancellation)
    {
        using var mapped = model == Labelled.Packaged ? null : Labelled.Open(model);
        if ((mapped is null && model != Labelled.Packaged) || Labelled.Read(data) is not { } examples)
        {
            return ExitCode.Problems;
        }

        if (examples.Count == 0)
        {
            Console.Error.WriteLine(Say.NothingToMeasure(data));
            return ExitCode.Problems;
        }

        var classifier = mapped?.Classifier ?? PackagedModel.Classifier;
        if (!EncoderAtHand.TryOpenFor(classifier, named, out var encoder))
        {
            return ExitCode.Problems;
        }

        var result = ClassifierEvaluator.Evaluate(classifier, examples, encoder, cancellation);
        var summary = EvaluationSummary.Of(result, MedianMicroseconds(classifier, examples, encoder)) with { Encoder = encoder?.Id };
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
    private static double MedianMicroseconds(
        ContactClassifier classifier, IReadOnlyList<TrainingExample> examples, SentenceEncoder? encoder)
    {
        var times = examples.Select(example =>
        {
            var start = Stopwatch.GetTimestamp();
            _ = classifier.Classify(example.Text, encoder: encoder);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }).Order().ToArray();
        return times.Length == 0 ? 0 : times[times.Length / 2];
    }

    private static void Print(EvaluationSummary summary, IReadOnlyList<TopicConfusion> confusions)
    {
        Line(Say.FigureTexts, $"{summary.Texts}");
        Line(Say.FigureAccuracy, Percent(summary.Accuracy));
        Line(Say.FigureMacroF1, Percent(summary.MacroF1));
        Line(Say.FigureCalibration, Percent(summary.CalibrationError));
        foreach (var point in summary.Coverage)
        {
            Line(Say.FigureCoverage($"{100 * point.Coverage:F0}"), Percent(point.Accuracy));
        }

        Line(Say.FigureSure, Percent(summary.SureAccuracy));
        Line(Say.FigureUnsure, Percent(summary.UnsureShare));
        Line(Say.FigureRefused, Percent(summary.OutOfScope.RefusedShare));
        if (summary.OutOfScope.Texts > 0)
        {
            Line(Say.FigureRecallOutside, Percent(summary.OutOfScope.Recall));
            Line(Say.FigureAccuracyInside, Percent(summary.OutOfScope.AccuracyInScope));
        }

        if (summary.UrgencyAccuracy is { } urgency)
        {
            Line(Say.FigureUrgency, Percent(urgency));
        }

        if (summary.Encoder is { } encoder)
        {
            Line(Say.FigureEncoder, encoder);
        }

        Line(Say.FigureSpeed, summary.MicrosecondsPerText.ToString("F1", CultureInfo.InvariantCulture));
        if (summary.UnknownTopics.Count > 0)
        {
            Line(Say.FigureUnknownTopics, string.Join(", ", summary.UnknownTopics));
        }

        foreach (var confusion in confusions.Take(5))
        {
            Console.WriteLine(Say.Confused($"{confusion.Texts}", confusion.Actual, confusion.Predicted, confusion.Examples[0]));
        }
    }

    private static void Line(string name, string value) => Console.WriteLine($"{name,-42}{value,10}");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F2} %");
}
