using System.Diagnostics;
using ContactCenter.Language.Sentiment;

namespace ContactCenter.Sentiment;

/// <summary>How long a text takes.</summary>
/// <param name="Mean">Microseconds a text, of all rounds together.</param>
/// <param name="Median">Microseconds of the median text.</param>
/// <param name="P99">Microseconds of the slowest hundredth, in the better of its rounds so that interruptions do not count.</param>
/// <param name="Bytes">Allocated a text.</param>
internal sealed record Timing(double Mean, double Median, double P99, double Bytes)
{
    /// <summary>Scorings before and while it is measured.</summary>
    private const int Scorings = 200_000;

    /// <summary>A text alone is scored so often in a row, because the clock is too coarse for one.</summary>
    private const int InARow = 20;

    private const int Rounds = 5;

    public static Timing Of(SentimentScorer scorer, IReadOnlyList<RatedText> texts)
    {
        var rounds = Math.Max(3, Scorings / texts.Count);
        Run(scorer, texts, rounds);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        Run(scorer, texts, rounds);
        var mean = Stopwatch.GetElapsedTime(start).TotalMicroseconds / rounds / texts.Count;
        var allocated = (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / rounds / texts.Count;
        double[] each = [.. texts.Select(text => Enumerable.Range(0, Rounds).Min(_ => Alone(scorer, text.Text))).Order()];
        return new Timing(mean, each[each.Length / 2], each[(int)(0.99 * (each.Length - 1))], allocated);
    }

    private static double Alone(SentimentScorer scorer, string text)
    {
        double sum = 0;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < InARow; i++)
        {
            sum += scorer.Score(text);
        }

        var elapsed = Stopwatch.GetElapsedTime(start).TotalMicroseconds / InARow;
        GC.KeepAlive(sum);
        return elapsed;
    }

    private static void Run(SentimentScorer scorer, IReadOnlyList<RatedText> texts, int times)
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
