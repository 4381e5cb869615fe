using System.Globalization;
using System.Text.Json;
using ContactCenter.Classification;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Embedding;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var at = Array.IndexOf(args, "--data");
if (Value("--german") is { } german && Value("--texts") is { } both && Value("--encoder") is { } english)
{
    var learning = new TrainingOptions { Encoder = SentenceEncoder.Open(english) };
    Print(new GermanBenchmark(ReadFile(both), ReadFile(german), learning, Console.Error)
        .Run(Number("--few", 10), Number("--few-german", 3), Number("--draws", ClassificationBenchmark.Draws)));
    return 0;
}

if (Value("--knowledge") is { } articles && Value("--judged") is { } judged && Value("--encoder") is { } meant)
{
    (string, string)[] questions =
    [
        .. judged.Split(',').SelectMany(ReadFile).Select(static question => (question.Text, question.Topic)),
    ];
    foreach (var line in new KnowledgeBenchmark(articles, questions, SentenceEncoder.Open(meant)).Run(Number("--splits", 20)))
    {
        Console.WriteLine(line);
    }

    return 0;
}

if (at < 0 || at + 1 >= args.Length)
{
    Console.Error
        .WriteLine(
            "usage: --data <folder with train.csv and test.csv> [--quick] [--json] [--encoder FILE] [--seed N] [--threads N] [--passes N]");
    Console.Error.WriteLine(
        "       --data <folder with train.csv and test.csv> --few N [--draws N] [--unlabelled]: learns N texts of each topic, and the others "
            + "without their topic");
    Console.Error.WriteLine(
        "       --knowledge <folder of articles> --judged FILE,FILE --encoder FILE [--splits N]: chooses the minimum confidence on one half, "
            + "and shows it on the other");
    Console.Error.WriteLine(
        "       --texts FILE --german FILE --encoder FILE [--few N] [--few-german N] [--draws N]: learns N texts of each topic, and N German "
            + "ones, and the others without their topic; half of the German file is tested on");
    Console.Error
        .WriteLine(
            "       --data <folder with train.csv> --out-of-scope [--draws N] [--per-topic N]: keeps topics of the training file back, "
                + "the test file is not read");
    return 2;
}

var folder = args[at + 1];
var training = Read("train.csv");
var options = new TrainingOptions();
options = options with
{
    Seed = Number("--seed", options.Seed),
    Parallelism = Number("--threads", options.Parallelism),
    Passes = Number("--passes", options.Passes),
};
if (Array.IndexOf(args, "--encoder") is >= 0 and var named && named + 1 < args.Length)
{
    options = options with { Encoder = SentenceEncoder.Open(args[named + 1]) };
}

if (args.Contains("--out-of-scope"))
{
    return PrintOutOfScope();
}

var test = Read("test.csv");
var benchmark = new ClassificationBenchmark(training, test, options, Console.Error);
if (args.Contains("--few"))
{
    Print(benchmark.LearningCurve(
        Number("--few", 10), Number("--draws", ClassificationBenchmark.Draws), args.Contains("--unlabelled")));
    return 0;
}

var result = benchmark.Run(args.Contains("--quick"));
if (args.Contains("--json"))
{
    Console.WriteLine(JsonSerializer.Serialize(result, BenchmarkJson.Default.BenchmarkResult));
    return 0;
}

Console.WriteLine($"{result.TrainingTexts} training texts, {result.TestTexts} test texts, {result.Topics} topics");
Print(result.Accuracy.Concat(result.TypingErrors).Concat(result.LearningCurve));

Console
    .WriteLine(
        $"macro F1 {100 * result.MacroF1:F2} %, calibration error {100 * result.CalibrationError:F2} %, held-out accuracy in "
            + $"training {100 * result.HeldOutAccuracy:F2} %");
if (result.EncodedHeldOutAccuracy is { } held)
{
    Console.WriteLine(
        $"with encoder: calibration error {100 * result.EncodedCalibrationError:F2} %, held-out accuracy {100 * held:F2} %, "
            + $"{result.EncodedMicrosecondsMedian / 1000:F2} ms p50, {result.EncodedMicroseconds99 / 1000:F2} ms p99");
}

foreach (var point in result.Coverage)
{
    Console.WriteLine($"accuracy at {point.Coverage:P0} coverage {100 * point.Accuracy,23:F2} %");
}

Console.WriteLine($"training {result.TrainingSeconds:F0} s, model {result.ModelMegabytes:F2} MB, load {result.LoadMilliseconds:F1} ms");
Console
    .WriteLine(
        $"per text: {result.MicrosecondsMedian:F1} us p50, {result.Microseconds99:F1} us p99; {result.BytesPerScore:F1} B per score, "
            + $"{result.BytesPerClassification:F1} B per classification");
return 0;

IReadOnlyList<TrainingExample> Read(string name) => ReadFile(Path.Combine(folder, name));

IReadOnlyList<TrainingExample> ReadFile(string path)
{
    using var reader = new StreamReader(path);
    return LabelledCsv.Read(reader);
}

string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;

void Print(IEnumerable<NamedAccuracy> accuracies)
{
    foreach (var accuracy in accuracies)
    {
        Console.WriteLine($"{accuracy.Name,-48} {100 * accuracy.Accuracy,6:F2} %");
    }
}

int Number(string name, int otherwise)
{
    var index = Array.IndexOf(args, name);
    return index >= 0 && index + 1 < args.Length ? int.Parse(args[index + 1], CultureInfo.InvariantCulture) : otherwise;
}

int PrintOutOfScope()
{
    var perTopic = Number("--per-topic", int.MaxValue);
    TrainingExample[] texts = [.. training.GroupBy(static e => e.Topic).SelectMany(topic => topic.Take(perTopic))];
    var (signals, defaults) = new OutOfScopeBenchmark(texts, options, Console.Error).Run(Number("--draws", 3));
    Console
        .WriteLine(
            "a quarter of the topics unknown, %                area: unknown topics  general   refused at 5 % of the rest: unknown "
                + "topics  general");
    foreach (var signal in signals)
    {
        Console.WriteLine(
            $"{signal.Name,-48} {100 * signal.UnknownTopics,22:F1} {100 * signal.General,8:F1} "
                + $"{100 * signal.UnknownTopicsRecall,44:F1} {100 * signal.GeneralRecall,8:F1}");
    }

    foreach (var chosen in defaults)
    {
        Console.WriteLine($"threshold chosen in training, examples out of scope: {chosen.Examples}");
        Console
            .WriteLine(
                $"  accuracy in scope {100 * chosen.AccuracyWithoutRefusals:F1} %, refused counted as wrong "
                    + $"{100 * chosen.Accuracy:F1} %, calibration error {100 * chosen.CalibrationError:F1} %");
        Console.WriteLine(
            $"  refused of unknown topics {100 * chosen.UnknownTopicsRecall:F1} % (refused or unsure "
                + $"{100 * chosen.UnknownTopicsNotActedOn:F1} %), of general texts {100 * chosen.GeneralRecall:F1} %");
    }

    return 0;
}
