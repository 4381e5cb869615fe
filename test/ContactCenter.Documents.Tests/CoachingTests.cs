using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Reports;

namespace ContactCenter.Documents.Tests;

/// <summary>Hints for coaching in every format of a report.</summary>
public sealed class CoachingTests
{
    private static readonly CoachingSection Coaching = new()
    {
        Groups = 2,
        SmallGroups = 1,
        LeftOut = 17,
        Figures =
        [
            new CoachingFigure("Savings", "Cards 1", CoachingMeasure.Handling, new Estimate(412, 220, 400, 424))
            {
                Topics = ["card_lost"], Own = 350, Others = new Estimate(350, 900, 344, 356),
            },
            new CoachingFigure("Cards", "<b>Cards</b>", CoachingMeasure.Transferred, new Estimate(0.1, 220, 0.07, 0.14)),
        ],
    };

    [Fact]
    public void A_hint_is_a_sentence_with_how_many_and_between_what_in_both_languages()
    {
        Assert.Contains(
            "Savings, Cards 1 (card_lost): handling 412 s (of 220), the other groups 350 s (of 900); "
                + "the difference is between 49 s and 75 s.",
            Text(".html", "en").Replace('\u00a0', ' '),
            StringComparison.Ordinal);
        Assert.Contains("die anderen Gruppen", Text(".html", "de"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_page_has_the_hint_and_the_table_has_what_is_none()
    {
        Assert.Contains("Worth coaching: Savings", Text(".txt", "en"), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Cards&lt;/b&gt;", Text(".html", "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_with_numbers_have_each_figure_with_its_count_and_range()
    {
        var csv = Text(".csv", "en");

        Assert.Contains("coaching,Savings Cards 1,handling,412,,\n", csv, StringComparison.Ordinal);
        Assert.Contains("coaching,Savings Cards 1,handlingOthersCount,900,,\n", csv, StringComparison.Ordinal);
        Assert.Contains("coaching,Savings Cards 1,handlingHint,1,,\n", csv, StringComparison.Ordinal);
        Assert.Contains("\"measure\": \"handling\"", Text(".json", "en"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(".html")]
    [InlineData(".md")]
    [InlineData(".csv")]
    [InlineData(".txt")]
    public void Where_nobody_has_switched_it_on_no_format_speaks_of_it(string ending) => Assert.DoesNotContain(
        "coaching", ReportFiles.Text(Report(null), ending, new PaperReader("en", TimeZoneInfo.Utc)), StringComparison.OrdinalIgnoreCase);

    private static string Text(string ending, string language) =>
        ReportFiles.Text(Report(Coaching), ending, new PaperReader(language, TimeZoneInfo.Utc));

    private static PeriodReport Report(CoachingSection? coaching) => new()
    {
        FirstDay = new DateOnly(2026, 11, 1),
        LastDay = new DateOnly(2026, 11, 30),
        Kind = PeriodKind.Month,
        Formula = ServiceLevelFormula.AmazonConnect,
        Totals = new QueueTotals(),
        Before = new QueueTotals(),
        Coaching = coaching,
    };
}
