using System.Globalization;
using ContactCenter.Plots;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Contacts;

/// <summary>What happened in a queue, as plots.</summary>
internal static class ContactPlots
{
    /// <summary>
    /// How many come in an hour, on average, by weekday and hour of the reader; hours of which nothing is known are empty.
    /// </summary>
    public static string Week(ContactsModel model, PageReader reader)
    {
        var cells = model.Half
            .Select(half => (Local: TimeZoneInfo.ConvertTime(half.At, reader.Zone), half.In(model.Channel).Offered))
            .Where(static half => half.Offered is not null)
            .GroupBy(static half => (Weekday(half.Local), half.Local.Hour))
            .ToDictionary(
                static cell => cell.Key,
                static cell => (double?)cell.Sum(static half => half.Offered!.Value)
                    / cell.Select(static half => half.Local.Date).Distinct().Count());
        var busiest = cells.Count == 0 ? default : cells.MaxBy(static cell => cell.Value).Key;
        return new HeatMap(
            new PlotFrame(
                "plot-week",
                Say.PlotWeekTitle(Words.Of(model.Channel), model.Queue!),
                Say.PlotWeekDescription(
                    Say.Days.Split(' ')[busiest.Item1], busiest.Item2.ToString("00", CultureInfo.InvariantCulture),
                    $"{cells.GetValueOrDefault(busiest) ?? 0:0}"))
            {
                Words = PageReader.PlotWords,
            },
            Say.PlotWeekUnit,
            (day, hour) => cells.GetValueOrDefault((day, hour))).ToSvg();
    }

    /// <summary>
    /// The service level of each of the last days on which somebody was in the queue; what is below the target is marked.
    /// </summary>
    public static string Levels(ContactsModel model, PageReader reader)
    {
        PlotBar[] bars =
        [
            .. model.Half.GroupBy(half => TimeZoneInfo.ConvertTime(half.At, reader.Zone).Date)
                .OrderByDescending(static day => day.Key)
                .Select(day => (day.Key, Sum: new ChannelSum(model.Channel, [.. day.Select(half => half.In(model.Channel))])))
                .Where(static day => day.Sum.Queued > 0)
                .Take(14)
                .Select(day => (day.Key, Level: 100.0 * day.Sum.Within / day.Sum.Queued, day.Sum.Queued))
                .Select(day => new PlotBar(
                    $"{PageReader.Day(new DateTimeOffset(day.Key, TimeSpan.Zero))} (n = {day.Queued})", day.Level, day.Level < model.Target)),
        ];
        return new BarPlot(
            new PlotFrame(
                "plot-levels",
                Say.PlotLevelsTitle(Words.Of(model.Channel), model.Queue!),
                Say.PlotLevelsDescription($"{bars.Count(static bar => bar.IsMarked)}", $"{bars.Length}"))
            {
                Words = PageReader.PlotWords,
            },
            "%",
            bars)
        {
            Maximum = 100,
        }.ToSvg();
    }

    private static int Weekday(DateTimeOffset local) => ((int)local.DayOfWeek + 6) % 7;
}
