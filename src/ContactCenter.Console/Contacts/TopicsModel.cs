using ContactCenter.Core.Api.Contacts;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Contacts;

/// <summary>What contacts were about in a topic.</summary>
/// <param name="Topic">The topic as it is called.</param>
/// <param name="Contacts">How many.</param>
/// <param name="Before">How many in the same time before; null: nothing is known of it.</param>
/// <param name="Sentiment">How they sounded, -1 to 1; null: nobody knows.</param>
/// <param name="Days">How many by the day, the oldest first.</param>
/// <param name="Sentiments">How they sounded by the day.</param>
public sealed record TopicSum(
    string Topic, long Contacts, long? Before, double? Sentiment, IReadOnlyList<double?> Days, IReadOnlyList<double?> Sentiments)
{
    /// <summary>True where it is a topic, and not that there was none.</summary>
    public bool IsTopic => TopicAnswer.IsTopic(Topic);
}

/// <summary>What customers said of a topic afterwards.</summary>
/// <param name="Topic">The topic; null: none is known.</param>
/// <param name="Surveys">What was said, the newest first.</param>
public sealed record TopicSurveys(string? Topic, IReadOnlyList<Survey> Surveys)
{
    /// <summary>Those who gave a rating.</summary>
    public int Rated => Surveys.Count(static one => one.Rating is not null);

    /// <summary>The mean rating; null where nobody gave one.</summary>
    public double? Mean => Surveys.Average(static one => one.Rating);

    /// <summary>What was said in words.</summary>
    public IEnumerable<Survey> Comments => Surveys.Where(static one => one.Comment is not null);
}

/// <summary>What the page of topics shows.</summary>
public sealed record TopicsModel
{
    /// <summary>Days that are looked at, and as many before them to compare with.</summary>
    public const int Days = 28;

    /// <summary>What contacts were about, the most frequent first.</summary>
    public required IReadOnlyList<TopicSum> Topics { get; init; }

    /// <summary>Contacts of all of them.</summary>
    public long Contacts => Topics.Sum(static topic => topic.Contacts);

    /// <summary>What customers said, the topic with the lowest mean first.</summary>
    public required IReadOnlyList<TopicSurveys> Surveys { get; init; }

    /// <summary>Contacts of which the classifier was not sure; null: whoever looks may not read them.</summary>
    public IReadOnlyList<UnsureView>? Unsure { get; init; }

    /// <summary>Asks for it.</summary>
    internal static async Task<(TopicsModel? Model, Problem? Problem)> LoadAsync(Answers answers, bool mayAct, DateTimeOffset now)
    {
        var (days, problem) = await answers.GetAsync("/contacts/topics", ConsoleJson.Default.TopicDayList, ("days", $"{2 * Days}"));
        if (days is null)
        {
            return (null, problem);
        }

        var (surveys, silent) = await answers.GetAsync("/contacts/surveys", ConsoleJson.Default.SurveyList, ("days", $"{Days}"));
        if (surveys is null)
        {
            return (null, silent);
        }

        UnsureList? unsure = null;
        if (mayAct)
        {
            (unsure, problem) = await answers.GetAsync("/contacts/unsure", ConsoleJson.Default.UnsureList, ("limit", "20"));
            if (unsure is null)
            {
                return (null, problem);
            }
        }

        return (
            new TopicsModel
            {
                Topics = Sums(days, DateOnly.FromDateTime(now.UtcDateTime)),
                Surveys =
                [
                    .. surveys.Items.GroupBy(static one => one.Topic).Select(static one => new TopicSurveys(one.Key, [.. one]))
                        .OrderBy(static one => one.Mean ?? double.MaxValue)
                        .ThenBy(static one => one.Topic, StringComparer.Ordinal),
                ],
                Unsure = unsure?.Items,
            },
            null);
    }

    private static TopicSum[] Sums(TopicDayList list, DateOnly today)
    {
        var first = today.AddDays(1 - Days);
        var isBeforeKnown = list.Items.Any(day => day.Day < first);
        var byDay = list.Items.ToDictionary(
            static day => day.Day, static day => day.Topics.ToDictionary(static topic => topic.Topic, StringComparer.Ordinal));
        TopicView?[] Of(string topic, DateOnly from) =>
            [.. Enumerable.Range(0, Days).Select(i => byDay.GetValueOrDefault(from.AddDays(i))?.GetValueOrDefault(topic))];
        return
        [
            .. byDay.Values.SelectMany(static day => day.Keys).Distinct(StringComparer.Ordinal)
                .Select(topic => (Topic: topic, Now: Of(topic, first), Before: Of(topic, first.AddDays(-Days))))
                .Select(one => new TopicSum(
                    one.Topic,
                    Contacts(one.Now),
                    isBeforeKnown ? Contacts(one.Before) : null,
                    SentimentOf(one.Now),
                    [.. one.Now.Select((view, i) => byDay.ContainsKey(first.AddDays(i)) ? view?.Contacts ?? 0 : (double?)null)],
                    [.. one.Now.Select(static view => view?.Sentiment)]))
                .OrderByDescending(static sum => sum.Contacts)
                .ThenBy(static sum => sum.Topic, StringComparer.Ordinal),
        ];

        static long Contacts(TopicView?[] days) => days.Sum(static day => day?.Contacts ?? 0);

        // weighted by those who were heard: a day with one contact is no day with a hundred
        static double? SentimentOf(TopicView?[] days) => days.Sum(static day => day?.Scored ?? 0) is > 0 and var scored
            ? days.Sum(static day => (day?.Sentiment ?? 0) * (day?.Scored ?? 0)) / scored
            : null;
    }
}
