namespace ContactCenter.Core.Api.Access;

/// <summary>
/// How often one caller may ask within a minute, and how often what reads much, of each route for itself: searching takes nothing from
/// acting. It counts in this process, so a caller who meets several copies of a function has several times as much: it keeps a program
/// that has gone wild from the table, and the gateway bounds all callers together.
/// </summary>
public sealed class CallerLimit
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Subject, string? Route), int> _counts = [];
    private long _minute;

    /// <summary>Counts a request; null when it may go on, else how long to wait.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="perMinute">How many requests a minute are allowed.</param>
    /// <param name="now">The time.</param>
    public TimeSpan? Count(ApiCaller caller, int perMinute, DateTimeOffset now) => Count((caller.Subject, null), 1, perMinute, now);

    /// <summary>Counts a request that reads much; null when it may go on, else how long to wait.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="route">The route.</param>
    /// <param name="cost">As how many requests it counts; the first is always allowed.</param>
    /// <param name="perMinute">How many requests a minute are allowed.</param>
    /// <param name="now">The time.</param>
    public TimeSpan? Count(ApiCaller caller, ApiRoute route, int cost, int perMinute, DateTimeOffset now) =>
        Count((caller.Subject, route.Template), cost, Math.Max(perMinute, cost), now);

    private TimeSpan? Count((string Subject, string? Route) counted, int cost, int perMinute, DateTimeOffset now)
    {
        var minute = now.ToUnixTimeSeconds() / 60;
        lock (_gate)
        {
            if (minute != _minute)
            {
                _counts.Clear();
                _minute = minute;
            }

            var count = _counts.GetValueOrDefault(counted) + cost;
            _counts[counted] = count;
            return count > perMinute ? TimeSpan.FromSeconds(60 - (now.ToUnixTimeSeconds() % 60)) : null;
        }
    }
}
