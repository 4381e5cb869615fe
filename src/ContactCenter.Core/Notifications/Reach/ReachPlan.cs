using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Reach;

/// <summary>Who is tested when. Pure.</summary>
public static class ReachPlan
{
    /// <summary>First time of the day at which the weekly test may arrive, by the reader's clock.</summary>
    public static readonly TimeOnly DayBegins = new(8, 0);

    /// <summary>Time of the day from which on it waits for the next morning.</summary>
    public static readonly TimeOnly DayEnds = new(20, 0);

    /// <summary>
    /// What was not tested so long after its time is tested in the next week: a function that failed for two days is an alarm.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(2);

    /// <summary>
    /// Whether the weekly test of an endpoint is due: its day and time by the reader's own clock have come, it was not tested since, and it
    /// is day where it is read. So it comes once a week, also when the function is late.
    /// </summary>
    /// <param name="settings">When it is appointed.</param>
    /// <param name="reader">Who reads there.</param>
    /// <param name="last">When it was tested last; null: never.</param>
    /// <param name="now">The time.</param>
    public static bool IsDue(ReachTestSettings settings, Reader reader, DateTimeOffset? last, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(reader);
        if (!settings.Enabled)
        {
            return false;
        }

        var local = TimeZoneInfo.ConvertTime(now, reader.Zone ?? TimeZoneInfo.Utc);
        var clock = TimeOnly.FromDateTime(local.DateTime);
        if (clock < DayBegins || clock >= DayEnds)
        {
            return false;
        }

        var daysBack = ((int)local.DayOfWeek - (int)settings.Day + 7) % 7;
        if (daysBack == 0 && clock < settings.At)
        {
            daysBack = 7;
        }

        // how long ago by the clock on the wall: an hour of daylight saving is none by which anybody is tested twice
        var ago = local.DateTime - local.Date.AddDays(-daysBack).Add(settings.At.ToTimeSpan());
        return ago < Grace && (last is null || last < now - ago);
    }

    /// <summary>Endpoints whose weekly test is due.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="policy">How everybody reads.</param>
    /// <param name="last">When an endpoint was tested last; null: never.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<TestedEndpoint> Due(
        ContactCenterConfiguration configuration, IncidentPolicy policy, Func<TestedEndpoint, DateTimeOffset?> last, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            .. TestedEndpoint.All(configuration).Where(one => IsDue(
                configuration.Messages.ReachTest, policy.ReaderOf(one.Audience, one.Person, one.Endpoint), last(one), now)),
        ];
    }

    /// <summary>Endpoints that a request is about; empty where there is no such audience, or nobody is on call.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="policy">Who is on call.</param>
    /// <param name="request">The request.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<TestedEndpoint> Asked(
        ContactCenterConfiguration configuration, IncidentPolicy policy, ReachRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(request);
        if (request.Everyone || configuration.Audiences.ContainsKey(request.Audience))
        {
            return TestedEndpoint.All(configuration, request.Audience);
        }

        return
        [
            .. policy.OnCall(now)
                .Where(one => one.Schedule == request.Audience)
                .Select(static one => one.Turn?.Participant)
                .OfType<OnCallParticipant>()
                .SelectMany(person => person.Endpoints.Select(endpoint => new TestedEndpoint(request.Audience, person, endpoint)))
                .DistinctBy(static one => one.Key, StringComparer.Ordinal),
        ];
    }
}
