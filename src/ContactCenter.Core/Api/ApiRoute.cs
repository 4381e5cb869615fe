using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api;

/// <summary>Answers a call.</summary>
public delegate ValueTask<ApiAnswer> ApiHandler(ApiCall call, CancellationToken cancellationToken);

/// <summary>Answers a call with a body.</summary>
public delegate ValueTask<ApiAnswer> ApiHandler<in TBody>(ApiCall call, TBody body, CancellationToken cancellationToken);

/// <summary>Routes of one capability. Whoever registers one has its routes served and described (docs/design/api.md).</summary>
public interface IApiRoutes
{
    /// <summary>The routes.</summary>
    IReadOnlyList<ApiRoute> Routes { get; }
}

/// <summary>One thing that the API does.</summary>
/// <param name="Method">The method, in upper case.</param>
/// <param name="Path">The path behind <c>/api/v1</c>; <c>{name}</c> stands for one segment.</param>
/// <param name="Role">Who may, at least.</param>
/// <param name="Summary">What it does, in a sentence.</param>
/// <param name="Handle">Does it.</param>
public sealed record ApiRoute(string Method, string Path, ApiRole Role, string Summary, ApiHandler Handle)
{
    /// <summary>What the body is like; null: it has none.</summary>
    public JsonTypeInfo? Body { get; init; }

    /// <summary>What the body is called where it is described; null: as its type.</summary>
    public string? BodyName { get; init; }

    /// <summary>What the answer is like.</summary>
    public JsonTypeInfo? Answer { get; private init; }

    /// <summary>HTTP status when it is done.</summary>
    public int Success { get; init; } = 200;

    /// <summary>Parameters behind the question mark, each with what it means.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>True where <c>If-Match</c> counts and the answer has an <c>ETag</c>.</summary>
    public bool IsVersioned { get; init; }

    /// <summary>
    /// As how many requests one counts: a caller may make so many times fewer of these than of all. 1 where a request reads a page.
    /// </summary>
    public Func<ApiRequest, int> Cost { get; init; } = static _ => 1;

    /// <summary>What a request costs that may read thousands of items, on the table on which incidents are decided.</summary>
    public const int OfManyReads = 20;

    /// <summary>The route as the log names it: an address may hold anything.</summary>
    public string Template => $"{Method} {Path}";

    /// <summary>The segments of the path.</summary>
    internal string[] Segments { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Something to read.</summary>
    public static ApiRoute Get(string path, ApiRole role, string summary, JsonTypeInfo answer, ApiHandler handle) =>
        new("GET", path, role, summary, handle) { Answer = answer };

    /// <summary>Something to do, with a body.</summary>
    public static ApiRoute Post<TBody>(
        string path, ApiRole role, string summary, JsonTypeInfo<TBody> body, JsonTypeInfo answer, ApiHandler<TBody> handle) =>
        With("POST", path, role, summary, body, answer, handle);

    /// <summary>Something to put in the place of what is there.</summary>
    public static ApiRoute Put<TBody>(
        string path, ApiRole role, string summary, JsonTypeInfo<TBody> body, JsonTypeInfo answer, ApiHandler<TBody> handle) =>
        With("PUT", path, role, summary, body, answer, handle);

    /// <summary>Something to take away.</summary>
    public static ApiRoute Delete(string path, ApiRole role, string summary, JsonTypeInfo answer, ApiHandler handle) =>
        new("DELETE", path, role, summary, handle) { Answer = answer };

    private static ApiRoute With<TBody>(
        string method,
        string path,
        ApiRole role,
        string summary,
        JsonTypeInfo<TBody> body,
        JsonTypeInfo answer,
        ApiHandler<TBody> handle) =>
        new(method, path, role, summary, (call, cancellationToken) => Read(call, body, handle, cancellationToken))
        {
            Body = body,
            Answer = answer,
        };

    /// <summary>A body that is absent counts as one that says nothing.</summary>
    private static ValueTask<ApiAnswer> Read<TBody>(
        ApiCall call, JsonTypeInfo<TBody> type, ApiHandler<TBody> handle, CancellationToken cancellationToken)
    {
        var bytes = call.Request.Body.Span;
        if (bytes.Length > 0 && !string.Equals(call.Request.MediaType, "application/json", StringComparison.OrdinalIgnoreCase))
        {
            return new(ApiAnswer.Of(ApiProblem.UnsupportedMediaType, Replies.BodyNotJson));
        }

        try
        {
            return JsonSerializer.Deserialize(bytes.Length > 0 ? bytes : "{}"u8, type) is { } body
                ? handle(call, body, cancellationToken)
                : new(ApiAnswer.Of(ApiProblem.BadRequest, Replies.BodyNull));
        }
        catch (NotSupportedException)
        {
            return new(ApiAnswer.Of(ApiProblem.BadRequest, Replies.BodyWithoutType));
        }
        catch (JsonException wrong)
        {
            var where = CleanText.Line(wrong.Path is { Length: > 0 } path ? path : "$", 100);
            return new(ApiAnswer.Of(
                ApiProblem.BadRequest, Replies.BodyNotAsDescribed(where)));
        }
    }
}
