using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using ContactCenter.Web.Texts;

namespace ContactCenter.Web.Serving;

/// <summary>Why the API did not do it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What kind of problem, in the language of the request.</param>
/// <param name="Detail">What is wrong this time.</param>
public sealed record Problem(int Status, string Title, string Detail)
{
    /// <summary>What an answer says: the API says it in the language that the request asks for.</summary>
    public static Problem Of(ApiAnswer answer)
    {
        var said = answer.Body.Length > 0 ? JsonSerializer.Deserialize(answer.Body, ConsoleJson.Default.ProblemDetails) : null;
        var title = answer.Status switch
        {
            403 => Say.ProblemForbidden,
            404 => Say.ProblemUnknown,
            409 => Say.ProblemConflict,
            412 => Say.ProblemOutdated,
            422 or 400 => Say.ProblemInvalid,
            429 => Say.ProblemTooMany,
            _ => Say.ProblemUnavailable,
        };
        return new Problem(answer.Status, title, said?.Detail ?? "");
    }
}

/// <summary>What the API answered: a value, or why there is none.</summary>
/// <param name="Value">The value; null where there is a problem.</param>
/// <param name="Problem">The problem.</param>
internal readonly record struct Answer<T>(T? Value, Problem? Problem)
    where T : class;

/// <summary>Asks the API in the name of whoever asks the console, and remembers what came, so that a page has a version.</summary>
/// <param name="host">Where the console stands.</param>
/// <param name="caller">Who asks.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class Answers(ConsoleHost host, ApiCaller caller, CancellationToken cancellationToken)
{
    /// <summary>Of a list that has pages no more are read: beyond, people filter.</summary>
    private const int MaximumPages = 5;

    private readonly StringBuilder _seen = new();

    /// <summary>Stands for everything that was answered: the same while nothing has changed.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_seen.ToString())).AsSpan(0, 12));

    /// <summary>Reads something.</summary>
    /// <param name="path">The path behind the base.</param>
    /// <param name="type">What the answer is.</param>
    /// <param name="query">Parameters; null is not said.</param>
    public async Task<Answer<T>> GetAsync<T>(string path, JsonTypeInfo<T> type, params (string Name, string? Value)[] query)
        where T : class
    {
        var answer = await host.Ask(Request("GET", path, query), caller, cancellationToken);
        _ = _seen.Append(path).Append(answer.Status).Append(answer.Body);
        return Read(answer, type);
    }

    /// <summary>Reads a list to its end, within bounds.</summary>
    /// <param name="read">Reads the page behind another.</param>
    /// <param name="next">Where the page after one begins; null behind the last.</param>
    public static async Task<(IReadOnlyList<TPage> Pages, bool IsWhole, Problem? Problem)> AllAsync<TPage>(
        Func<string?, Task<Answer<TPage>>> read, Func<TPage, string?> next)
        where TPage : class
    {
        var pages = new List<TPage>();
        string? after = null;
        do
        {
            var (page, problem) = await read(after);
            if (page is null)
            {
                return (pages, false, problem);
            }

            pages.Add(page);
            after = next(page);
        }
        while (after is not null && pages.Count < MaximumPages);
        return (pages, after is null, null);
    }

    /// <summary>Does something.</summary>
    /// <param name="path">The path behind the base.</param>
    /// <param name="body">What is said with it.</param>
    /// <param name="type">What the answer is.</param>
    /// <param name="key">Tells this act from every other, so that it counts once; null: it changes nothing.</param>
    /// <param name="seen">The version that was seen; null: whatever it is.</param>
    /// <param name="method">POST or PUT.</param>
    public async Task<Answer<T>> ActAsync<T>(
        string path, JsonObject body, JsonTypeInfo<T> type, string? key, string? seen = null, string method = "POST")
        where T : class
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["content-type"] = "application/json" };
        if (key is not null)
        {
            headers["idempotency-key"] = key;
        }

        if (seen is not null)
        {
            headers["if-match"] = $"\"{seen}\"";
        }

        return Read(
            await host.Ask(
                Request(method, path, []) with { Headers = headers, Body = Encoding.UTF8.GetBytes(body.ToJsonString()) },
                caller,
                cancellationToken),
            type);
    }

    /// <summary>A part of a path.</summary>
    public static string Part(string text) => Uri.EscapeDataString(text);

    /// <summary>A time as the API reads it.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static ApiRequest Request(string method, string path, (string Name, string? Value)[] query)
    {
        var parameters = query.Where(static one => !string.IsNullOrEmpty(one.Value))
            .ToDictionary(static one => one.Name, static one => one.Value!, StringComparer.Ordinal);
        parameters["language"] = Spoken.Now.Language;
        return new ApiRequest
        {
            Method = method,
            Path = ApiDesk.Base + path,
            Headers = new Dictionary<string, string>(),
            Query = parameters,
        };
    }

    private static Answer<T> Read<T>(ApiAnswer answer, JsonTypeInfo<T> type)
        where T : class => answer.Status < 300
        ? new(JsonSerializer.Deserialize(answer.Body, type), null)
        : new(null, Problem.Of(answer));
}
