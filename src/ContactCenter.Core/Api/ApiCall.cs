using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Core.Api.Access;

namespace ContactCenter.Core.Api;

/// <summary>A request that a route answers: whoever calls may, and its path was understood.</summary>
/// <param name="Request">The request.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Path">The values of the path's parameters, decoded.</param>
/// <param name="Now">The time.</param>
public sealed record ApiCall(ApiRequest Request, ApiCaller Caller, ImmutableDictionary<string, string> Path, DateTimeOffset Now)
{
    /// <summary>The version of what the caller has seen (<c>If-Match</c>); null: whatever it is.</summary>
    public long? Seen { get; init; }

    /// <summary>Under which a repetition of this very request is recognised; null: it was sent without a key.</summary>
    public string? RepeatMark { get; init; }

    /// <summary>A parameter behind the question mark, or null.</summary>
    public string? Query(string name) => Request.Query.GetValueOrDefault(name);

    /// <summary>How many entries a page shall have: what <c>limit</c> says, within bounds.</summary>
    /// <param name="usual">Where nothing is said.</param>
    /// <param name="most">At most.</param>
    public int Limit(int usual = 50, int most = 200) =>
        int.TryParse(Query("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? Math.Clamp(limit, 1, most) : usual;
}
