using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Learning.Forecasts;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Forecasts;

/// <summary>What is expected of the queues, and whether those who are scheduled will do.</summary>
/// <param name="forecasts">Makes forecasts.</param>
/// <param name="file">The file.</param>
public sealed class ForecastRoutes(ForecastReader forecasts, ContactCenterConfiguration file) : IApiRoutes
{
    private static readonly string[] Channels =
        [.. Enum.GetNames<ContactChannel>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)];

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/forecast",
            ApiRole.Viewer,
            "Contacts that are expected of a queue by the half hour, from today on, with intervals; the agents that they need, those who are "
                + "scheduled where the file has a plan, and where these will hardly do.",
            ForecastJson.Default.ForecastView,
            AnswerAsync) with
        {
            Query = new Dictionary<string, string>
            {
                ["queue"] = "Name of the queue.",
                ["channel"] = $"The channel: {string.Join(", ", Channels)}; {Channels[0]} where nothing is said.",
                ["horizon"] =
                    $"How many days, today included, 1d to {QueueForecast.MaximumDays}d; {QueueForecast.MaximumDays}d where nothing is said.",
                ["language"] = "Language of the sentence, such as de; English where nothing is said.",
            },
            Cost = static _ => ApiRoute.OfManyReads,
        },
    ];

    private async ValueTask<ApiAnswer> AnswerAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Query("queue") is not { Length: > 0 } name)
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.QueueNotNamed);
        }

        if (file.Queues.FirstOrDefault(queue => queue.Name == name) is not { } queue)
        {
            return ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchQueue);
        }

        var channel = Array.IndexOf(Channels, call.Query("channel") ?? Channels[0]);
        if (channel < 0)
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.ChannelNotOne(string.Join(", ", Channels)));
        }

        if (DaysOf(call.Query("horizon")) is not { } days)
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.HorizonNotOne($"{QueueForecast.MaximumDays}"));
        }

        var forecast = await forecasts.ReadAsync(queue, (ContactChannel)channel, call.Now, days, cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(queue.TimeZone ?? file.TimeZone);
        return ApiAnswer.Of(
            new ForecastView(
                forecast.Queue,
                forecast.Channel,
                IncidentRoutes.WordsOf(call).Of(ForecastSentence.Of(forecast, call.Now, zone)),
                [.. forecast.HalfHours.Select(ForecastItem.Of)])
            {
                BasedOnDays = forecast.BasedOnDays,
                TargetPercent = forecast.Target * 100,
                WithinSeconds = forecast.Within > TimeSpan.Zero ? forecast.Within.TotalSeconds : null,
                Waiting = forecast.Waiting,
                Shortages = forecast.Shortages,
            },
            ForecastJson.Default.ForecastView);
    }

    private static int? DaysOf(string? horizon) => horizon is null ? QueueForecast.MaximumDays
        : horizon.EndsWith('d') && int.TryParse(horizon[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is >= 1 and <= QueueForecast.MaximumDays
            ? days
            : null;
}
