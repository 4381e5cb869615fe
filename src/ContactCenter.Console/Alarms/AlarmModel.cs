using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Core.Api.Alarms;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Plots;
using ContactCenter.Web.Incidents;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Alarms;

/// <summary>What the page of one alarm shows.</summary>
public sealed record AlarmModel
{
    /// <summary>Days of which its changes are shown.</summary>
    public const int Days = 28;

    /// <summary>So many changes are listed; all of them are in the plot.</summary>
    public const int MaximumChanges = 50;

    private const int MaximumRecords = 10;

    /// <summary>The alarm.</summary>
    public required AlarmView Alarm { get; init; }

    /// <summary>Incidents of this month and the last in which it took part, the newest first.</summary>
    public required IReadOnlyList<IncidentRecord> Records { get; init; }

    /// <summary>The runbook; null: the center has one of its own.</summary>
    public RunbookPage? Runbook { get; init; }

    /// <summary>Another threshold that somebody is about to set; null: nobody.</summary>
    public Wish? Wish { get; init; }

    /// <summary>The threshold that advice has, filled in for whoever comes from there; null: nobody does.</summary>
    public double? Advised { get; init; }

    /// <summary>A threshold of an address; null: there is none, or it is no number.</summary>
    internal static double? ThresholdOf(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var threshold) && double.IsFinite(threshold)
            ? threshold : null;

    /// <summary>Asks for it.</summary>
    internal static async Task<(AlarmModel? Model, Problem? Problem)> LoadAsync(Answers answers, string? name)
    {
        var (list, problem) = await answers.GetAsync(
            "/alarms", ConsoleJson.Default.AlarmList, ("name", string.IsNullOrEmpty(name) ? "?" : name), ("days", $"{Days}"));
        if (list is null)
        {
            return (null, problem);
        }

        var alarm = list.Items[0];
        var (page, _) = alarm.Incidents == 0
            ? default
            : await answers.GetAsync("/history/incidents", ConsoleJson.Default.RecordPage, ("text", alarm.Name), ("limit", "50"));
        return (new AlarmModel
        {
            Alarm = alarm,
            Records =
            [
                .. (page?.Items ?? []).Where(record => record.Alarms.Any(one => one.Name == alarm.Name)).Take(MaximumRecords),
            ],
            Runbook = RunbookPage.Find(alarm.Runbook),
        }, null);
    }

    /// <summary>When it turned red, by weekday and hour of the reader; null where it never did.</summary>
    public static string? Plot(AlarmView alarm, PageReader reader)
    {
        var reds = (alarm.Changes ?? []).Where(static change => change.State == AlarmState.Alarm)
            .Select(change => TimeZoneInfo.ConvertTime(change.At, reader.Zone))
            .GroupBy(static local => (((int)local.DayOfWeek + 6) % 7, local.Hour))
            .ToDictionary(static cell => cell.Key, static cell => (double?)cell.Count());
        return reds.Count == 0
            ? null
            : new HeatMap(
                new PlotFrame("plot-reds", Say.PlotRedsTitle, Say.PlotRedsDescription($"{reds.Values.Sum()}", $"{Days}"))
                {
                    Words = PageReader.PlotWords,
                },
                "",
                (day, hour) => reds.GetValueOrDefault((day, hour)) ?? 0).ToSvg();
    }

    /// <summary>How often it turned red on each of some days; null where it never did.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="place">Which of the page it is.</param>
    public static string? Spark(AlarmView alarm, int place) => alarm.Reds.Sum() is var sum && sum == 0
        ? null
        : new Sparkline(
            new PlotFrame($"reds-{place}", Say.RedsTitle($"{sum}", $"{alarm.Reds.Count}"), ""),
            [.. alarm.Reds.Select(static count => (double?)count)]).ToSvg();

    /// <summary>Another threshold as the API reads it; null: a number or a time cannot be read.</summary>
    internal static JsonObject? Body(Filled filled, PageReader reader)
    {
        var written = filled.Text("threshold")?.Replace(',', '.');
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var threshold)
            || !double.IsFinite(threshold)
            || (filled.Text("until") is not null && filled.Time("until", reader.Zone) is null))
        {
            return null;
        }

        var body = new JsonObject
        {
            ["type"] = "threshold",
            ["alarm"] = filled.Text("alarm"),
            ["resource"] = filled.Text("resource"),
            ["threshold"] = threshold,
            ["reason"] = filled.Text("reason") ?? "",
        };
        if (filled.Time("until", reader.Zone) is { } until)
        {
            body["until"] = Answers.Time(until);
        }

        return body;
    }
}
