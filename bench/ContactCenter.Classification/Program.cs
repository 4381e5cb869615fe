using System.Globalization;
using System.Text.Json;
using ContactCenter.Classification;
using ContactCenter.Core.Contacts.Classification;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var at = Array.IndexOf(args, "--data");
if (at < 0 || at + 1 >= args.Length)
{
    Console.Error.WriteLine("usage: --data <folder with train.csv and test.csv> [--quick] [--json] [--seed N] [--threads N] [--passes N]");
    return 2;
}

var folder = args[at + 1];
var training = Read("train.csv");
var test = Read("test.csv");
var options = new TrainingOptions();
options = options with
{
    Seed = Number("--seed", options.Seed),
    Parallelism = Number("--threads", options.Parallelism),
    Passes = Number("--passes", options.Passes),
};
var result = new ClassificationBenchmark(training, test, options, Console.Error).Run(args.Contains("--quick"));
if (args.Contains("--json"))
{
    Console.WriteLine(JsonSerializer.Serialize(result, BenchmarkJson.Default.BenchmarkResult));
    return 0;
}

Console.WriteLine($"{result.TrainingTexts} training texts, {result.TestTexts} test texts, {result.Topics} topics");
foreach (var accuracy in result.Accuracy.Concat(result.TypingErrors).Concat(result.LearningCurve))
{
    Console.WriteLine($"{accuracy.Name,-48} {100 * accuracy.Accuracy,6:F2} %");
}

Console.WriteLine($"macro F1 {100 * result.MacroF1:F2} %, calibration error {100 * result.CalibrationError:F2} %, held-out accuracy in training {100 * result.HeldOutAccuracy:F2} %");
foreach (var point in result.Coverage)
{
    Console.WriteLine($"accuracy at {point.Coverage:P0} coverage {100 * point.Accuracy,23:F2} %");
}

Console.WriteLine($"training {result.TrainingSeconds:F0} s, model {result.ModelMegabytes:F2} MB, load {result.LoadMilliseconds:F1} ms");
Console.WriteLine($"per text: {result.MicrosecondsMedian:F1} us p50, {result.Microseconds99:F1} us p99; {result.BytesPerScore:F1} B per score, {result.BytesPerClassification:F1} B per classification");
return 0;

IReadOnlyList<TrainingExample> Read(string name)
{
    using var reader = new StreamReader(Path.Combine(folder, name));
    return LabelledCsv.Read(reader);
}

int Number(string name, int otherwise)
{
    var index = Array.IndexOf(args, name);
    return index >= 0 && index + 1 < args.Length ? int.Parse(args[index + 1], CultureInfo.InvariantCulture) : otherwise;
}
