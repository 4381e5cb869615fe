using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Reviews;

/// <summary>Reviews of incidents: what the system can say, and what people write beside it, in versions.</summary>
/// <param name="desk">Makes and keeps them.</param>
/// <param name="reviews">What is kept.</param>
public sealed class ReviewRoutes(ReviewDesk desk, IReviews reviews) : IApiRoutes
{
    private const int MaximumList = 100;
    private const int MaximumVersions = 50;

    private static readonly ApiAnswer Unknown =
        ApiAnswer.Of(ApiProblem.NotFound, Replies.NoSuchIncidentKnown);

    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/reviews", ApiRole.Viewer, "Reviews of incidents, those of the newest incidents first.", ReviewJson.Default.ReviewList, ListAsync)
            with
        {
            Query = new Dictionary<string, string> { ["limit"] = $"How many, 1 to {MaximumList}; 50 where nothing is said." },
        },
        ApiRoute.Get(
            "/reviews/{id}",
            ApiRole.Viewer,
            "The review of an incident: what the system can say by what is stored, and the newest version of what people have written.",
            ReviewJson.Default.ReviewAnswer,
            OpenAsync) with
        {
            IsVersioned = true,
            Cost = static _ => ApiRoute.OfManyReads,
        },
        ApiRoute.Get(
            "/reviews/{id}/versions",
            ApiRole.Viewer,
            "Every version of what people have written of an incident, the newest first.",
            ReviewJson.Default.ReviewList,
            async (call, cancellationToken) => ApiAnswer.Of(
                new ReviewList(await reviews.OfIncidentAsync(call.Path["id"], MaximumVersions, cancellationToken)),
                ReviewJson.Default.ReviewList)),
        ApiRoute.Put(
            "/reviews/{id}",
            ApiRole.Responder,
            "Writes a new version of what people say of an incident; the versions before it are kept.",
            ReviewJson.Default.ReviewBody,
            ReviewJson.Default.ReviewAnswer,
            WriteAsync) with
        {
            IsVersioned = true,
            Cost = static _ => ApiRoute.OfManyReads,
        },
    ];

    private async ValueTask<ApiAnswer> ListAsync(ApiCall call, CancellationToken cancellationToken) => ApiAnswer.Of(
        new ReviewList(await reviews.NewestAsync(call.Limit(most: MaximumList), cancellationToken)), ReviewJson.Default.ReviewList);

    private async ValueTask<ApiAnswer> OpenAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var id = call.Path["id"];
        return await desk.DraftAsync(id, call.Now, cancellationToken) is { } review
            ? Answer(review, await reviews.OfIncidentAsync(id, 1, cancellationToken) is [var stored, ..] ? stored : null)
            : Unknown;
    }

    private async ValueTask<ApiAnswer> WriteAsync(ApiCall call, ReviewBody body, CancellationToken cancellationToken)
    {
        if (body.Words is null)
        {
            return ApiAnswer.Of(ApiProblem.Invalid, Replies.ReviewWithoutWords);
        }

        if (body.Words.Problem() is { } problem)
        {
            return ApiAnswer.Of(ApiProblem.Invalid, problem);
        }

        var id = call.Path["id"];
        if (await desk.DraftAsync(id, call.Now, cancellationToken) is not { } review)
        {
            return Unknown;
        }

        var newest = await reviews.OfIncidentAsync(id, 1, cancellationToken) is [var stored, ..] ? stored.Version : 0;
        if (call.Seen is { } seen && seen != newest)
        {
            return Outdated;
        }

        var written = await desk.WriteAsync(
            review, body.Words, body.State, call.Caller.Name, newest, call.Now, cancellationToken);
        return written is null ? Outdated : Answer(review, written);
    }

    private static ApiAnswer Outdated => ApiAnswer.Of(ApiProblem.Outdated, Replies.ReviewOutdated);

    private static ApiAnswer Answer(Review review, ReviewVersion? written) => ApiAnswer.Of(
        new ReviewAnswer(review, written, BlamingWords.In(written?.Words.Texts() ?? [])), ReviewJson.Default.ReviewAnswer) with
    {
        Version = (written?.Version ?? 0).ToString(CultureInfo.InvariantCulture),
    };
}
