using System.Xml.Linq;
using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Reporting;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Tests.Classification;

public class TrainingReportPageTests
{
    private static readonly TrainingReport Report = TinyModel.Trained.Report;

    [Fact]
    public void Page_holds_both_plots_and_every_topic()
    {
        var page = TrainingReportPage.Render(Report);
        Assert.Contains(ReliabilityPlot.Render(Report.HeldOut.Reliability), page, StringComparison.Ordinal);
        Assert.Contains(ConfusionPlot.Render(Report.Card.Topics, Report.ConfusionCounts), page, StringComparison.Ordinal);
        Assert.All(Report.Card.Topics, topic => Assert.Contains($"<td>{topic}</td>", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Plots_are_well_formed()
    {
        Assert.Equal("svg", XElement.Parse(ReliabilityPlot.Render(Report.HeldOut.Reliability)).Name.LocalName);
        Assert.Equal("svg", XElement.Parse(ConfusionPlot.Render(Report.Card.Topics, Report.ConfusionCounts)).Name.LocalName);
    }

    [Fact]
    public void Texts_and_topics_are_encoded()
    {
        var hostile = Report with
        {
            Warnings = [new DatasetWarning(DatasetWarningKind.EmptyText, "<script>alert(1)</script>")],
            Confusions = [new TopicConfusion("<a>", "\"b\"", 1, ["<img src=x>"])],
            Card = Report.Card with { Topics = ["<i>", "b", "c"] },
        };
        var page = TrainingReportPage.Render(hostile);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_refers_to_nothing_outside() =>
        Assert.DoesNotContain(
            "http",
            TrainingReportPage.Render(Report).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
}
