using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Core.Learning.Routes;

/// <summary>How contacts of a topic ended in a queue at a level, in weeks.</summary>
/// <param name="Count">The counts.</param>
public sealed record RouteStanding(RouteCount Count)
{
    /// <summary>Those solved without a transfer and without another contact about the same, of those of which it is known.</summary>
    public Share Solved => new(Count.Solved, Count.Known);

    /// <summary>Between what the share of the solved lies, 95 times of 100; null: of nothing.</summary>
    public ShareInterval? Interval => ShareInterval.Of(Solved);

    /// <summary>Minutes from an agent to the end, on average.</summary>
    public double Minutes => Count.Contacts == 0 ? 0 : Count.Seconds / 60.0 / Count.Contacts;
}

/// <summary>Another queue or level for a topic, with its evidence. A person takes it, or does not.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Now">How it goes by the route of the file.</param>
/// <param name="Better">How it goes where more is solved.</param>
/// <param name="Change">The line of <c>routing.topics</c>, ready to paste.</param>
public sealed record RouteProposal(string Topic, RouteStanding Now, RouteStanding Better, string Change)
{
    /// <summary>Whether it is another level of the same queue.</summary>
    public bool IsLevel => Now.Count.Queue == Better.Count.Queue;
}

/// <summary>How loaded the agents of a routing profile are.</summary>
/// <param name="Profile">Its name.</param>
/// <param name="StaffedSeconds">Seconds in which they were with a contact or ready for one.</param>
/// <param name="ContactSeconds">Seconds of these with a contact.</param>
/// <param name="Handled">Contacts that they finished.</param>
/// <param name="Transferred">Contacts that they transferred.</param>
public sealed record GroupLoad(string Profile, long StaffedSeconds, long ContactSeconds, long Handled, long Transferred)
{
    /// <summary>The share of their time with contacts; null: nobody was there.</summary>
    public double? Occupancy => StaffedSeconds == 0 ? null : (double)ContactSeconds / StaffedSeconds;

    /// <summary>Puts half hours together; those of which a part is not known are left out.</summary>
    /// <param name="profile">The routing profile.</param>
    /// <param name="halfHours">Its half hours.</param>
    public static GroupLoad Of(string profile, IEnumerable<ProfileNumbers> halfHours) => halfHours.Aggregate(
        new GroupLoad(profile, 0, 0, 0, 0),
        static (sum, one) => one is { StaffedSeconds: { } staffed, ContactSeconds: { } busy }
            ? new GroupLoad(
                sum.Profile, sum.StaffedSeconds + staffed, sum.ContactSeconds + busy, sum.Handled + (one.Handled ?? 0),
                sum.Transferred + (one.TransferredOut ?? 0))
            : sum);
}

/// <summary>What was learned of routes.</summary>
/// <param name="Standings">By topic, queue and level.</param>
/// <param name="Proposals">Routes that would solve more; mostly none.</param>
/// <param name="Groups">How loaded agent groups are, the most loaded first.</param>
public sealed record RouteAdvice(
    ImmutableArray<RouteStanding> Standings, ImmutableArray<RouteProposal> Proposals, ImmutableArray<GroupLoad> Groups)
{
    /// <summary>What levels of skills do.</summary>
    public ImmutableArray<LevelAdvice> Levels { get; init; } = [];
}

/// <summary>
/// Which queue and which level solves contacts of a topic. Pure. Nothing is changed by it: contacts are in other queues because it was
/// busy or broken, and not by chance, so what it finds is a reason to try, and no proof.
/// </summary>
public static class RouteAdviser
{
    /// <summary>Days that are looked at: a quarter.</summary>
    public const int Days = 91;

    /// <summary>Days of load: what groups do now, and not what they did before the season.</summary>
    public const int LoadDays = 28;

    /// <summary>Contacts with a known end on each side below which nothing is proposed.</summary>
    public const int MinimumContacts = 50;

    /// <summary>Reads what was counted, and advises.</summary>
    /// <param name="outcomes">How contacts ended.</param>
    /// <param name="numbers">Half hours of routing profiles.</param>
    /// <param name="configuration">The routes and the routing profiles.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async ValueTask<RouteAdvice> ReadAsync(
        IContactOutcomes outcomes, ICenterNumbers numbers, ContactCenterConfiguration configuration, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(configuration);
        var groups = new List<GroupLoad>();
        foreach (var profile in configuration.RoutingProfiles)
        {
            groups.Add(GroupLoad.Of(
                profile.Name, await numbers.OfProfileAsync(profile.Name, now.AddDays(-LoadDays), now, cancellationToken)));
        }

        var queues = new Dictionary<string, IReadOnlyList<QueueNumbers>>(StringComparer.Ordinal);
        foreach (var queue in configuration.Routing.Topics.Values.Where(static route => route.Skill is not null)
            .Select(static route => route.Queue).Distinct(StringComparer.Ordinal))
        {
            queues[queue] = await numbers.OfQueueAsync(queue, now.AddDays(-LoadDays), now, cancellationToken);
        }

        var days = await outcomes.SinceAsync(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-Days), cancellationToken);
        return Of(days, groups, configuration.Routing) with { Levels = [.. LevelAdviser.Of(days, queues, configuration.Routing)] };
    }

    /// <summary>Advises.</summary>
    /// <param name="days">How contacts ended.</param>
    /// <param name="groups">How loaded agent groups are.</param>
    /// <param name="routing">The routes as they are.</param>
    public static RouteAdvice Of(IEnumerable<OutcomeDay> days, IEnumerable<GroupLoad> groups, RoutingSettings routing)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(routing);
        RouteStanding[] standings =
        [
            .. RouteCount.Sum(days.SelectMany(static day => day.Counts).Select(static count => count with { Met = null, Skill = null }))
                .Select(static count => new RouteStanding(count)),
        ];
        return new RouteAdvice(
            [.. standings],
            [
                .. routing.Topics.OrderBy(static topic => topic.Key, StringComparer.Ordinal)
                    .Select(topic => Better(topic.Key, topic.Value, standings))
                    .OfType<RouteProposal>(),
            ],
            [.. groups.OrderByDescending(static one => one.Occupancy).ThenBy(static one => one.Profile, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The one that solves the most at least, among those whose interval is above that of the present route; the same level in another
    /// queue, or another level of the same queue, so that it is one thing that differs.
    /// </summary>
    private static RouteProposal? Better(string topic, TopicRoute route, RouteStanding[] standings)
    {
        RouteStanding[] enough = [.. standings.Where(one => one.Count.Topic == topic && one.Count.Known >= MinimumContacts)];
        return enough.FirstOrDefault(one => (one.Count.Queue, one.Count.Level) == (route.Queue, route.Level)) is not { } now ? null
            : enough.Where(one => (one.Count.Queue == route.Queue || one.Count.Level == route.Level)
                    && one.Count.Level is not null && one.Interval!.Low > now.Interval!.High)
                .OrderByDescending(static one => one.Interval!.Low)
                .Select(better => new RouteProposal(
                    topic, now, better, ChangeOf(topic, route with { Queue = better.Count.Queue, Level = better.Count.Level!.Value })))
                .FirstOrDefault();
    }

    internal static string ChangeOf(string topic, TopicRoute route)
    {
        string?[] members =
        [
            $"\"queue\": {Quoted(route.Queue)}",
            route.Skill is { } skill ? $"\"skill\": {Quoted(skill)}" : null,
            string.Create(CultureInfo.InvariantCulture, $"\"level\": {route.Level}"),
            route.Emergency ? "\"emergency\": true" : null,
        ];
        return $"{Quoted(topic)}: {{ {string.Join(", ", members.OfType<string>())} }}";
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
