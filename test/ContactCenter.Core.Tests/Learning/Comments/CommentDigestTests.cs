using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Comments;

namespace ContactCenter.Core.Tests.Learning.Comments;

/// <summary>What would help most is reckoned again here, from the comments themselves.</summary>
public sealed class CommentDigestTests
{
    private static readonly DateOnly Day = new(2026, 11, 3);

    [Fact]
    public void What_a_topic_would_change_is_the_mean_of_everything_else_less_the_mean_of_all()
    {
        HeardComment[] comments = [.. Rated("delivery", 20, [1, 2, 1, 3]), .. Rated("billing", 80, [4, 5, 4, 3])];

        var digest = CommentDigest.Of(comments, examples: 0);

        var others = comments.Where(static one => one.Topic != "delivery").Average(static one => one.Rating!.Value);
        var gain = Assert.Single(digest.Gains);
        Assert.True(digest.IsByRating);
        Assert.Equal(2, digest.Compared);
        Assert.Equal(others - comments.Average(static one => one.Rating!.Value), gain.Value, 9);
        Assert.Equal(("delivery", 20L, 15L, 15L), (gain.Topic, gain.Count, gain.Bad, gain.AllBad));
        Assert.True(gain.IsBeyondChance);
        Assert.InRange(gain.Value, gain.Low, gain.High);
        Assert.Equal(ShareInterval.Of(new Share(15, 20)), gain.BadShare);
    }

    /// <summary>Of topics that are all alike at most one of forty looks worse, and of a planted one it is seen.</summary>
    [Fact]
    public void What_is_like_the_others_is_rarely_told_and_what_is_worse_mostly()
    {
        var (compared, told, planted) = (0, 0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            HeardComment[] comments =
            [
                .. Enumerable.Range(0, 400).Select(i => One(
                    i % 8 == 0 ? "planted" : $"topic {i % 8}", i % 8 == 0 ? Math.Max(1, random.Next(0, 5)) : random.Next(2, 6))),
            ];
            var gains = CommentDigest.Of(comments, examples: 0).Gains;
            planted += gains.Any(static gain => gain is { Topic: "planted", IsBeyondChance: true }) ? 1 : 0;

            // without it the others are alike
            var alike = CommentDigest.Of([.. comments.Where(static one => one.Topic != "planted")], examples: 0);
            compared += alike.Compared;
            told += alike.Gains.Count(static gain => gain.IsBeyondChance);
        }

        Assert.True(planted > 195, $"{planted} of 200 were seen");
        Assert.True(told < 0.035 * compared, $"{told} of {compared} look worse by chance");
    }

    [Fact]
    public void Without_ratings_those_that_complain_are_compared()
    {
        HeardComment[] comments =
        [
            .. Sounding("delivery", 12, -0.6), .. Sounding("delivery", 8, 0.6), .. Sounding("billing", 5, -0.6),
            .. Sounding("billing", 45, 0),
        ];

        var digest = CommentDigest.Of(comments, examples: 0);

        var gain = Assert.Single(digest.Gains);
        Assert.False(digest.IsByRating);
        Assert.Equal(20 * ((12.0 / 20) - (5.0 / 50)), gain.Value, 9);
        Assert.Equal(("delivery", 20L, 12L, 17L), (gain.Topic, gain.Count, gain.Bad, gain.AllBad));
        var billing = digest.Topics.Single(static topic => topic.Name == "billing");
        Assert.Equal((5, 45, 0), (billing.Negative, billing.Neutral, billing.Positive));
    }

    [Fact]
    public void Of_few_comments_and_of_those_about_nothing_that_is_known_nothing_is_told()
    {
        HeardComment[] comments =
        [
            .. Rated("delivery", CommentDigest.MinimumCompared - 1, [1]), .. Rated(TopicAnswer.UnsureTopic, 40, [1]),
            .. Rated("billing", 40, [5]),
        ];

        var digest = CommentDigest.Of(comments, examples: 0);

        Assert.Empty(digest.Gains);
        Assert.Equal(1, digest.Compared);
        Assert.Null(digest.Topics.Single(static topic => topic.Name == "delivery").Ratings.Mean!.Low);
        Assert.True(CommentDigest.Of([], examples: 3).IsEmpty);
    }

    [Fact]
    public void Ten_that_gave_the_same_do_not_prove_that_nobody_gives_another()
    {
        var mean = CommentDigest.Of([.. Rated("delivery", 10, [5])], 0).Ratings.Mean!;

        Assert.Equal((5.0, 5.0), (mean.Value, mean.High!.Value));
        Assert.InRange(mean.Low!.Value, 3.9, 4.6);
    }

    [Fact]
    public void What_is_heard_has_a_topic_and_a_sentiment_and_shows_no_number_of_a_person()
    {
        Comment[] comments =
        [
            new("My parcel never arrived, that is terrible. Call me at +49 30 23125 123.", 1, Day, "survey\u0007", "en"),
            new("?!", 5, Day, null, null),
        ];

        var heard = Assert.Single(CommentReader.Read(comments, PackagedModel.Classifier, Desk.Center()));

        Assert.Equal(("delivery", CommentSentiment.Negative, "survey "), (heard.Topic, heard.Sentiment, heard.Source));
        Assert.DoesNotContain("23125", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_counts_comments_of_its_period_and_repeats_none_of_their_words()
    {
        var period = ReportPeriod.Month(Day, TimeZoneInfo.Utc);
        var report = PeriodReport.Of(
            period,
            new ReportSources
            {
                Configuration = Desk.Center(),
                Comments =
                [
                    One("delivery", 1), One("delivery", 1) with { Day = Day.AddMonths(1) }, One("delivery", 1) with { Day = null },
                ],
                Surveys =
                [
                    new Survey("c-1", 2, "That was terrible, #####.", null, "billing", period.From.AddDays(1)),
                    new Survey("c-2", 2, null, null, "billing", period.From.AddDays(1)),
                    new Survey("c-3", 2, "Terrible.", null, "billing", period.From.AddDays(-1)),
                ],
            },
            ServiceLevelFormula.AmazonConnect);

        Assert.Equal((2, 1), (report.Comments.Count, report.Comments.Undated));
        Assert.Equal(["billing", "delivery"], report.Comments.Topics.Select(static topic => topic.Name));
        Assert.Equal(1, report.Comments.Topics[0].Negative);
        Assert.All(report.Comments.Topics, static topic => Assert.Empty(topic.Examples));
    }

    private static IEnumerable<HeardComment> Rated(string topic, int count, int[] ratings) =>
        Enumerable.Range(0, count).Select(i => One(topic, ratings[i % ratings.Length]));

    private static IEnumerable<HeardComment> Sounding(string topic, int count, double score) =>
        Enumerable.Range(0, count).Select(_ => One(topic, null) with { Score = score });

    private static HeardComment One(string topic, int? rating) => new(topic, 0, rating, Day, null, "words");
}
