using System.Text.Json;
using ContactCenter.Core.Api.Forecasts;
using ContactCenter.Core.Common;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Forecasts;

/// <summary>What the page of the forecast shows.</summary>
public sealed record ForecastModel
{
    /// <summary>Half hours that the table of the next hours has.</summary>
    private const int HalfHoursShown = 16;

    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    /// <summary>The queues, in the order of the file.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>The queue that is looked at; null: there is none.</summary>
    public string? Queue { get; init; }

    /// <summary>The channel.</summary>
    public ContactChannel Channel { get; init; }

    /// <summary>Its forecast; null where there is no queue.</summary>
    public ForecastView? Forecast { get; init; }

    /// <summary>Asks for it.</summary>
    internal static async Task<(ForecastModel? Model, Problem? Problem)> LoadAsync(Answers answers, string? queue, string? channel)
    {
        var (list, problem) = await answers.GetAsync("/queues", ConsoleJson.Default.QueueList);
        if (list is null)
        {
            return (null, problem);
        }

        var model = new ForecastModel { Queues = [.. list.Items.Select(static one => one.Name)] };
        if ((model.Queues.Contains(queue) ? queue : (model.Queues.Count > 0 ? model.Queues[0] : null)) is not { } chosen)
        {
            return (model, null);
        }

        var wanted = Enum.TryParse<ContactChannel>(channel, ignoreCase: true, out var read) && Enum.IsDefined(read)
            ? read
            : ContactChannel.Voice;
        var (forecast, unknown) = await answers.GetAsync(
            "/forecast",
            ConsoleJson.Default.ForecastView,
            ("queue", chosen),
            ("channel", JsonNamingPolicy.CamelCase.ConvertName($"{wanted}")));
        return forecast is null ? (null, unknown) : (model with { Queue = chosen, Channel = wanted, Forecast = forecast }, null);
    }

    /// <summary>The half hours that somebody can still do something about: the one that runs, and the next hours.</summary>
    internal IReadOnlyList<ForecastItem> Next(DateTimeOffset now) =>
        [.. Forecast!.Items.Where(item => item.At + HalfHour > now && item.At < now + (HalfHoursShown * HalfHour))];

    /// <summary>The half hours of the first two days, by the clock of the reader.</summary>
    internal IReadOnlyList<ForecastItem> FirstDays(TimeZoneInfo zone) =>
        [.. Days(zone).Take(2).SelectMany(static day => day)];

    /// <summary>The half hours by day.</summary>
    internal IEnumerable<IGrouping<DateOnly, ForecastItem>> Days(TimeZoneInfo zone) =>
        Forecast!.Items.GroupBy(item => LocalDay.Of(item.At, zone));
}
