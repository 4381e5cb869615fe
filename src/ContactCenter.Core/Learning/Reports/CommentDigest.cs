using System.Collections.Immutable;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Comments;
using ContactCenter.Language.Sentiment;
using ContactCenter.Language.Text;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>Comments by what they are about and how they sound, and where a change would help most, as far as they say it.</summary>
public sealed record CommentDigest
{
    /// <summary>Of fewer ratings nothing is reckoned from them, and the words alone decide.</summary>
    public const int MinimumRatings = 30;

    /// <summary>Of a topic, or of the others, with fewer comments no range is told: it would be chance.</summary>
    public const int MinimumCompared = 10;

    /// <summary>How many there are.</summary>
    public int Count { get; init; }

    /// <summary>The first day of those whose day is known.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The last one.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Comments left out of a report, because nobody knows whether they are of its period.</summary>
    public int Undated { get; init; }

    /// <summary>What was said about topics, and about none: those that sound bad first.</summary>
    public ImmutableArray<CommentGroup> Topics { get; init; } = [];

    /// <summary>The same by where it was written; empty where no comment says it.</summary>
    public ImmutableArray<CommentGroup> Sources { get; init; } = [];

    /// <summary>True: <see cref="Gains"/> are points of the mean rating; false: comments that would not sound bad.</summary>
    public bool IsByRating { get; init; }

    /// <summary>Topics that are worse than the others, what would change most first.</summary>
    public ImmutableArray<CommentGain> Gains { get; init; } = [];

    /// <summary>How many topics had enough comments to be compared.</summary>
    public int Compared { get; init; }

    /// <summary>Everybody who rated.</summary>
    public RatingCount Ratings { get; init; }

    /// <summary>Whether nothing was said.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Counts it. Pure.</summary>
    /// <param name="comments">The comments.</param>
    /// <param name="examples">So many of each topic are shown, those that sound worst first; 0: none.</param>
    public static CommentDigest Of(IReadOnlyCollection<HeardComment> comments, int examples)
    {
        ArgumentNullException.ThrowIfNull(comments);
        var ratings = RatingCount.Of(comments);
        var isByRating = ratings.Count >= MinimumRatings;
        var topics = Grouped(comments, static one => one.Topic, examples);
        CommentGroup[] known = [.. topics.Where(static topic => TopicAnswer.IsTopic(topic.Name))];
        var all = new CommentGroup("", comments.Count(Is(CommentSentiment.Negative)), 0, 0, ratings) { Count = comments.Count };
        CommentGain[] gains =
        [
            .. known.Select(topic => isByRating ? CommentGain.OfRating(topic, all) : CommentGain.OfSentiment(topic, all))
                .OfType<CommentGain>(),
        ];
        return new CommentDigest
        {
            Count = comments.Count,
            FirstDay = comments.Min(static one => one.Day),
            LastDay = comments.Max(static one => one.Day),
            Topics = topics,
            Sources = comments.Any(static one => one.Source is not null)
                ? Grouped(comments, static one => one.Source ?? "", examples: 0) : [],
            IsByRating = isByRating,
            Gains =
            [
                .. gains.Where(static gain => gain.Value > 0)
                    .OrderByDescending(static gain => gain.IsBeyondChance)
                    .ThenByDescending(static gain => gain.Value)
                    .ThenBy(static gain => gain.Topic, StringComparer.Ordinal),
            ],
            Compared = gains.Length,
            Ratings = ratings,
        };
    }

    private static ImmutableArray<CommentGroup> Grouped(
        IEnumerable<HeardComment> comments, Func<HeardComment, string> by, int examples) =>
    [
        .. comments.GroupBy(by, StringComparer.Ordinal)
            .Select(group => new CommentGroup(
                group.Key,
                group.Count(Is(CommentSentiment.Negative)),
                group.Count(Is(CommentSentiment.Neutral)),
                group.Count(Is(CommentSentiment.Positive)),
                RatingCount.Of(group))
            {
                Count = group.Count(),
                Examples =
                [
                    .. group.OrderBy(static one => one.Score).ThenBy(static one => one.Text, StringComparer.Ordinal)
                        .Select(static one => one.Text).OfType<string>().Distinct(StringComparer.Ordinal).Take(examples),
                ],
            })
            .OrderByDescending(static group => group.Negative)
            .ThenByDescending(static group => group.Count)
            .ThenBy(static group => group.Name, StringComparer.Ordinal),
    ];

    private static Func<HeardComment, bool> Is(CommentSentiment sentiment) => one => one.Sentiment == sentiment;
}

/// <summary>Comments about a topic, or of a source.</summary>
/// <param name="Name">The topic or the source.</param>
/// <param name="Negative">Those that complain.</param>
/// <param name="Neutral">Those that do neither.</param>
/// <param name="Positive">Those that praise.</param>
/// <param name="Ratings">What those gave who rated.</param>
public sealed record CommentGroup(string Name, int Negative, int Neutral, int Positive, RatingCount Ratings)
{
    /// <summary>All of them.</summary>
    public int Count { get; init; }

    /// <summary>Some, personal data masked.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];

    /// <summary>Those that complain, of all.</summary>
    public Share NegativeShare => new(Negative, Count);
}

/// <summary>Ratings.</summary>
/// <param name="Count">How many.</param>
/// <param name="Low">Those of 1 or 2.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Squares">The sum of their squares.</param>
public readonly record struct RatingCount(int Count, int Low, long Sum, long Squares)
{
    private const int MaximumLow = 2;

    /// <summary>The mean, with its range; of fewer than <see cref="CommentDigest.MinimumCompared"/> there is no range.</summary>
    public Estimate? Mean => Count == 0 ? null
        : Count < CommentDigest.MinimumCompared ? new Estimate((double)Sum / Count, Count, null, null)
        : Ranged();

    /// <summary>Of 1 or 2, of all.</summary>
    public Share LowShare => new(Low, Count);

    internal static RatingCount Of(IEnumerable<HeardComment> comments) => comments.Select(static one => one.Rating).OfType<int>().Aggregate(
        default(RatingCount),
        static (sum, rating) => new RatingCount(
            sum.Count + 1, sum.Low + (rating <= MaximumLow ? 1 : 0), sum.Sum + rating, sum.Squares + (rating * rating)));

    internal RatingCount Without(RatingCount some) => new(Count - some.Count, Low - some.Low, Sum - some.Sum, Squares - some.Squares);

    /// <summary>
    /// By Student's distribution. The deviation counts one rating more at each end of the scale, as Agresti and Coull (1998) do with
    /// shares: ten that all gave the same do not prove that nobody would give another.
    /// </summary>
    private Estimate Ranged()
    {
        const int Worst = 1;
        const int Best = Contacts.Surveys.Survey.Best;
        var (mean, count) = ((double)Sum / Count, Count + 2.0);
        var widened = (Sum + Worst + Best) / count;
        var variance = ((Squares + (Worst * Worst) + (Best * Best)) / count) - (widened * widened);
        var half = Estimate.Student(Count - 1) * Math.Sqrt(variance * count / (count - 1) / Count);
        return new Estimate(mean, Count, Math.Max(Worst, mean - half), Math.Min(Best, mean + half));
    }
}

/// <summary>
/// What would be if comments about a topic were as those about everything else. That is arithmetic and no promise: that something about the
/// topic is the cause, and that it can be changed, follows from no comment.
/// </summary>
/// <param name="Topic">The topic.</param>
/// <param name="Count">Comments about it that count: those with a rating, or all.</param>
/// <param name="Bad">Those of them that rate 1 or 2, or complain.</param>
/// <param name="BadShare">The same, with its range.</param>
/// <param name="AllBad">Those of all topics together.</param>
/// <param name="Value">By how much the mean rating would rise, or how many comments fewer would complain.</param>
/// <param name="Low">At least, 95 times of 100.</param>
/// <param name="High">At most.</param>
public sealed record CommentGain(
    string Topic, long Count, long Bad, ShareInterval BadShare, long AllBad, double Value, double Low, double High)
{
    /// <summary>Whether the topic is worse than the others beyond chance.</summary>
    public bool IsBeyondChance => Low > 0;

    /// <summary>
    /// The mean of all would become that of the others, which is the difference of both means by the share of the topic. Null: of one of
    /// both there are too few to say anything.
    /// </summary>
    internal static CommentGain? OfRating(CommentGroup topic, CommentGroup all)
    {
        var (its, others) = (topic.Ratings, all.Ratings.Without(topic.Ratings));
        return its.Mean is { } mean && others.Mean is { } mean2 && mean2.Minus(mean) is { } range
            ? Of(topic, its.LowShare, all.Ratings.Low, (double)its.Count / all.Ratings.Count, mean2.Value - mean.Value, range) : null;
    }

    /// <summary>The share of those that complain would become that of the others, by as many comments as the topic has.</summary>
    internal static CommentGain? OfSentiment(CommentGroup topic, CommentGroup all)
    {
        var others = new Share(all.Negative - topic.Negative, all.Count - topic.Count);
        return topic.NegativeShare is { Of: >= CommentDigest.MinimumCompared } && others.Of >= CommentDigest.MinimumCompared
            && ShareOf(topic.NegativeShare) is var its && ShareOf(others) is var its2 && its.Minus(its2) is { } range
                ? Of(topic, topic.NegativeShare, all.Negative, topic.Count, its.Value - its2.Value, range) : null;
    }

    private static CommentGain Of(CommentGroup topic, Share bad, long allBad, double weight, double difference, Spread range) => new(
        topic.Name, bad.Of, bad.Met, ShareInterval.Of(bad)!, allBad, weight * difference, weight * range.Low, weight * range.High);

    private static Estimate ShareOf(Share share)
    {
        var range = ShareInterval.Of(share)!;
        return new Estimate(share.Value!.Value, share.Of, range.Low, range.High);
    }
}

/// <summary>How a comment sounds.</summary>
public enum CommentSentiment
{
    /// <summary>It complains.</summary>
    Negative,

    /// <summary>It does neither, or people would not agree.</summary>
    Neutral,

    /// <summary>It praises.</summary>
    Positive,
}

/// <summary>A comment with what it is about and how it sounds.</summary>
/// <param name="Topic">A topic of the classifier, or one that is none (<see cref="TopicAnswer.IsTopic"/>).</param>
/// <param name="Score">How it sounds, -1 to 1.</param>
/// <param name="Rating">1 to 5; null: there is none.</param>
/// <param name="Day">When; null: it is not known.</param>
/// <param name="Source">Where it was written, bounded; null: it is not known.</param>
/// <param name="Text">The words, personal data masked; null: they are not to be shown.</param>
public sealed record HeardComment(string Topic, double Score, int? Rating, DateOnly? Day, string? Source, string? Text)
{
    // below it people do not agree how a short text is meant
    private const double Clear = 0.25;

    /// <summary>How it sounds.</summary>
    public CommentSentiment Sentiment => Score <= -Clear ? CommentSentiment.Negative
        : Score >= Clear ? CommentSentiment.Positive : CommentSentiment.Neutral;
}

/// <summary>Says of comments what they are about and how they sound, by what hears contacts too.</summary>
public static class CommentReader
{
    /// <summary>Characters of a comment that are shown.</summary>
    private const int MaximumText = 240;

    private const int MaximumSource = 40;

    /// <summary>Comments of a file; those without words are left out.</summary>
    /// <param name="comments">The comments.</param>
    /// <param name="classifier">Says what they are about.</param>
    /// <param name="configuration">Words of the center, and topics that must not be missed.</param>
    public static IReadOnlyList<HeardComment> Read(
        IEnumerable<Comment> comments, ContactClassifier classifier, ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentNullException.ThrowIfNull(configuration);
        var (scorer, emergencies) = (new SentimentScorer(configuration.Sentiment.Words), EmergencyTopics.Of(configuration));
        var heard = new List<HeardComment>();
        foreach (var comment in comments)
        {
            var answer = classifier.Classify(comment.Text, emergencies);
            if (answer.Verdict != ContactVerdict.NoText)
            {
                heard.Add(new HeardComment(
                    answer.Verdict switch
                    {
                        ContactVerdict.Sure => answer.Topics[0].Topic,
                        ContactVerdict.Unsure => TopicAnswer.UnsureTopic,
                        _ => TopicAnswer.OutOfScopeTopic,
                    },
                    scorer.Score(comment.Text, comment.Language ?? Languages.Guess(comment.Text)),
                    comment.Rating,
                    comment.Day,
                    comment.Source is { } source ? BoundedText.Of(source, MaximumSource) : null,
                    MaskedText.Of(comment.Text, MaximumText)));
            }
        }

        return heard;
    }

    /// <summary>
    /// What customers said in surveys after contacts, as it is kept: masked, and about the topic of the contact. Their words are not shown,
    /// because they are read where they can be erased.
    /// </summary>
    public static IEnumerable<HeardComment> Of(
        IEnumerable<Survey> surveys, ContactCenterConfiguration configuration, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var scorer = new SentimentScorer(configuration.Sentiment.Words);
        return surveys.Where(static survey => survey.Comment is not null).Select(survey => new HeardComment(
            survey.Topic ?? TopicAnswer.UnsureTopic, scorer.Score(survey.Comment, Languages.Guess(survey.Comment!)), survey.Rating,
            LocalDay.Of(survey.At, zone), null, null));
    }
}
