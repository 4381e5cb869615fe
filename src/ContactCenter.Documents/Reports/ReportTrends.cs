using System.Globalization;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;
using ContactCenter.Plots;

namespace ContactCenter.Documents.Reports;

/// <summary>What a report says of what goes up or down over weeks, and of the limits that are near.</summary>
internal static class ReportTrends
{
    private const string Unknown = "\u2013";

    /// <summary>More plots are only a row of the table.</summary>
    private const int MaximumPlots = 4;

    /// <summary>Farther away from all values a limit would press the line flat.</summary>
    private const double NearLimit = 3;

    private const int Height = 200;

    /// <summary>The section.</summary>
    public static IEnumerable<PaperBlock> Of(PeriodReport report)
    {
        yield return new HeadingBlock(Say.SectionTrends);
        if (report.DaysKept == 0)
        {
            yield return new TextBlock(Say.TrendsOff);
            yield break;
        }

        if (report.Trends.IsEmpty)
        {
            yield return new TextBlock(Say.TrendsNone(PaperWords.Whole(report.DaysKept)));
            yield break;
        }

        yield return new TextBlock(Say.TrendsHow(PaperWords.Whole(report.DaysKept)));
        foreach (var (i, trend) in report.Trends.Take(MaximumPlots).Index())
        {
            yield return new PlotBlock(Plot(trend, i), PaperWords.Said(trend.Sentence));
        }

        yield return new TableBlock(
            Say.SectionTrends,
            [Say.ColumnSeries, Say.ColumnTrendLevel, Say.ColumnInMonth, Say.ColumnRange, Say.ColumnLimit, Say.ColumnDaysLeft],
            [
                .. report.Trends.Select(static trend => (IReadOnlyList<string>)
                [
                    PaperWords.Said(trend.Label) + (trend.IsTold ? $" ({Say.TrendTold})" : ""),
                    Number(trend.Level),
                    Signed(trend.PercentInMonth),
                    $"{Signed(trend.LowPercentInMonth)} … {Signed(trend.HighPercentInMonth)}",
                    trend.Limit is { } limit ? Number(limit) : Unknown,
                    DaysLeft(trend),
                ]),
            ])
        {
            NumbersFrom = 1,
        };
    }

    /// <summary>What was told and goes on, a line each, for a message.</summary>
    public static IEnumerable<string> Lines(PeriodReport report) =>
        report.Trends.Where(static trend => trend.IsTold).Select(static trend => Say.TrendLine(PaperWords.Said(trend.Sentence)));

    private static string DaysLeft(TrendSection trend) => trend.DaysUntilLimit is not { } days ? Unknown
        : trend.LatestDays is { } latest
            ? Say.TrendDays(PaperWords.Whole(days), PaperWords.Whole(trend.SoonestDays!.Value), PaperWords.Whole(latest))
            : Say.TrendDaysPerhaps(PaperWords.Whole(days), PaperWords.Whole(trend.SoonestDays!.Value));

    private static string Plot(TrendSection trend, int number)
    {
        var (label, known) = (PaperWords.Said(trend.Label), trend.Days.ToDictionary(static day => day.Day, static day => day.Value));
        var points = Enumerable.Range(trend.Days[0].Day.DayNumber, trend.Days[^1].Day.DayNumber - trend.Days[0].Day.DayNumber + 1)
            .Select(DateOnly.FromDayNumber)
            .Select(day => new PlotPoint(
                new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), known.TryGetValue(day, out var value) ? value : null));
        return new LinePlot(
            new PlotFrame(
                string.Create(CultureInfo.InvariantCulture, $"report-trend-{number}"), label, PaperWords.Said(trend.Sentence))
            {
                Words = PaperWords.OfPlots,
                Height = Height,
            },
            "",
            TimeZoneInfo.Utc,
            [new PlotSeries(label, [.. points])])
        {
            Threshold = trend.Limit is { } limit && limit <= NearLimit * trend.Days.Max(static day => Math.Abs(day.Value))
                ? new PlotThreshold(limit, Say.TrendLimit)
                : null,
        }.ToSvg();
    }

    private static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => PaperWords.Whole(value),
        >= 10 => PaperWords.Tenth(value),
        _ => PaperWords.Hundredth(value),
    };

    private static string Signed(double percent) => (percent < 0 ? "\u2212" : "+") + PaperWords.Percent(Math.Abs(percent) / 100);
}
