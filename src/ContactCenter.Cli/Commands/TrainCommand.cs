using System.CommandLine;
using System.Text.Json;
using ContactCenter.Cli.Classification;
using ContactCenter.Cli.Embedding;
using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Reporting;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Embedding;

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
            Description = Say.ArgumentContacts
        };
        var output = new Option<string>("--out") { Description = Say.OptionModelOut, Required = true };
        var report = new Option<string?>("--report")
        {
            Description = Say.OptionReport
        };
        var test = new Option<string?>("--test")
        {
            Description = Say.OptionTest
        };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonReport };
        var seed = new Option<int>("--seed") { Description = Say.OptionRandomSeed, DefaultValueFactory = static _ => 1 };
        var wrong = Number(
            "--cost-of-wrong",
            Say.OptionCostOfWrong,
            Defaults.CostOfWrongTopic,
            MaximumCost);
        var outside = Number(
            "--out-of-scope-share",
            Say.OptionOutsideShare,
            Defaults.ExpectedOutOfScopeShare,
            1);
        var encoder = EncoderAtHand.Option();
        var unlabelled = new Option<string?>("--unlabelled") { Description = Say.OptionUnlabelled };
        var command = new Command(
            "train",
            Say.HelpTrain)
        {
            data, output, report, test, json, seed, wrong, outside, encoder, unlabelled,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Train(
            parsed.GetValue(data)!,
            parsed.GetValue(output)!,
            parsed.GetValue(report),
            parsed.GetValue(test),
            parsed.GetValue(json),
            parsed.GetValue(encoder),
            parsed.GetValue(unlabelled),
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
                result.AddError(Say.NumberWrong(name, $"{maximum}", $"{value}"));
            }
        });
        return option;
    }

    private static int Train(
        string data, string output, string? page, string? test, bool json, string? encoder, string? unlabelled, TrainingOptions options,
        CancellationToken cancellation)
    {
        // the report goes beside the model, but never beside a device
        page ??= OutputFile.IsReplaceable(output) ? Path.ChangeExtension(output, ".html") : null;
        if (page is not null && Path.GetFullPath(page) == Path.GetFullPath(output))
        {
            Console.Error.WriteLine(Say.SameFile(output));
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

        if (!EncoderAtHand.TryOpen(encoder, out var opened))
        {
            return ExitCode.Problems;
        }

        if (unlabelled is not null && opened is null)
        {
            Console.Error.WriteLine(Say.UnlabelledNeedsEncoder(EncoderAtHand.UsualPlace));
            return ExitCode.Problems;
        }

        IReadOnlyList<string>? others = [];
        if (unlabelled is not null && (others = Labelled.ReadTexts(unlabelled)) is null)
        {
            return ExitCode.Problems;
        }

        // before the training, which takes minutes: what is wrong with the texts can be mended meanwhile
        var warnings = DatasetReview.Review(examples, tested);
        foreach (var warning in warnings)
        {
            Console.Error.WriteLine(Say.Warning(Spoken.Now.Problem(warning.Message)));
        }

        TrainingResult result;
        try
        {
            options = options with { Encoder = opened, Unlabelled = others, Tested = tested ?? [] };
            result = unlabelled is null
                ? ClassifierTrainer.Train(examples, options, new ProgressLines(), cancellation)
                : UnlabelledTrial.Train(examples, options, new ProgressLines(), cancellation);
        }
        catch (ArgumentException error)
        {
            Console.Error.WriteLine($"{data}: {Spoken.Now.Problem(error.Message)}");
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
        if (encoder != EncoderAtHand.None)
        {
            Console.WriteLine(WithEncoder(result.Report, opened));
        }

        if (result.Report.Unlabelled is { } tried)
        {
            Console.WriteLine(tried.Left is { } why
                ? Say.TrainedWithoutUnlabelled($"{tried.Texts}", Spoken.Now.Problem(why))
                : Say.TrainedUnlabelled($"{tried.Learned}", $"{tried.Texts - tried.Learned}"));
        }

        return ExitCode.Done;
    }

    private static void Print(TrainingResult result, string output, string? page)
    {
        var report = result.Report;
        Console.WriteLine(Say.Trained(
            $"{report.Card.TrainingTexts}", $"{report.Card.Topics.Count}", $"{report.HeldOut.Accuracy:P1}",
            $"{report.HeldOut.MacroF1:P1}", $"{report.HeldOut.CalibrationError:P1}"));
        Console.WriteLine(Decisions(report.HeldOut));
        var size = $"{result.Model.Length / 1e6:F1}";
        Console.WriteLine(page is null ? Say.TrainedModelAlone(output, size) : Say.TrainedModel(output, size, page));
    }

    private static string WithEncoder(TrainingReport report, SentenceEncoder? encoder) => report.Card.Encoder is { } card
        ? Say.TrainedWithEncoder(
            $"{card.Texts}", card.Id, $"{card.HeldOutAccuracy:P1}", $"{card.HeldOutAccuracyWithout:P1}", $"{card.HeldOutCalibrationError:P1}")
        : encoder is not null ? Say.TrainedTooFewForEncoder : Say.TrainedWithoutEncoder(EncoderAtHand.UsualPlace);

    private static string Decisions(ClassificationQuality quality)
    {
        var outside = quality.OutOfScope;
        var examples = outside.Texts == 0
            ? ""
            : Say.TrainedOutside($"{outside.Texts}", $"{outside.Recall:P1}");
        return Say.TrainedInside($"{outside.AccuracyInScope:P1}", $"{quality.UnsureShare:P1}", $"{quality.SureAccuracy:P1}", examples);
    }

    private sealed class ProgressLines : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Console.Error.WriteLine(Say.TrainProgress(
            $"{value.Done}", $"{value.Total}", value.Step));
    }
}
