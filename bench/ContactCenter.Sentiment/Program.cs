using System.Diagnostics;
using System.Globalization;
using ContactCenter.Core.Contacts.Sentiment;

namespace ContactCenter.Sentiment;

/// <summary>
/// How well the scorer agrees with people and how long it takes, beside a baseline in the same run that only adds up the scores of the
/// single words: what the rules are worth. Without files it reads the short texts of the tests, which are our own and were rated by us.
/// <c>dotnet run -c Release --project bench/ContactCenter.Sentiment [-- RATED.tsv …]</c>, lines of rating TAB text.
/// </summary>
internal static class Program
{
    /// <summary>Scores nearer to 0 are neutral.</summary>
    private const double Neutral = 0.05;

    private static readonly char[] Between = [' ', ',', '.', '!', '?', ';'];

    private static int Main(string[] files)
    {
        Console.WriteLine("file, texts, correlation (words alone), right of 3 classes (words alone), us a text, bytes a text");
        foreach (var file in files.Length > 0 ? files : [Path.Combine(AppContext.BaseDirectory, "judged.tsv")])
        {
            var texts = RatedText.Read(file);
            if (texts.Count < 2)
            {
                Console.Error.WriteLine($"{file}: no lines of rating TAB text");
                return 1;
            }

            var scorer = SentimentScorer.Default;
            double[] scores = [.. texts.Select(text => scorer.Score(text.Text))];
            double[] alone = [.. texts.Select(text => text.Text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Sum(word => scorer.Score(word)))];
            var (time, bytes) = Measure(scorer, texts);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(file)}, {texts.Count}, {Correlation(texts, scores):0.000} ({Correlation(texts, alone):0.000}), {Right(texts, scores):P1} ({Right(texts, alone):P1}), {time:0.00}, {bytes:0.0}"));
        }

        return 0;
    }

    private static (double Microseconds, double Bytes) Measure(SentimentScorer scorer, IReadOnlyList<RatedText> texts)
    {
        var rounds = Math.Max(3, 200_000 / texts.Count);
        Run(rounds);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        Run(rounds);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return (elapsed.TotalMicroseconds / rounds / texts.Count, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / rounds / texts.Count);

        void Run(int times)
        {
            double sum = 0;
            for (var i = 0; i < times; i++)
            {
                for (var j = 0; j < texts.Count; j++)
                {
                    sum += scorer.Score(texts[j].Text);
                }
            }

            GC.KeepAlive(sum);
        }
    }

    private static double Right(IReadOnlyList<RatedText> texts, double[] scores) =>
        texts.Index().Average(text => Class(text.Item.Rating) == Class(scores[text.Index]) ? 1.0 : 0);

    private static int Class(double value) => value > Neutral ? 1 : value < -Neutral ? -1 : 0;

    private static double Correlation(IReadOnlyList<RatedText> texts, double[] scores)
    {
        var (x, y) = (texts.Average(text => text.Rating), scores.Average());
        double xy = 0, xx = 0, yy = 0;
        foreach (var (i, text) in texts.Index())
        {
            xy += (text.Rating - x) * (scores[i] - y);
            xx += (text.Rating - x) * (text.Rating - x);
            yy += (scores[i] - y) * (scores[i] - y);
        }

        return xy / Math.Sqrt(xx * yy);
    }
}
