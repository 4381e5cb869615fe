using System.Globalization;
using ContactCenter.Plots;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Contacts;

/// <summary>What contacts were about, as plots.</summary>
internal static class TopicPlots
{
    /// <summary>More lines cross each other too often to be followed.</summary>
    private const int MaximumLines = 4;

    /// <summary>Fewer days are a point, and no line.</summary>
    private const int MinimumDays = 3;

    /// <summary>How many contacts a topic has by the day; null where too few days are known.</summary>
    public static string? Spark(TopicSum topic, string name, int number) => topic.Days.Count(static day => day is not null) < MinimumDays
        ? null
        : new Sparkline(
            new PlotFrame(
                string.Create(CultureInfo.InvariantCulture, $"spark-topic-{number}"),
                Say.SparkTopicTitle(name),
                Say.SparkTopicDescription($"{topic.Days.Min() ?? 0:0}", $"{topic.Days.Max() ?? 0:0}"))
            {
                Words = PageReader.PlotWords,
            },
            topic.Days).ToSvg();

    /// <summary>How the most frequent topics sounded by the day; null where too few days are known.</summary>
    public static string? Sentiment(TopicsModel model, PageReader reader)
    {
        TopicSum[] shown =
        [
            .. model.Topics.Where(static topic => topic.IsTopic && topic.Sentiments.Count(static day => day is not null) >= MinimumDays)
                .Take(MaximumLines),
        ];
        if (shown.Length == 0)
        {
            return null;
        }

        var first = new DateTimeOffset(reader.Now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1 - TopicsModel.Days);
        return new LinePlot(
            new PlotFrame(
                "plot-sentiment", Say.PlotSentimentTitle, Say.PlotSentimentDescription(string.Join(", ", shown.Select(static one => Words.OfTopic(one.Topic)))))
            {
                Words = PageReader.PlotWords,
            },
            Say.PlotSentimentUnit,
            TimeZoneInfo.Utc,
            [
                .. shown.Select(topic => new PlotSeries(
                    Words.OfTopic(topic.Topic), [.. topic.Sentiments.Select((value, i) => new PlotPoint(first.AddDays(i), value))])),
            ]).ToSvg();
    }
}
