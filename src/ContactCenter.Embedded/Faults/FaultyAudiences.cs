using ContactCenter.Core.Configuration;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.Faults;

/// <summary>Audiences for runs under faults: none, one or two fallbacks each, and perhaps one more endpoint, by seed.</summary>
internal static class FaultyAudiences
{
    private const int MaximumFallbacks = 2;

    /// <summary>
    /// Beside what the sample has, so that every kind of channel is seen: those that can be asked, and those that show the state.
    /// </summary>
    private static readonly Channel[] More =
        [Channel.Slack, Channel.ServiceNow, Channel.Task, Channel.Webhook, Channel.PagerDuty, Channel.Jira];

    /// <summary>Whether people are called in the runs of a seed; those of the others stay what they were without calls.</summary>
    public static bool AreCalled(long seed) => seed % 7 is 3 or 4;

    /// <summary>The configuration with fallbacks at the end of its audiences.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="random">Says how many.</param>
    /// <param name="areCalled">Whether people are called too, one after the other.</param>
    public static ContactCenterConfiguration WithFallbacks(
        this ContactCenterConfiguration configuration, SeededRandom random, bool areCalled) =>
        Change(
            configuration,
            (audience, endpoints) =>
            [
                .. endpoints,
                .. Another(audience, random),
                .. areCalled ? Called(audience) : [],
                .. Fallbacks(audience, (int)(random.Next() * (MaximumFallbacks + 1))),
            ]);

    /// <summary>The configuration without any fallback.</summary>
    public static ContactCenterConfiguration WithoutFallbacks(this ContactCenterConfiguration configuration) =>
        Change(configuration, static (_, endpoints) => [.. endpoints.Where(endpoint => !endpoint.Fallback)]);

    private static ContactCenterConfiguration Change(
        ContactCenterConfiguration configuration, Func<string, IReadOnlyList<Endpoint>, IReadOnlyList<Endpoint>> change) =>
        configuration with
        {
            Audiences = configuration.Audiences.ToDictionary(audience => audience.Key, audience => change(audience.Key, audience.Value)),
        };

    private static IEnumerable<Endpoint> Another(string audience, SeededRandom random)
    {
        var channel = More[(int)(random.Next() * More.Length)];
        return random.Chance(0.5) ? [new Endpoint { Channel = channel, To = $"{channel} of {audience}" }] : [];
    }

    private static Endpoint[] Called(string audience) =>
    [
        new() { Channel = Channel.Call, To = $"telephone of {audience}" },
        new() { Channel = Channel.Call, To = $"second telephone of {audience}", Fallback = true },
    ];

    private static IEnumerable<Endpoint> Fallbacks(string audience, int count) => Enumerable.Range(1, count)
        .Select(number => new Endpoint { Channel = Channel.Teams, To = $"fallback {number} of {audience}", Fallback = true });
}
