using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Forecasts;

/// <summary>How the center went over weeks, and which limits it comes near.</summary>
/// <param name="days">The days that are remembered.</param>
/// <param name="file">The file.</param>
public sealed class TrendRoutes(ICenterDays days, ContactCenterConfiguration file) : IApiRoutes
{
    private const int MaximumWeeks = 52;
    private const int UsualWeeks = GrowthSeries.Days / 7;

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/trends",
            ApiRole.Viewer,
            "How volume, errors, times, counts and shares of quotas went by the day: what goes up or down beyond chance, and in how many days a "
                + "limit is reached. Days are kept where monitoring.growth is true.",
            TrendJson.Default.TrendList,
            AnswerAsync) with
        {
            Query = new Dictionary<string, string>
            {
                ["weeks"] = $"How many weeks, 1 to {MaximumWeeks}; {UsualWeeks} where nothing is said.",
                ["language"] = "Language of labels and sentences, such as de; English where nothing is said.",
            },
            Cost = static _ => ApiRoute.OfManyReads,
        },
    ];

    private async ValueTask<ApiAnswer> AnswerAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var weeks = UsualWeeks;
        if (call.Query("weeks") is { } asked
            && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out weeks) || weeks is < 1 or > MaximumWeeks))
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.WeeksNotOne($"{MaximumWeeks}"));
        }

        var (words, today) = (IncidentRoutes.WordsOf(call), DateOnly.FromDateTime(call.Now.UtcDateTime));
        var known = await days.BetweenAsync(today.AddDays(-7 * weeks), today, cancellationToken);
        return ApiAnswer.Of(
            new TrendList([.. SeriesTrend.Of(known).Select(one => TrendView.For(one, words))], file.Monitoring.Growth),
            TrendJson.Default.TrendList);
    }
}
