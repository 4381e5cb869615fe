using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ContactCenter.Core.Api;

/// <summary>What the API answers, and what goes into the log.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON; empty where there is none.</param>
/// <param name="Reason">Why, in a few words for the log; holds no secret and nothing that a caller wrote.</param>
public sealed record ApiAnswer(int Status, string Body, string Reason)
{
    /// <summary>What the body is; null where there is none.</summary>
    public string? MediaType { get; init; } = "application/json";

    /// <summary>The version of what is answered, as <c>ETag</c> says it without quotes; null: it has none.</summary>
    public string? Version { get; init; }

    /// <summary>More headers.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>All headers as they are sent.</summary>
    public IReadOnlyDictionary<string, string> AllHeaders
    {
        get
        {
            var headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal)
            {
                ["cache-control"] = Version is null ? "no-store" : "private, no-cache",
                ["x-content-type-options"] = "nosniff",
            };
            if (MediaType is not null && Body.Length > 0)
            {
                headers["content-type"] = MediaType;
            }

            if (Version is not null)
            {
                headers["etag"] = $"\"{Version}\"";
            }

            return headers;
        }
    }

    /// <summary>A record as JSON.</summary>
    public static ApiAnswer Of<T>(T value, JsonTypeInfo<T> type, int status = 200) =>
        new(status, JsonSerializer.Serialize(value, type), "done");

    /// <summary>Why nothing was done, as problem details (RFC 9457).</summary>
    /// <param name="problem">What kind of problem.</param>
    /// <param name="detail">What is wrong this time, as a sentence for people; holds nothing of the request that was not cleaned.</param>
    public static ApiAnswer Of(ApiProblem problem, string detail)
    {
        var body = new ProblemDetails(problem.Type, problem.Title, problem.Status, detail);
        return new ApiAnswer(problem.Status, JsonSerializer.Serialize(body, ApiJson.Default.ProblemDetails), problem.Name)
        {
            MediaType = ProblemDetails.MediaType,
        };
    }
}

/// <summary>Problem details (RFC 9457).</summary>
/// <param name="Type">Names the kind of problem for programs.</param>
/// <param name="Title">Names it for people.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong this time.</param>
public sealed record ProblemDetails(string Type, string Title, int Status, string Detail)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";
}
