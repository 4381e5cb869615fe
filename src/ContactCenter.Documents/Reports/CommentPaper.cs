using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reports;

/// <summary>What customers wrote, as a document: what would help most, then topics with how their comments sound.</summary>
public static class CommentPaper
{
    private const string Unknown = "\u2013";

    /// <summary>So many topics stand in a list of what would help; the table has all.</summary>
    private const int MaximumGains = 5;

    private const int MaximumTopics = 40;

    /// <summary>Writes it.</summary>
    public static Paper Of(CommentDigest digest, PaperReader reader)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(reader);
        Spoken.Speak(reader.Language);
        return new Paper(Say.CommentsTitle, Spoken.Now.Language, [.. Blocks(digest), .. Examples(digest)]);
    }

    /// <summary>The section of a report; nothing where nothing was written.</summary>
    internal static IEnumerable<PaperBlock> SectionOf(CommentDigest digest) => digest.IsEmpty && digest.Undated == 0
        ? []
        :
        [
            new HeadingBlock(Say.CommentsTitle),
            .. digest.IsEmpty ? [] : Blocks(digest),
            .. digest.Undated > 0 ? [new TextBlock(Say.CommentsUndated(PaperWords.Whole(digest.Undated)))] : Array.Empty<PaperBlock>(),
        ];

    private static IEnumerable<PaperBlock> Blocks(CommentDigest digest)
    {
        yield return new TextBlock(Lead(digest), IsLead: true);
        if (digest.IsEmpty)
        {
            yield break;
        }

        string[] gains =
        [
            .. digest.Gains.Where(static gain => gain.IsBeyondChance).Take(MaximumGains).Select(gain => Sentence(gain, digest)),
        ];
        yield return gains.Length > 0 ? new ListBlock(gains) : new TextBlock(
            digest.Compared == 0 ? Say.CommentsTooFew(PaperWords.Whole(CommentDigest.MinimumCompared)) : Say.CommentsNothing);
        yield return new TextBlock(
            (digest.Compared > 0 ? Say.CommentsCompared(PaperWords.Whole(digest.Compared)) + " " : "") + Say.CommentsNoCause);
        yield return Groups(Say.CommentsCaption, Say.ColumnTopic, digest.Topics.Take(MaximumTopics));
        if (!digest.Sources.IsEmpty)
        {
            yield return Groups(Say.CommentsSources, Say.ColumnSource, digest.Sources.Take(MaximumTopics));
        }
    }

    private static string Lead(CommentDigest digest)
    {
        if (digest.IsEmpty)
        {
            return Say.CommentsNone;
        }

        var unknown = digest.Topics.Where(static topic => !TopicAnswer.IsTopic(topic.Name)).Sum(static topic => topic.Count);
        return string.Join(
            ' ',
            new[]
            {
                digest is { FirstDay: { } first, LastDay: { } last }
                    ? Say.CommentsBetween(PaperWords.Whole(digest.Count), PaperWords.Day(first), PaperWords.Day(last))
                    : Say.CommentsCounted(PaperWords.Whole(digest.Count)),
                digest.Ratings.Mean is { } mean
                    ? Say.CommentsRated(PaperWords.Whole(mean.Count), Mean(mean), PaperWords.Whole(digest.Ratings.Low))
                    : Say.CommentsUnrated,
                unknown > 0 ? Say.CommentsUnknown(PaperWords.Whole(unknown)) : "",
            }.Where(static sentence => sentence.Length > 0));
    }

    private static string Sentence(CommentGain gain, CommentDigest digest)
    {
        var (low, high) = (PaperWords.Percent(gain.BadShare.Low), PaperWords.Percent(gain.BadShare.High));
        var bad = PaperWords.Percent((double)gain.Bad / gain.Count);
        return digest.IsByRating
            ? Say.GainOfRating(
                Name(gain.Topic), PaperWords.Whole(gain.Bad), PaperWords.Whole(gain.Count), bad, low, high,
                PaperWords.Percent(gain.AllBad == 0 ? 0 : (double)gain.Bad / gain.AllBad), PaperWords.Hundredth(gain.Value),
                PaperWords.Hundredth(gain.Low), PaperWords.Hundredth(gain.High))
            : Say.GainOfSentiment(
                Name(gain.Topic), PaperWords.Whole(gain.Bad), PaperWords.Whole(gain.Count), bad, low, high,
                PaperWords.Tenth(gain.Value), PaperWords.Tenth(gain.Low), PaperWords.Tenth(gain.High));
    }

    private static TableBlock Groups(string caption, string first, IEnumerable<CommentGroup> groups) => new(
        caption,
        [
            first, Say.ColumnComments, Say.ColumnNegative, Say.ColumnNeutral, Say.ColumnPositive, Say.ColumnNegativeShare, Say.ColumnRated,
            Say.ColumnLowRated, Say.ColumnMeanRating,
        ],
        [
            .. groups.Select(static group => (IReadOnlyList<string>)
            [
                Name(group.Name),
                PaperWords.Whole(group.Count),
                PaperWords.Whole(group.Negative),
                PaperWords.Whole(group.Neutral),
                PaperWords.Whole(group.Positive),
                ReportPaper.Percent(group.NegativeShare),
                PaperWords.Whole(group.Ratings.Count),
                PaperWords.Whole(group.Ratings.Low),
                group.Ratings.Mean is { } mean ? Mean(mean) : Unknown,
            ]),
        ])
    {
        NumbersFrom = 1,
    };

    private static IEnumerable<PaperBlock> Examples(CommentDigest digest)
    {
        CommentGroup[] shown = [.. digest.Topics.Where(static topic => !topic.Examples.IsEmpty).Take(MaximumTopics)];
        return shown.Length == 0
            ? []
            :
            [
                new HeadingBlock(Say.CommentsExamples),
                new TextBlock(Say.CommentsExamplesHow),
                new TableBlock(
                    Say.CommentsExamples,
                    [Say.ColumnTopic, Say.ColumnComment],
                    [.. shown.SelectMany(static topic => topic.Examples.Select(text => (IReadOnlyList<string>)[Name(topic.Name), text]))]),
            ];
    }

    private static string Mean(Estimate mean) => mean is { Low: { } low, High: { } high }
        ? Say.MeanRange(PaperWords.Tenth(mean.Value), PaperWords.Tenth(low), PaperWords.Tenth(high))
        : PaperWords.Tenth(mean.Value);

    private static string Name(string group) => group switch
    {
        "" => Unknown,
        TopicAnswer.UnsureTopic => Say.TopicUnsure,
        TopicAnswer.OutOfScopeTopic => Say.TopicOutside,
        TopicAnswer.MenuTopic => Say.TopicMenu,
        var topic => topic,
    };
}
