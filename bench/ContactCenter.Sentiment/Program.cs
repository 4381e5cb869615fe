using System.Diagnostics;
using System.Globalization;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Sentiment;

/// <summary>
/// How well the scorer agrees with people and how long it takes, beside a baseline in the same run that only adds up the scores of the
/// single words: what the rules are worth. Without files it reads the short texts of the tests, which are our own and were rated by us.
/// <c>dotnet run -c Release --project bench/ContactCenter.Sentiment [-- --ratings RATED.tsv … --misses 20]</c>
/// <para>
/// Public files of texts that people rated come with Hutto and Gilbert, "VADER" (ICWSM 2014): tweets, snippets of product reviews, film
/// reviews and newspaper editorials, as <c>additional_resources/hutto_ICWSM_2014/*_GroundTruth.txt</c> of the repository
/// <c>cjhutto/vaderSentiment</c>. They are read as they are; they are not ours and not part of this repository.
/// </para>
/// </summary>
internal static class Program
{
    private const string Usage =
        "usage: [--ratings FILE …] [--misses COUNT]   lines of rating TAB text, or id TAB rating TAB text; ratings of -4 to 4";

    private const string Help =
        $"""
        How well the sentiment scorer agrees with people and how long it takes, beside a baseline that adds up single words.

        {Usage}

        Without files the short texts of the tests are read. --misses prints that many texts per file where scorer and people differ most.

        Examples:
          dotnet run -c Release --project bench/ContactCenter.Sentiment
          dotnet run -c Release --project bench/ContactCenter.Sentiment -- --ratings tweets_GroundTruth.txt
          dotnet run -c Release --project bench/ContactCenter.Sentiment -- --ratings rated.tsv --misses 20
        """;

    private static readonly char[] Between = [' ', ',', '.', '!', '?', ';'];

    private static int Main(string[] args)
    {
        if (args.Any(static arg => arg is "--help" or "-h" or "-?"))
        {
            Console.WriteLine(Help);
            return 0;
        }

        var files = new List<string>();
        var misses = 0;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--misses"
                && i + 1 < args.Length
                && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out misses))
            {
                i++;
            }
            else if (args[i] == "--ratings" && i + 1 < args.Length)
            {
                continue;
            }
            else if (File.Exists(args[i]))
            {
                files.Add(args[i]);
            }
            else
            {
                Console.Error.WriteLine($"{args[i]}: no such file\n{Usage}");
                return 1;
            }
        }

        var start = Stopwatch.GetTimestamp();
        var scorer = SentimentScorer.Default;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"lexicon read in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms"));
        Console
            .WriteLine(
                "file, texts, r (words alone), weighted F1 of 3 classes (words alone), macro F1, accuracy, mean us a text, median, "
                    + "p99, bytes a text");
        foreach (var file in files.Count > 0 ? files : [Path.Combine(AppContext.BaseDirectory, "judged.tsv")])
        {
            var texts = RatedText.Read(file);
            if (texts.Count < 2)
            {
                Console.Error.WriteLine($"{file}: no lines of rating TAB text\n{Usage}");
                return 1;
            }

            Report(scorer, Path.GetFileName(file), texts, misses);
        }

        return 0;
    }

    private static void Report(SentimentScorer scorer, string name, IReadOnlyList<RatedText> texts, int misses)
    {
        double[] scores = [.. texts.Select(text => scorer.Score(text.Text))];
        double[] sums =
        [
            .. texts.Select(text => text.Text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Sum(word => scorer.Score(word)))
        ];
        var (ours, alone, time) = (Agreement.Of(texts, scores), Agreement.Of(texts, sums), Timing.Of(scorer, texts));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}, {texts.Count}, {ours.Correlation:0.000} ({alone.Correlation:0.000}), {ours.WeightedF1:0.000} "
                + $"({alone.WeightedF1:0.000}), {ours.MacroF1:0.000}, {ours.Accuracy:P1}, {time.Mean:0.00}, {time.Median:0.00}, "
                + $"{time.P99:0.00}, {time.Bytes:0.0}"));
        foreach (var (i, text) in texts.Index()
            .OrderByDescending(text => Math.Abs((text.Item.Rating / 4) - scores[text.Index]))
            .Take(misses))
        {
            var words = string.Join(
                ", ",
                scorer.Explain(text.Text).Words.Select(word =>
                    string.Create(CultureInfo.InvariantCulture, $"{word.Text} {word.Weight:+0.0;-0.0}")));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {text.Rating / 4,6:0.00} {scores[i],6:0.00}  {text.Text}  [{words}]"));
        }
    }
}
