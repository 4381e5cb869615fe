using System.Collections.Immutable;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>What customers were in touch about, and what those thought who said so afterwards. Days of topics are those of UTC.</summary>
public sealed record CustomerSection
{
    /// <summary>So many surveys are read at most.</summary>
    public const int MaximumSurveys = 5000;

    /// <summary>Below so many ratings nothing is said about a change: it would be chance.</summary>
    public const int MinimumRated = 30;

    /// <summary>Of the contacts that said something, those that were not understood or about nothing that the classifier knows.</summary>
    public Share NotUnderstood { get; init; }

    /// <summary>
    /// First-contact resolution by proxy: of the contacts whose customer is known, those before which the customer had not been in touch
    /// within <see cref="Contacts.Customers.CallerKey.Remembered"/>. Each contact that comes too soon after another is counted once, where
    /// it comes, so it says as much as how many needed no other, and is known at the end of the period already.
    /// </summary>
    public Share First { get; init; }

    /// <summary>The same in the period before.</summary>
    public Share FirstBefore { get; init; }

    /// <summary>Everybody who rated.</summary>
    public Satisfaction Satisfaction { get; init; }

    /// <summary>The same in the period before.</summary>
    public Satisfaction Before { get; init; }

    /// <summary>Whether there were more surveys than are read, so that those of the first days are missing.</summary>
    public bool IsCut { get; init; }

    /// <summary>Topics, those first in which most customers were not satisfied: a change there would help most.</summary>
    public ImmutableArray<TopicSection> Topics { get; init; } = [];

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => Topics.IsEmpty && Satisfaction.Rated == 0 && First.Of == 0;

    /// <summary>Counts it.</summary>
    internal static CustomerSection Of(ReportPeriod period, ReportSources sources)
    {
        var (now, before) = (Heard(period, sources), Heard(period.Before, sources));
        var (rated, ratedBefore) = (Rated(period, sources), Rated(period.Before, sources));
        var topics = now.Topics.Keys.Where(TopicAnswer.IsTopic)
            .Concat(rated.Select(static survey => survey.Topic).OfType<string>().Where(TopicAnswer.IsTopic))
            .Distinct(StringComparer.Ordinal)
            .Select(topic =>
            {
                var count = now.Topics.GetValueOrDefault(topic, TopicCount.None);
                return new TopicSection(
                    topic,
                    count.Contacts,
                    before.Topics.IsEmpty ? null : before.Topics.GetValueOrDefault(topic, TopicCount.None).Contacts,
                    count.Sentiment,
                    count.Scored,
                    Satisfaction.Of(rated.Where(survey => survey.Topic == topic)))
                {
                    Again = Again(now.Returns.GetValueOrDefault(topic, ReturnCount.None)),
                };
            });
        long[] notUnderstood =
        [
            .. new[] { TopicAnswer.UnsureTopic, TopicAnswer.OutOfScopeTopic }
                .Select(name => now.Topics.GetValueOrDefault(name, TopicCount.None).Contacts),
        ];
        var spoken = now.Topics.Where(static topic => topic.Key != TopicAnswer.MenuTopic).Sum(static topic => topic.Value.Contacts);
        return new CustomerSection
        {
            NotUnderstood = new Share(notUnderstood.Sum(), spoken),
            First = FirstOf(now),
            FirstBefore = FirstOf(before),
            Satisfaction = Satisfaction.Of(rated),
            Before = Satisfaction.Of(ratedBefore),
            IsCut = sources.Surveys.Count >= MaximumSurveys,
            Topics =
            [
                .. topics.OrderByDescending(static topic => topic.Satisfaction.Rated - topic.Satisfaction.Satisfied)
                    .ThenByDescending(static topic => topic.Contacts)
                    .ThenBy(static topic => topic.Topic, StringComparer.Ordinal),
            ],
        };
    }

    private static Share FirstOf(TopicDay heard)
    {
        var all = heard.Returns.Values.Aggregate(ReturnCount.None, static (sum, one) => sum.Plus(one));
        return new Share(all.Known - all.Again, all.Known);
    }

    private static Share Again(ReturnCount count) => new(count.Again, count.Known);

    private static TopicDay Heard(ReportPeriod period, ReportSources sources) => sources.Heard
        .Where(day => day.Day >= period.FirstDay && day.Day < period.EndDay)
        .Aggregate(TopicDay.Empty(period.FirstDay), static (sum, day) => sum.Plus(day));

    private static Survey[] Rated(ReportPeriod period, ReportSources sources) =>
        [.. sources.Surveys.Where(survey => survey.Rating is not null && period.Has(survey.At))];
}

/// <summary>A topic in a period.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Contacts">Contacts about it.</param>
/// <param name="Before">The same in the period before; null: nothing is known of it.</param>
/// <param name="Sentiment">How they sounded on average, -1 to 1; null where nobody knows.</param>
/// <param name="Scored">Contacts on which that rests.</param>
/// <param name="Satisfaction">What those thought who rated.</param>
public sealed record TopicSection(
    string Topic, long Contacts, long? Before, double? Sentiment, long Scored, Satisfaction Satisfaction)
{
    /// <summary>Of its contacts whose customer is known, those that came again.</summary>
    public Share Again { get; init; }
}

/// <summary>Ratings. Satisfied is who gave one of the two best of five (CSAT), as the metric <c>SurveySatisfied</c> counts.</summary>
/// <param name="Rated">How many rated.</param>
/// <param name="Satisfied">Those who were satisfied.</param>
/// <param name="Sum">Sum of the ratings, each 1 to 5.</param>
public readonly record struct Satisfaction(long Rated, long Satisfied, long Sum)
{
    /// <summary>The share of the satisfied.</summary>
    public Share Share => new(Satisfied, Rated);

    /// <summary>The mean rating; null: nobody rated.</summary>
    public double? Mean => Rated == 0 ? null : (double)Sum / Rated;

    /// <summary>
    /// Between what the share of the satisfied among all customers lies, 95 times of 100, if who rates is like who does not: the interval
    /// by E. B. Wilson (1927), which holds with few answers too. Null: nobody rated.
    /// </summary>
    public ShareInterval? Interval => ShareInterval.Of(Share);

    /// <summary>Counts ratings.</summary>
    internal static Satisfaction Of(IEnumerable<Survey> rated) => rated.Aggregate(
        new Satisfaction(),
        static (sum, survey) => new Satisfaction(
            sum.Rated + 1, sum.Satisfied + (survey.IsSatisfied ? 1 : 0), sum.Sum + survey.Rating!.Value));
}

/// <summary>Between what a share lies.</summary>
/// <param name="Low">At least, 0 to 1.</param>
/// <param name="High">At most, 0 to 1.</param>
public sealed record ShareInterval(double Low, double High)
{
    // the 97.5th percentile of the normal distribution: an interval that holds 95 of 100 times
    private const double Normal = 1.959964;

    /// <summary>The interval by E. B. Wilson (1927), 95 times of 100; null: a share of nothing.</summary>
    public static ShareInterval? Of(Share counted)
    {
        if (counted.Value is not { } share)
        {
            return null;
        }

        var squared = Normal * Normal;
        var middle = (share + (squared / (2 * counted.Of))) / (1 + (squared / counted.Of));
        var half = Normal / (1 + (squared / counted.Of))
            * Math.Sqrt((share * (1 - share) / counted.Of) + (squared / (4.0 * counted.Of * counted.Of)));
        return new ShareInterval(middle - half, middle + half);
    }
}
