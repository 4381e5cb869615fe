using System.Globalization;
using ContactCenter.Core.Api.Forecasts;
using ContactCenter.Plots;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Forecasts;

/// <summary>What is expected of a queue, as plots.</summary>
internal static class ForecastPlots
{
    /// <summary>Two weeks of half hours need the width of the page.</summary>
    private const int Width = 1100;

    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    /// <summary>What came and what is expected in the first days, with how far it may be off.</summary>
    public static string FirstDays(ForecastModel model, PageReader reader)
    {
        var items = model.FirstDays(reader.Zone);
        var busiest = items.Where(item => item.At + HalfHour > reader.Now).DefaultIfEmpty(items[^1]).MaxBy(static item => item.Expected)!;
        return Contacts(
            model,
            reader,
            items,
            "plot-first-days",
            Say.PlotFirstDaysTitle(Words.Of(model.Channel), model.Queue!),
            Say.PlotFirstDaysDescription(
                reader.Clock(busiest.At), Whole(busiest.Expected), Whole(busiest.Low90), Whole(busiest.High90)));
    }

    /// <summary>The same of all days.</summary>
    public static string AllDays(ForecastModel model, PageReader reader)
    {
        var busiest = model.Days(reader.Zone).MaxBy(static day => day.Sum(static item => item.Expected))!;
        return Contacts(
            model,
            reader,
            model.Forecast!.Items,
            "plot-all-days",
            Say.PlotAllDaysTitle(Words.Of(model.Channel), model.Queue!),
            Say.PlotAllDaysDescription(
                PageReader.Day(new DateTimeOffset(busiest.Key, TimeOnly.MinValue, TimeSpan.Zero)),
                Whole(busiest.Sum(static item => item.Expected))));
    }

    /// <summary>The agents that the first days need, beside those whom the plan has.</summary>
    public static string Agents(ForecastModel model, PageReader reader)
    {
        var items = model.FirstDays(reader.Zone);
        PlotSeries needed = new(Say.PlotNeeded, [.. Parted(items, static item => new PlotPoint(item.At, item.Heads), Gap)]);
        PlotSeries planned = new(Say.PlotPlanned, [.. Parted(items, static item => new PlotPoint(item.At, item.Scheduled), Gap)]);
        var most = items.Where(static item => item.Heads is not null).MaxBy(static item => item.Heads);
        return new LinePlot(
            new PlotFrame(
                "plot-agents",
                Say.PlotAgentsTitle(model.Queue!),
                most is null ? Say.PlotAgentsTitle(model.Queue!) : Say.PlotAgentsDescription($"{most.Heads}", reader.Clock(most.At)))
            {
                Words = PageReader.PlotWords,
                Width = Width,
            },
            Say.PlotAgentsUnit,
            reader.Zone,
            items.Any(static item => item.Scheduled is not null) ? [needed, planned] : [needed])
        {
            IsWhole = true,
        }.ToSvg();
    }

    private static string Contacts(
        ForecastModel model, PageReader reader, IReadOnlyList<ForecastItem> items, string id, string title, string description)
    {
        PlotSeries expected = new(Say.PlotExpected, [.. Parted(items, static item => new PlotPoint(item.At, item.Expected), Gap)]);
        PlotSeries came = new(Say.PlotOffered, [.. Parted(items, static item => new PlotPoint(item.At, item.Came), Gap)]);
        return new LinePlot(
            new PlotFrame(id, title, description) { Words = PageReader.PlotWords, Width = Width },
            Words.Of(model.Channel),
            reader.Zone,
            items.Any(static item => item.Came is not null) ? [expected, came] : [expected])
        {
            Band = [.. Parted(items, static item => new BandPoint(item.At, item.Low90, item.High90), NoBand)],
            InnerBand = [.. Parted(items, static item => new BandPoint(item.At, item.Low50, item.High50), NoBand)],
        }.ToSvg();
    }

    /// <summary>Between two days is a gap, and no line that nobody has forecast.</summary>
    private static IEnumerable<T> Parted<T>(
        IReadOnlyList<ForecastItem> items, Func<ForecastItem, T> point, Func<DateTimeOffset, T> gap)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0 && items[i].At - items[i - 1].At > HalfHour)
            {
                yield return gap(items[i - 1].At + HalfHour);
            }

            yield return point(items[i]);
        }
    }

    private static PlotPoint Gap(DateTimeOffset at) => new(at, null);

    private static BandPoint NoBand(DateTimeOffset at) => new(at, double.NaN, double.NaN);

    private static string Whole(double value) => Spoken.Now.Number(value.ToString("#,##0", CultureInfo.InvariantCulture));
}
