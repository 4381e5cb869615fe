using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api;

/// <summary>
/// Answers requests: whoever calls is known and asks no more often than allowed, the route is found, the role suffices, what reads much is
/// asked for less often, the size is bounded, and what is asked for twice is done once. What is refused changes nothing, and is told in the
/// language of the reader.
/// </summary>
/// <param name="capabilities">The routes of all capabilities.</param>
/// <param name="repeated">Recognises what is asked for twice.</param>
/// <param name="limit">Counts requests.</param>
public sealed class ApiDesk(IEnumerable<IApiRoutes> capabilities, IdempotentRequests repeated, CallerLimit limit)
{
    /// <summary>What every path begins with.</summary>
    public const string Base = "/api/v1";

    /// <summary>The same for callers with a signed token, which no authorizer of the gateway can read.</summary>
    public const string SignedBase = "/signed/api/v1";

    /// <summary>No body that is meant is larger, in bytes.</summary>
    public const int MaximumBody = 16 * 1024;

    private const int MaximumPath = 600;

    /// <summary>All routes, in the order in which they are described.</summary>
    public IReadOnlyList<ApiRoute> Routes { get; } = [.. capabilities.SelectMany(static capability => capability.Routes)];

    /// <summary>Answers one request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reading">Who calls.</param>
    /// <param name="perMinute">How many requests a minute a caller may make.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<ApiAnswer> AnswerAsync(
        ApiRequest request, CallerReading reading, int perMinute, DateTimeOffset now, CancellationToken cancellationToken) =>
        ProblemLanguage.Say(request, await DecideAsync(request, reading, perMinute, now, cancellationToken));

    private async ValueTask<ApiAnswer> DecideAsync(
        ApiRequest request, CallerReading reading, int perMinute, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (reading.Caller is not { } caller)
        {
            return ApiAnswer.Of(ApiProblem.Unauthorized, Replies.NobodyLetIn(reading.Problem!)) with
            {
                Reason = reading.Problem ?? ApiProblem.Unauthorized.Name,
                Headers = Header("www-authenticate", "Bearer"),
            };
        }

        if (limit.Count(caller, perMinute, now) is { } wait)
        {
            return TooMany(Replies.TooManyRequests($"{perMinute}"), wait);
        }

        var (route, path, refused) = Find(request);
        if (route is null)
        {
            return refused!;
        }

        if (caller.Role is not { } role || role < route.Role)
        {
            return ApiAnswer.Of(
                ApiProblem.Forbidden,
                caller.Role is { } has
                    ? Replies.TakesRole(Name(route.Role), Name(has))
                    : Replies.NoRoleHere);
        }

        if (route.Cost(request) is > 1 and var cost && limit.Count(caller, route, cost, perMinute, now) is { } pause)
        {
            return TooMany(Replies.TooManyOfKind($"{Math.Max(1, perMinute / cost)}"), pause);
        }

        if (request.Body.Length > MaximumBody)
        {
            return ApiAnswer.Of(ApiProblem.TooLarge, Replies.BodyTooLarge($"{request.Body.Length}", $"{MaximumBody}"));
        }

        if (!TrySeen(request, out var seen))
        {
            return ApiAnswer.Of(ApiProblem.BadRequest, Replies.IfMatchWrong);
        }

        var call = new ApiCall(request, caller, path!, now) { Seen = seen };
        try
        {
            var answer = await repeated.OnceAsync(
                request, caller, now, mark => route.Handle(call with { RepeatMark = mark }, cancellationToken), cancellationToken);
            return IsKnown(request, answer)
                ? answer with { Status = 304, Body = "", MediaType = null, Reason = "not changed" }
                : answer;
        }
        catch (UnreadableItemException unreadable)
        {
            return ApiAnswer.Of(ApiProblem.Unreadable, Replies.StoredUnreadable(unreadable.Message));
        }
        catch (Exception busy) when (busy is IncidentConflictException or SettingsConflictException)
        {
            return ApiAnswer.Of(ApiProblem.Unavailable, Replies.ManyAct) with
            {
                Headers = Header("retry-after", "1"),
            };
        }
    }

    /// <summary>The route that answers a request, as the log names it; null: there is none.</summary>
    public string? RouteOf(ApiRequest request) => Find(request).Route?.Template;

    /// <summary>A role as people say it.</summary>
#pragma warning disable CA1308 // as groups and documents spell it
    public static string Name(ApiRole role) => $"{role}".ToLowerInvariant();
#pragma warning restore CA1308

    private static ApiAnswer TooMany(string detail, TimeSpan wait) => ApiAnswer.Of(ApiProblem.TooMany, detail) with
    {
        Headers = Header("retry-after", wait.TotalSeconds.ToString(CultureInfo.InvariantCulture)),
    };

    private static bool IsKnown(ApiRequest request, ApiAnswer answer) =>
        request.Method == "GET"
        && answer is { Status: 200, Version: { } version }
        && (request.Header("if-none-match") ?? "").Split(',').Any(tag => Bare(tag) == version);

    private static bool TrySeen(ApiRequest request, out long? seen)
    {
        seen = null;
        if (request.Header("if-match") is not { } text || text.Trim() == "*")
        {
            return true;
        }

        var isNumber = long.TryParse(Bare(text), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        seen = isNumber ? version : null;
        return isNumber;
    }

    /// <summary>An ETag without its quotes; gateways may have made it weak.</summary>
    private static string Bare(string tag)
    {
        var text = tag.Trim();
        return (text.StartsWith("W/", StringComparison.Ordinal) ? text[2..] : text).Trim('"');
    }

    private static ImmutableDictionary<string, string> Header(string name, string value) =>
        ImmutableDictionary.CreateRange([KeyValuePair.Create(name, value)]);

    private (ApiRoute? Route, ImmutableDictionary<string, string>? Path, ApiAnswer? Refused) Find(ApiRequest request)
    {
        var start = request.Path.StartsWith($"{SignedBase}/", StringComparison.Ordinal) ? SignedBase : Base;
        if (request.Path.Length > MaximumPath || !request.Path.StartsWith($"{start}/", StringComparison.Ordinal))
        {
            return (null, null, ApiAnswer.Of(ApiProblem.NotFound, Replies.NothingHere));
        }

        string[] segments =
        [
            .. request.Path[start.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString),
        ];
        var methods = new List<string>();
        foreach (var route in Routes)
        {
            if (Match(route.Segments, segments) is { } path)
            {
                if (route.Method == request.Method)
                {
                    return (route, path, null);
                }

                methods.Add(route.Method);
            }
        }

        return methods.Count == 0
            ? (null, null, ApiAnswer.Of(ApiProblem.NotFound, Replies.NothingHere))
            : (null, null, ApiAnswer.Of(ApiProblem.MethodNotAllowed, Replies.PossibleHere(string.Join(", ", methods))) with
            {
                Headers = Header("allow", string.Join(", ", methods)),
            });
    }

    private static ImmutableDictionary<string, string>? Match(string[] template, string[] segments)
    {
        if (template.Length != segments.Length)
        {
            return null;
        }

        var path = ImmutableDictionary<string, string>.Empty;
        foreach (var (part, segment) in template.Zip(segments))
        {
            if (part.StartsWith('{'))
            {
                path = path.Add(part.Trim('{', '}'), segment);
            }
            else if (part != segment)
            {
                return null;
            }
        }

        return path;
    }
}
