using System.Globalization;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;
using ContactCenter.Plots;

namespace ContactCenter.Documents.Reports;

/// <summary>What a report says of forecasts: how far off they would have been, and what they say of the next weeks.</summary>
internal static class ReportForecast
{
    private const string Unknown = "\u2013";

    /// <summary>The sections.</summary>
    public static IEnumerable<PaperBlock> Of(PeriodReport report, TimeZoneInfo zone)
    {
        yield return new HeadingBlock(Say.SectionForecast);
        if (report.Forecasts.IsEmpty)
        {
            yield return new TextBlock(Say.ForecastTooFew);
            yield break;
        }

        yield return new TextBlock(Say.ForecastHow);
        yield return Plot(report, zone);
        if (report.Forecasts.Any(static queue => queue.Accuracy is not null))
        {
            yield return Accuracy(report);
        }

        yield return new TextBlock(Say.AgentsNeededHow);
        yield return Weeks(report);
    }

    private static TableBlock Accuracy(PeriodReport report)
    {
        var known = report.Forecasts.Where(static queue => queue.Accuracy is not null)
            .Select(static queue => (Name: queue.Queue, Accuracy: queue.Accuracy!)).ToArray();
        var all = known.Select(static queue => queue.Accuracy).Aggregate(ForecastAccuracy.Add);
        IEnumerable<(string Name, ForecastAccuracy Accuracy)> rows = known.Length > 1 ? known.Append((Say.RowAllQueues, all)) : known;
        return new TableBlock(
            Say.CaptionAccuracy,
            [
                Say.ColumnQueue, Say.ColumnCame, Say.ColumnForecast, Say.ColumnBias, Say.ColumnWape, Say.ColumnFloor, Say.ColumnWapeDays,
            ],
            [
                .. rows.Select(static queue => (IReadOnlyList<string>)
                [
                    queue.Name,
                    PaperWords.Whole(queue.Accuracy.Counted),
                    PaperWords.Whole(queue.Accuracy.Forecast),
                    (queue.Accuracy.Bias < 0 ? "\u2212" : "+") + PaperWords.Percent(Math.Abs(queue.Accuracy.Bias)),
                    PaperWords.Percent(queue.Accuracy.Wape),
                    PaperWords.Percent(queue.Accuracy.Floor),
                    PaperWords.Percent(queue.Accuracy.WapeOfDays),
                ]),
            ])
        {
            NumbersFrom = 1,
        };
    }

    private static TableBlock Weeks(PeriodReport report) => new(
        Say.CaptionWeeks,
        [Say.ColumnQueue, Say.ColumnWeekFrom, Say.ColumnExpected, Say.ColumnBusiest, Say.ColumnPeakAgents, Say.ColumnAgentHours],
        [
            .. report.Forecasts.SelectMany(static queue => queue.Weeks.Select(week => (IReadOnlyList<string>)
            [
                queue.Queue,
                PaperWords.Day(week.FirstDay),
                PaperWords.Whole(week.Contacts),
                week.BusiestAt is { } at
                    ? $"{PaperWords.Day(week.BusiestDay)} {at.ToString("HH:mm", CultureInfo.InvariantCulture)}"
                    : PaperWords.Day(week.BusiestDay),
                week.PeakAgents is { } most ? PaperWords.Whole(most) : Unknown,
                week.AgentHours is { } hours ? PaperWords.Whole(hours) : Unknown,
            ])),
        ])
    {
        NumbersFrom = 2,
    };

    private static PlotBlock Plot(PeriodReport report, TimeZoneInfo zone)
    {
        var days = report.Forecasts.SelectMany(static queue => queue.Days).GroupBy(static day => day.Day)
            .Select(static day => (
                day.Key,
                Counted: day.Any(static one => one.Counted is null) ? null : day.Sum(static one => one.Counted),
                Forecast: day.Sum(static one => one.Forecast)))
            .OrderBy(static day => day.Key).ToArray();
        return new PlotBlock(
            new LinePlot(
                new PlotFrame(
                    "report-forecast", Say.PlotForecastTitle,
                    Say.PlotForecastDescription(PaperWords.Whole(days.Where(static day => day.Counted is null)
                        .Sum(static day => day.Forecast))))
                {
                    Words = PaperWords.OfPlots,
                },
                Say.PlotDaysUnit,
                zone,
                [
                    new PlotSeries(
                        Say.PlotOffered, [.. days.Select(day => new PlotPoint(ReportQueues.Noon(day.Key, zone), day.Counted))]),
                    new PlotSeries(
                        Say.PlotForecast,
                        [.. days.Select(day => new PlotPoint(ReportQueues.Noon(day.Key, zone), Math.Round(day.Forecast)))]),
                ])
            {
                IsWhole = true,
            }.ToSvg(),
            Say.PlotForecastCaption);
    }
}
