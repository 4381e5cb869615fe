using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reports;

/// <summary>
/// What a report says of customers: what they were in touch about and what they thought. Nothing that anybody said: that is read in the
/// console, where it can be erased.
/// </summary>
internal static class ReportCustomers
{
    private const int MaximumTopics = 20;
    private const string Unknown = "\u2013";

    /// <summary>The section; nothing where nothing is known.</summary>
    public static IEnumerable<PaperBlock> Of(CustomerSection customers)
    {
        if (customers.IsEmpty)
        {
            yield break;
        }

        yield return new HeadingBlock(Say.SectionCustomers);
        yield return new TextBlock(Said(customers));
        if (!customers.Topics.IsEmpty)
        {
            yield return new TextBlock(Say.CustomersHow);
            yield return Topics(customers);
        }
    }

    private static string Said(CustomerSection customers)
    {
        var (now, before) = (customers.Satisfaction, customers.Before);
        var satisfied = now.Interval is { } interval
            ? Say.CustomersSatisfied(
                ReportPaper.Percent(now.Share), PaperWords.Whole(now.Satisfied), PaperWords.Whole(now.Rated),
                PaperWords.Percent(interval.Low), PaperWords.Percent(interval.High))
            : Say.CustomersSilent;
        var change = now.Rated >= CustomerSection.MinimumRated && before.Rated >= CustomerSection.MinimumRated
            ? " " + Say.CustomersBefore(ReportPaper.Percent(before.Share), PaperWords.Whole(before.Rated))
            : "";
        var understood = customers.NotUnderstood.Of > 0
            ? " " + Say.CustomersNotUnderstood(ReportPaper.Percent(customers.NotUnderstood), PaperWords.Whole(customers.NotUnderstood.Of))
            : "";
        var first = customers.First.Of > 0
            ? " " + Say.CustomersFirst(
                ReportPaper.Percent(customers.First), PaperWords.Whole(customers.First.Met), PaperWords.Whole(customers.First.Of),
                PaperWords.Whole(CallerKey.Remembered.TotalDays))
                + (customers.FirstBefore.Of > 0 ? " " + Say.CustomersFirstBefore(ReportPaper.Percent(customers.FirstBefore)) : "")
            : "";
        var cut = customers.IsCut ? " " + Say.CustomersCut(PaperWords.Whole(CustomerSection.MaximumSurveys)) : "";
        return satisfied + change + first + understood + cut;
    }

    private static TableBlock Topics(CustomerSection customers) => new(
        Say.SectionCustomers,
        [
            Say.ColumnTopic, Say.ColumnContacts, Say.ColumnContactsBefore, Say.ColumnSentiment, Say.ColumnSatisfied,
            Say.ColumnNotSatisfied, Say.ColumnRated, Say.ColumnAgain,
        ],
        [
            .. customers.Topics.Take(MaximumTopics).Select(static topic => (IReadOnlyList<string>)
            [
                topic.Topic,
                topic.Contacts > 0 ? PaperWords.Whole(topic.Contacts) : Unknown,
                topic.Before is { } before ? PaperWords.Whole(before) : Unknown,
                topic.Sentiment is { } sentiment ? PaperWords.Hundredth(sentiment) : Unknown,
                ReportPaper.Percent(topic.Satisfaction.Share),
                PaperWords.Whole(topic.Satisfaction.Rated - topic.Satisfaction.Satisfied),
                PaperWords.Whole(topic.Satisfaction.Rated),
                ReportPaper.Percent(topic.Again),
            ]),
        ])
    {
        NumbersFrom = 1,
    };
}
