using System.Globalization;
using ContactCenter.Core.Api.Forecasts;
using ContactCenter.Plots;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Trends;

/// <summary>How series went, as plots.</summary>
internal static class TrendPlots
{
    /// <summary>Farther away from all values a limit would press the line flat.</summary>
    private const double NearLimit = 3;

    private const int Height = 200;

    /// <summary>A series by the day, with its limit where that is near enough to be drawn.</summary>
    public static string Days(TrendView one, int number) => new LinePlot(
        new PlotFrame(
            string.Create(CultureInfo.InvariantCulture, $"plot-trend-{number}"),
            one.Label,
            one.Sentence ?? one.Label)
        {
            Words = PageReader.PlotWords,
            Height = Height,
        },
        "",
        TimeZoneInfo.Utc,
        [new PlotSeries(one.Label, [.. Filled(one)])])
    {
        Threshold = one.Limit is { } limit && limit <= NearLimit * one.Days.Max(static day => Math.Abs(day.Value))
            ? new PlotThreshold(limit, Say.TrendLimit)
            : null,
    }.ToSvg();

    /// <summary>The same as high as its text.</summary>
    public static string Spark(TrendView one, int number) => new Sparkline(
        new PlotFrame(
            string.Create(CultureInfo.InvariantCulture, $"spark-trend-{number}"),
            one.Label,
            Say.SparkTrendDescription(
                Number(one.Days.Min(static day => day.Value)), Number(one.Days.Max(static day => day.Value))))
        {
            Words = PageReader.PlotWords,
        },
        [.. Filled(one).Select(static point => point.Value)]).ToSvg();

    /// <summary>A number as it is measured: three digits, or whole.</summary>
    public static string Number(double value) => Spoken.Now.Number(Math.Abs(value) >= 100
        ? value.ToString("#,##0", CultureInfo.InvariantCulture)
        : value.ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>Where it stands; of what is counted in whole things nobody has a part of one.</summary>
    public static string Level(TrendView one) => one.Level is { } level && one.Days.All(static day => double.IsInteger(day.Value))
        ? Number(Math.Round(level))
        : Number(one.Level ?? one.Days[^1].Value);

    /// <summary>Each day from the first to the last; one of which nothing is known is a gap.</summary>
    private static IEnumerable<PlotPoint> Filled(TrendView one)
    {
        var known = one.Days.ToDictionary(static day => day.Day, static day => day.Value);
        for (var day = one.Days[0].Day; day <= one.Days[^1].Day; day = day.AddDays(1))
        {
            yield return new(
                new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), known.TryGetValue(day, out var value) ? value : null);
        }
    }
}
